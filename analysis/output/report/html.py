"""The report: one analysed article as a self-contained HTML file.

It has no scripts, pictures or fonts and makes no requests; a content security policy in the file
forbids them. Jinja escapes every string in ``report.html``. The markup inserted unescaped contains
only our own style sheet and the figures, in which ElementTree escapes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from analysis.frames import READABILITY
from analysis.output.blocks import text_blocks
from analysis.output.export import records
from analysis.output.loaded_words import QUOTED, loaded_words, strongest_words
from analysis.output.phrasing import loaded_language
from analysis.output.phrasing.labels import BAND_NAMES, TONE_NAMES
from analysis.output.phrasing.language_note import furniture_note, language_note, unscored_words
from analysis.output.phrasing.measures import MEASURES, ease_level, has_ease_level
from analysis.output.phrasing.numerals import percent
from analysis.output.phrasing.speakers import (
    NAMES_TITLE,
    scored_as,
    speakers_title,
    whose_words,
)
from analysis.output.phrasing.summary import summary, truncation_note
from analysis.output.report import figures as report_figures
from analysis.output.report.house_rules.rows import rule_table, spoken_findings
from analysis.output.report.page import styles, template
from analysis.output.report.speakers import name_groups, speaker_rows
from analysis.output.report.text import TextMarks, tint_strength
from analysis.output.sentence_counts import paragraph_bands, voice_mix
from analysis.output.speakers.counts import speaker_counts, words_of_others
from analysis.output.web_address import web_address
from analysis.scoring.release import passed_over
from analysis.text.one_line import one_line
from analysis.text.words.normalised import as_read
from analysis.version import versions

if TYPE_CHECKING:
    import pandas as pd

    from analysis.frames import Result
    from analysis.output.rules.house_check import HouseCheck

_UNFLAGGED_SHOWN = 10
"""Most uncertain sentences that are linked to under a low count."""


def to_html(
    result: Result,
    made: date | None = None,
    *,
    invented: bool = False,
    notices: Sequence[str] = (),
    house: HouseCheck | None = None,
) -> str:
    """Return ``result`` as a self-contained HTML document, to be stored in UTF-8.

    ``made`` is the date of the report, by default today. ``invented`` says that the article is
    one of the samples (``analysis.reading.samples.is_invented``); the report then says so at its
    top, as it may be passed on without the page. ``notices`` are what is to be known of how
    complete the text is (``Article.notices``). ``house`` is what house rules found in it, which the
    report then marks in the text and lists. The text section contains ``result.text``,
    character for character.
    """
    sentences = result.sentences
    words = strongest_words(loaded_words(result))
    (article,) = records(result.article)
    blocks, tail = text_blocks(result, found=house.found if house else ())
    counts = speaker_counts(result)
    speakers, more_speakers = speaker_rows(counts)
    title = one_line(article["title"])
    policy, style = styles("report.css", *(["house_rules/house_rules.css"] if house else []))
    html: str = template("report.html").render(
        article=article,
        title=title,
        source=one_line(article["source"]),
        address=web_address(article["source"]),
        made=made or date.today(),
        versions=versions(article["model"], article["model_version"]),
        policy=policy,
        style=style,
        summary=summary(sentences),
        meaning=loaded_language.MEANING,
        missed=loaded_language.passed_over_note(
            sentences, passed_over(article["model"], article["model_version"])
        ),
        unflagged=loaded_language.likeliest_unflagged(sentences, _UNFLAGGED_SHOWN),
        notes=list(filter(None, (language_note(result), furniture_note(result)))),
        notices=[one_line(notice) for notice in notices],
        truncation=truncation_note(article["truncated_sentences"]),
        invented=invented,
        blocks=blocks,
        tail=tail,
        strip=Markup(report_figures.article_strip(sentences)),
        mix=Markup(report_figures.sentiment_mix(voice_mix(sentences))),
        words=Markup(report_figures.loaded_words_bars(words)) if len(words) else None,
        words_quoted=(words["voice"] == QUOTED).any(),
        paragraphs=Markup(report_figures.loaded_by_paragraph(paragraph_bands(sentences))),
        many=article["sentences"] > report_figures.MANY_BARS,
        many_paragraphs=article["paragraphs"] > report_figures.MANY_BARS,
        counts_shown=article["paragraphs"] <= report_figures.MOST_COUNTS,
        marks=TextMarks(result),
        tint_strength=tint_strength,
        sentence_mark=sentence_mark,
        sentence_description=partial(sentence_description, house=house),
        house=rule_table(house) if house else None,
        whose_words=whose_words,
        scored_as=scored_as,
        NAMES_TITLE=NAMES_TITLE,
        speakers=speakers,
        more_speakers=more_speakers,
        speakers_title=speakers_title(counts, words_of_others(result)),
        names=name_groups(result.names),
        loaded=_loaded_rows(sentences, result.spans),
        measures=_measure_rows(article),
    )
    return html


def sentence_mark(row: dict[str, Any]) -> str:
    """Return the mark before a sentence: its number, and ▲ or ▼ where its tone is clear, or a dash
    if it was not scored."""
    signs = {"negative": "\u2009▼", "positive": "\u2009▲"}
    unscored = "\u2009–" if row["loaded"] is None else ""
    return f"{row['sentence'] + 1}{signs.get(row['tone_label'], unscored)}"


def sentence_description(row: dict[str, Any], house: HouseCheck | None = None) -> str:
    """Return number, band, whose words it is, and tone: ``Sentence 4: likely loaded (91%), quoted:
    Ann Hale, …``; and what house rules found in it."""
    found = spoken_findings(house, row["sentence"])
    if row["loaded"] is None:
        why = unscored_words(row["language"], row["part"])
        return f"Sentence {row['sentence'] + 1}: {why}. {found}".rstrip()
    return (
        f"Sentence {row['sentence'] + 1}: {BAND_NAMES[row['loaded']]} "
        f"({percent(row['loaded_probability'])}), "
        f"{whose_words(row['voice'], row['speaker'])}, {TONE_NAMES[row['tone_label']]}. {found}"
    ).rstrip()


def _loaded_rows(sentences: pd.DataFrame, spans: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the likely loaded sentences with their words, each wording once."""
    words: dict[int, list[dict[str, Any]]] = {}
    for span in records(spans):
        word = {"text": as_read(span["text"]), "plainer": span["alternative"]}
        if word not in words.setdefault(span["sentence"], []):
            words[span["sentence"]].append(word)
    loaded = records(sentences[sentences["loaded"] == "loaded"])
    return [{**row, "found": words.get(row["sentence"], [])} for row in loaded]


def _measure_rows(article: dict[str, Any]) -> list[dict[str, str]]:
    """Return name, value, level, meaning and pitfall of each readability measure."""
    rows = []
    for name in READABILITY:
        measure, value = MEASURES[name], article[name]
        level = ""
        if (
            name == "flesch_reading_ease"
            and value is not None
            and has_ease_level(value, article["words"])
        ):
            ease = ease_level(value)
            level = f"{ease.name}, like {ease.example}"
        rows.append(
            {
                "name": measure.name,
                "value": "not given" if value is None else f"{value:.0f}".replace("-", "−"),
                "level": level,
                "means": measure.means,
                "misleads": measure.misleads,
            }
        )
    return rows
