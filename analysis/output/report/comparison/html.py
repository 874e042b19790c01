"""The comparison report: two to five articles on one event as a self-contained HTML file.

As the report of one article it has no scripts, pictures or fonts, makes no requests, and Jinja
escapes every string in ``comparison.html``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from analysis.comparison.frames import SAME_FACT, Comparison
from analysis.output.blocks import Block, text_blocks
from analysis.output.comparison.about import About, ArticleName, article_names
from analysis.output.comparison.facts import fact_rows
from analysis.output.comparison.findings import findings
from analysis.output.comparison.kinds.finding import Finding
from analysis.output.comparison.wordings import Wording, fact_wordings, partners
from analysis.output.export import records
from analysis.output.phrasing.comparison import whole as said
from analysis.output.phrasing.labels import BAND_NAMES
from analysis.output.phrasing.language_note import furniture_note, language_note
from analysis.output.phrasing.speakers import whose_words
from analysis.output.report.figures import MANY_BARS, article_strip
from analysis.output.report.page import styles, template
from analysis.output.report.text import style_classes, tint_strength
from analysis.output.web_address import web_address
from analysis.text.one_line import one_line
from analysis.version import versions

_NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}

MOST_PLACES = 12
"""Most sentences that a finding links to; what is left out is counted."""


@dataclass(frozen=True)
class _Article:
    """An article as the template needs it."""

    name: ArticleName
    address: str
    row: dict[str, Any]
    notes: list[str]
    strip: Markup
    many: bool
    blocks: list[Block]
    tail: str


@dataclass(frozen=True)
class _Finding:
    """A finding, the sentences to link to (article, number from 1), and how many more follow."""

    text: str
    clear: bool
    places: list[tuple[int, int]]
    more: int


def comparison_report(
    comparison: Comparison, known: Sequence[About] = (), made: date | None = None
) -> str:
    """Return ``comparison`` as a self-contained HTML document, to be stored in UTF-8.

    ``known`` is what is known of each article beside its text, or empty; ``made`` is the date of
    the report, by default today. Each article's text is in it, character for character.
    """
    rows = fact_rows(comparison)
    told = [row for row in rows if row.articles + len(row.possibly) > 1]
    alone = [row for row in rows if row.articles + len(row.possibly) == 1]
    articles = [
        _article(comparison, place, name)
        for place, name in enumerate(article_names(comparison, known))
    ]
    policy, style = styles("report.css", "comparison/comparison.css")
    model = articles[0].row
    html: str = template("comparison/comparison.html").render(
        heading=f"{_NUMBERS.get(len(articles), str(len(articles)))} articles, side by side",
        articles=articles,
        letters=[article.name.letter for article in articles],
        made=made or date.today(),
        versions=versions(model["model"], model["model_version"]),
        policy=policy,
        style=style,
        notes=said.notes(comparison),
        summary=said.summary(comparison),
        how_sure=said.how_sure(),
        findings=[
            (kind, said.heading_of(kind), list(map(_finding, some)))
            for kind, some in findings(comparison).items()
            if some
        ],
        facts=[
            (row, wordings, _name(wordings))
            for row, wordings in zip(told, fact_wordings(comparison, told), strict=True)
        ],
        alone=_by_teller(comparison, fact_wordings(comparison, alone)),
        partners=partners(comparison),
        said=said,
        whose_words=whose_words,
        band_names=BAND_NAMES,
        style_classes=style_classes,
        tint_strength=tint_strength,
        many=any(article.many for article in articles),
    )
    return html


def _article(comparison: Comparison, place: int, name: ArticleName) -> _Article:
    result = comparison.articles[place]
    (row,) = records(result.article)
    blocks, tail = text_blocks(result)
    notes = (language_note(result), furniture_note(result), *name.known.notices)
    strip = article_strip(result.sentences, f"strip-{name.letter}", f"{name.letter}-")
    return _Article(
        name=name,
        address=web_address(row["source"]),
        row=row,
        notes=[one_line(note) for note in notes if note],
        strip=Markup(strip),
        many=len(result.sentences) > MANY_BARS,
        blocks=blocks,
        tail=tail,
    )


def _finding(finding: Finding) -> _Finding:
    places = list(dict.fromkeys((place.article, place.sentence + 1) for place in finding.places))
    more = len(places[MOST_PLACES:])
    return _Finding(finding.text, finding.clear, places[:MOST_PLACES], more)


def _name(wordings: list[list[Wording]]) -> str:
    """Return what the matrix calls a fact: by a sentence that tells it, not only possibly."""
    texts = [(one.band, one.row["text"]) for some in wordings for one in some]
    sure = [text for band, text in texts if band == SAME_FACT]
    return said.fact_name(sure or [text for _, text in texts])


def _by_teller(
    comparison: Comparison, facts: list[list[list[Wording]]]
) -> list[tuple[str, list[Wording]]]:
    """Return for each article that tells what no match was found for: the label, the wordings."""
    count = len(comparison.articles)
    return [
        (said.no_match([other for other in range(count) if other != place]), wordings)
        for place in range(count)
        if (wordings := [one for fact in facts for one in fact[place]])
    ]
