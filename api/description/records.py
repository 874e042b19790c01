"""The schemas of what the API answers with: an article, findings, a comparison, a problem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis import frames
from analysis.columns import Column, Columns, empty
from analysis.comparison import frames as compared
from analysis.comparison.comparing import ARTICLES_COMPARED
from analysis.output.comparison.findings import KINDS
from analysis.output.comparison.record import FRAMES, numbered_sides
from analysis.output.export import numbered
from analysis.output.lint.record import RECORD
from analysis.rules.frames import FINDING_KINDS
from analysis.rules.rule import RULE_PARTS, RULE_VOICES, SEVERITIES
from api.articles.readiness import STATES
from api.description.columns import Schema, row

LABELS: Mapping[str, Sequence[str]] = {
    "part": frames.PARTS,
    "voice": frames.VOICES,
    "sentiment": frames.SENTIMENTS,
    "tone_label": frames.TONE_LABELS,
    "loaded": frames.BANDS,
    "form": frames.FORMS,
    "act": frames.ACTS,
    "manner": (*frames.MANNERS, ""),
    "kind": frames.NAME_KINDS,
}
"""What columns of text hold in the frames of one article."""

OF_FINDINGS: Mapping[str, Sequence[str]] = {
    "kind": FINDING_KINDS,
    "severity": SEVERITIES,
    "voice": RULE_VOICES,
    "part": RULE_PARTS,
}

OF_COMPARISONS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "pairs": {
        "band": compared.PAIR_BANDS,
        "voice_a": frames.VOICES,
        "voice_b": frames.VOICES,
    },
    "facts": {"band": compared.PAIR_BANDS},
    "relations": {"relation": compared.RELATIONS_OF_TWO},
    "sayings": {"manner_a": LABELS["manner"], "manner_b": LABELS["manner"]},
    "namings": {"kind": (*frames.NAME_KINDS, "thing")},
    "measures": {"measure": compared.MEASURES_COMPARED},
    "differences": {"measure": compared.MEASURES_COMPARED},
}

UNSCORED = frozenset({"sentiment", "tone_label", "loaded"})
"""Labels that furniture and sentences in other languages do not have."""

COMPARED: Mapping[str, Columns] = {
    name: getattr(compared, "SPEAKERS_COMPARED" if name == "speakers" else name.upper())
    for name in FRAMES
}
"""The columns of each frame of a comparison."""

_STRING: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer", "minimum": 0}


def schemas() -> dict[str, Schema]:
    """Return the schemas by the names that the description refers to them with."""
    return {
        "Analysis": analysis(),
        "Finding": row(RECORD, OF_FINDINGS, frozenset()),
        "Lint": closed(
            {
                "findings": listed({"$ref": "#/components/schemas/Finding"}),
                "notices": notices(),
            }
        ),
        "Comparison": comparison(),
        "Health": closed({"status": {"enum": list(STATES)}, "version": _STRING}),
        "Index": closed({"openapi": _STRING, "version": _STRING}),
        "Problem": problem(),
    }


def analysis() -> Schema:
    """Return the schema of ``analysis.output.export.article_record``."""
    return closed(analysis_parts())


def analysis_parts() -> dict[str, Schema]:
    """Return the parts of an analysed article by name."""
    return {
        "article": row(frames.ARTICLE, {}, frozenset()),
        "notices": notices(),
        "sentences": listed(row(_written(frames.SENTENCES), LABELS, UNSCORED)),
        "spans": listed(row(_written(frames.SPANS), LABELS, frozenset())),
        "statements": listed(row(_written(frames.STATEMENTS), LABELS, UNSCORED)),
        "names": listed(row(frames.NAMES, LABELS, frozenset())),
        "quotations": listed(row(frames.QUOTATIONS, LABELS, frozenset())),
        "text": {**_STRING, "description": "what all offsets point into, in code points"},
    }


def comparison() -> Schema:
    """Return the schema of ``analysis.output.comparison.record.comparison_record``."""
    fewest, most = ARTICLES_COMPARED
    place = closed(
        {
            "article": {**_NUMBER, "description": "place of the article, from 0"},
            "sentence": _NUMBER,
            "number": {"type": "integer", "minimum": 1},
            "start": _NUMBER,
            "end": _NUMBER,
        }
    )
    finding = closed({"text": _STRING, "clear": {"type": "boolean"}, "places": listed(place)})
    article = closed(
        {
            "letter": {"enum": [compared.letter(place) for place in range(most)]},
            "outlet": _STRING,
            "date": _STRING,
            **analysis_parts(),
        }
    )
    return closed(
        {
            "articles": {**listed(article), "minItems": fewest, "maxItems": most},
            "notes": listed(_STRING),
            "summary": _STRING,
            "findings": closed({kind: listed(finding) for kind in KINDS}),
            **{name: listed(_compared(name)) for name in FRAMES},
        }
    )


def problem() -> Schema:
    """Return the schema of a problem (RFC 9457), as ``api.answers.Problem`` tells it."""
    return closed(
        {
            "title": {**_STRING, "description": "one sentence for people"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "kind": {**_STRING, "description": "for programs; stays the same"},
            "article": {**_NUMBER, "description": "place, from 0, of the article it is about"},
        },
        optional=("article",),
    )


def notices() -> Schema:
    """Return the schema of sentences that are to be shown beside what was found."""
    return {**listed(_STRING), "description": "sentences on what was not done, to be shown"}


def listed(items: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def closed(properties: Mapping[str, Schema], optional: Sequence[str] = ()) -> Schema:
    """Return the schema of an object with these parts, all but ``optional`` ones always there."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _compared(name: str) -> Schema:
    declared = COMPARED[name]
    return row(
        _with_numbers(declared, list(numbered_sides(empty(declared)).columns)),
        OF_COMPARISONS.get(name, {}),
        frozenset(),
    )


def _written(columns: Columns) -> Columns:
    return _with_numbers(columns, list(numbered(empty(columns)).columns))


def _with_numbers(declared: Columns, written: Sequence[str]) -> Columns:
    """Return the columns as they are written: those that are not declared count from 1 what the one
    before them counts from 0."""
    found: dict[str, Column] = {}
    before = ""
    for name in written:
        if name in declared:
            found[name] = declared[name]
        else:
            found[name] = Column(declared[before].dtype, f"{before}, counted from 1")
        before = name
    return found
