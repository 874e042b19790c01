"""From findings to the matches that LanguageTool's clients draw."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from analysis.rules.frames import FINDINGS, MODEL_CHECKS, Checked
from analysis.text.segmentation.sentences import Sentence
from api.languagetool.asking import Wanted
from api.languagetool.utf16 import Units, units_in

HOUSE, STYLE = ("HOUSE", "House rules"), ("STYLE", "Style")
"""Categories ``(id, name)``. LibreOffice underlines STYLE in light blue and what it does not know
in orange; no client takes either for a spelling mistake."""

MODEL_RULES = {
    MODEL_CHECKS["loaded"]: ("SLANT_LOADED_WORDS", "Likely loaded words", "Loaded wording"),
    MODEL_CHECKS["doubting"]: (
        "SLANT_DOUBTING_VERBS",
        "Verbs of saying that cast doubt",
        "Doubting verb",
    ),
}
"""Id, description and short message of what the model and the table of verbs note."""

ISSUE_TYPES = {"note": "style", "warning": "terminology", "error": "terminology"}
"""Issue types of the Internationalization Tag Set 2.0 (section 8.4, localization quality issue) by
severity: add-ons draw "style" as a hint, and the others as they draw grammar."""

MATCH_TYPES = {"note": "Hint", "warning": "Other", "error": "Other"}

MOST_REPLACEMENTS = 10
"""LibreOffice's context menu takes no more."""

CONTEXT = 40
"""Characters of the text on both sides of a match, as LanguageTool gives them."""

ELLIPSIS = "..."


def rule_id(check: str) -> str:
    """Return the id under which clients know a check, for ``disabledRules`` too: ``HOUSE_REGIME``
    for the rule ``regime``. It stays the same as long as the rule's own id does."""
    return MODEL_RULES[check][0] if check in MODEL_RULES else f"HOUSE_{check.upper()}"


def category(check: str) -> tuple[str, str]:
    """Return id and name of the category that a check is in."""
    return STYLE if check in MODEL_RULES else HOUSE


def matches(asked: Wanted, checked: Checked, sentences: Sequence[Sentence]) -> list[dict[str, Any]]:
    """Return the matches in reading order; offsets count UTF-16 units of text and markup joined.

    Left out is what the client does not want, what lies in markup only, and a note of the model
    where a house rule has found the very same words: its message is the one to read.
    """
    content = asked.source.content
    units = Units(content)
    rows = [
        row
        for row in _rows(checked)
        if asked.chosen.wants(rule_id(row["check"]), category(row["check"])[0])
    ]
    of_rules = {(row["start"], row["end"]) for row in rows if row["kind"] == "rule"}
    starts = [sentence.start for sentence in sentences]
    found = []
    for row in rows:
        if row["kind"] != "rule" and (row["start"], row["end"]) in of_rules:
            continue
        start, end = asked.source.place(row["start"], row["end"])
        inside = sum(until - since for since, until in _within(asked.markup, start, end))
        if start >= end or inside == end - start:
            continue
        number = max(bisect_right(starts, row["start"]) - 1, 0)
        sentence = sentences[number] if sentences else Sentence(0, len(checked.text), 0)
        offset = units.at(start)
        found.append(
            {
                "message": row["message"],
                "shortMessage": _short(row),
                # A replacement would take the markup between its words away.
                "replacements": [] if inside else _replacements(row),
                "offset": offset,
                "length": units.at(end) - offset,
                "context": _context(content, start, end),
                "sentence": checked.text[sentence.start : sentence.end],
                "type": {"typeName": MATCH_TYPES[row["severity"]]},
                "rule": _rule(row),
                "ignoreForIncompleteSentence": False,
                "contextForSureMatch": 0,
            }
        )
    return found


def sentence_ranges(asked: Wanted, sentences: Sequence[Sentence]) -> list[list[int]]:
    """Return start and end of every sentence, as UTF-16 units of text and markup joined.

    They do not overlap: of sentences that stand in one piece of markup the first has it.
    """
    units = Units(asked.source.content)
    ranges: list[list[int]] = []
    before = 0
    for sentence in sentences:
        start, end = asked.source.place(sentence.start, sentence.end)
        start, end = max(start, before), max(end, before)
        ranges.append([units.at(start), units.at(end)])
        before = end
    return ranges


def in_case_of(found: str, plainer: str) -> str:
    """Return a plainer wording with a capital, or in capitals, where the words found are so.

    Capitals that the wording has of its own are kept.
    """
    letters = [letter for letter in found if letter.isalpha()]
    if not letters or not letters[0].isupper():
        return plainer
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return plainer.upper()
    return plainer[:1].upper() + plainer[1:]


def _rows(checked: Checked) -> Iterator[dict[str, Any]]:
    # DataFrame.to_dict asks of every value what it is: five times slower.
    columns = [checked.findings[name].tolist() for name in FINDINGS]
    for values in zip(*columns, strict=True):
        yield dict(zip(FINDINGS, values, strict=True))


def _within(passages: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of ``passages``, which are in order, that lie in ``start`` to ``end``."""
    first = max(bisect_right(passages, (start, start)) - 1, 0)
    for since, until in passages[first:]:
        if since >= end:
            return
        if until > start:
            yield max(since, start), min(until, end)


def _replacements(row: dict[str, Any]) -> list[dict[str, str]]:
    wordings = dict.fromkeys(in_case_of(row["text"], plainer) for plainer in row["plainer"])
    wordings.pop(row["text"], None)
    return [{"value": wording} for wording in wordings][:MOST_REPLACEMENTS]


def _short(row: dict[str, Any]) -> str:
    return MODEL_RULES[row["check"]][2] if row["check"] in MODEL_RULES else "House rule"


def _rule(row: dict[str, Any]) -> dict[str, Any]:
    of_model = MODEL_RULES.get(row["check"])
    identifier, name = category(row["check"])
    rule: dict[str, Any] = {
        "id": rule_id(row["check"]),
        "description": of_model[1] if of_model else f"House rule “{row['check']}”",
        "issueType": ISSUE_TYPES[row["severity"]],
        "category": {"id": identifier, "name": name},
    }
    # Clients make it a link to click on.
    if row["link"].lower().startswith(("https://", "http://")):
        rule["urls"] = [{"value": row["link"]}]
    return rule


def _context(content: str, start: int, end: int) -> dict[str, Any]:
    since, until = max(start - CONTEXT, 0), min(end + CONTEXT, len(content))
    before = (ELLIPSIS if since else "") + content[since:start]
    after = content[end:until] + (ELLIPSIS if until < len(content) else "")
    # One line, each character for one: the offset and the length are counted in it.
    text = "".join(" " if c.isspace() else c for c in before + content[start:end] + after)
    return {
        "text": text,
        "offset": units_in(before),
        "length": units_in(content[start:end]),
    }
