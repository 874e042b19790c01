"""Format an analysed article as a plain-text table for a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from math import isnan
from typing import TYPE_CHECKING

from analysis.frames import FURNITURE, UNCLEAR
from analysis.output.phrasing.language_note import furniture_note, language_note
from analysis.output.phrasing.summary import summary, truncation_note
from analysis.text.characters import without_format_characters
from analysis.text.words.normalised import as_read

if TYPE_CHECKING:
    from analysis.frames import Result

MIN_WIDTH = 60
"""Smallest width of the table in terminal cells; in less there is no room for the text."""

# Control characters could control the terminal. ``printable`` also removes format characters:
# direction marks, which could reorder lines, and joiners inside emoji, which a table does not need.
_UNSAFE = re.compile(r"\s+|[\x00-\x1f\x7f-\x9f]")
_COLUMNS = ("   #", "voice ", "tone   ", "loaded?       ", "sentence")
_SHOWN = ("sentence", "voice", "tone", "tone_label", "loaded", "loaded_probability", "part", "text")
_BANDS = {"loaded": "likely", "uncertain": "uncertain", "not loaded": "no"}
_UNSCORED = "–"
_OUTSIDE = "not article"


def readable_table(result: Result, width: int = 100) -> str:
    """Return a summary, one line per sentence and the loaded words, ending in a newline.

    ``width`` is the width of a line in terminal cells, at least ``MIN_WIDTH``; sentences are cut
    to it. Control and direction characters of the article are left out.
    """
    return "\n".join([*_summary(result), "", *_rows(result, max(width, MIN_WIDTH)), ""])


def printable(text: str) -> str:
    """Return a text on one line, without control and format characters."""
    spaced = _UNSAFE.sub(" ", text)
    return without_format_characters(spaced).strip()


def cell_width(text: str) -> int:
    """Return the width of a text in terminal cells: wide characters take two, combining ones
    none."""
    return sum(map(_cell_width, text))


def truncated(text: str, width: int) -> str:
    """Return a text shortened to ``width`` cells, ending in … if it was longer."""
    if cell_width(text) <= width:
        return text
    kept, room = "", width - 1
    for character in text:
        room -= _cell_width(character)
        if room < 0:
            break
        kept += character
    return kept.rstrip() + "…"


def _cell_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _summary(result: Result) -> Iterator[str]:
    article = result.article.iloc[0]
    title = printable(article["title"]) or printable(article["source"]) or "Article"
    yield title
    yield summary(result.sentences)
    yield (
        f"Tone {_signed(article['mean_tone'])}, in the outlet's own voice "
        f"{_signed(article['mean_tone_outlet'])} (-1 to +1). "
        f"Reading ease {_number(article['flesch_reading_ease'])}, "
        f"grade {_number(article['flesch_kincaid_grade'])}. {article['words']} words."
    )
    notes = (
        language_note(result),
        furniture_note(result),
        truncation_note(int(article["truncated_sentences"])),
    )
    yield from filter(None, notes)


def _rows(result: Result, width: int) -> Iterator[str]:
    number, voice, tone, loaded, _ = (len(column) for column in _COLUMNS)
    indent = number + voice + tone + loaded + 4
    words = _words(result)
    frame = result.sentences
    yield " ".join(_COLUMNS)
    for sentence, who, how, label, band, probability, part, text in zip(
        *(frame[name] for name in _SHOWN), strict=True
    ):
        yield (
            f"{sentence + 1:>{number}} {who:<{voice}} {_tone(how, label):<{tone}} "
            f"{_judged(band, probability, part):<{loaded}} "
            f"{truncated(printable(text), width - indent)}"
        )
        if sentence in words:
            line = "words: " + ", ".join(words[sentence])
            yield " " * indent + truncated(line, width - indent)


def _words(result: Result) -> dict[int, list[str]]:
    """Return the loaded words by sentence number, with the plainer wording if there is one."""
    words: dict[int, list[str]] = {}
    spans = result.spans
    for sentence, text, plainer in zip(
        spans["sentence"], spans["text"], spans["alternative"], strict=True
    ):
        word = printable(as_read(text))
        words.setdefault(sentence, []).append(f"{word} (plainer: {plainer})" if plainer else word)
    return words


def _judged(band: object, probability: float, part: str) -> str:
    if isinstance(band, str):
        return f"{_BANDS[band]} {probability:.2f}"
    return _OUTSIDE if part == FURNITURE else _UNSCORED


def _tone(value: float, label: object) -> str:
    """Return the tone as a number, or in words where it is not probable enough to be shown."""
    return UNCLEAR if label == UNCLEAR else _signed(value)


def _signed(value: float) -> str:
    return "–" if isnan(value) else f"{value:+.2f}"


def _number(value: float) -> str:
    return "–" if isnan(value) else f"{round(value)}"
