"""Format an analysed article as a plain-text table for a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from math import isnan
from typing import TYPE_CHECKING

from analysis.frames import FURNITURE, UNCLEAR
from analysis.output.phrasing.language_note import furniture_note, language_note
from analysis.output.phrasing.numerals import counted
from analysis.output.phrasing.speakers import speaker_name, speakers_title, verbs_line
from analysis.output.phrasing.summary import summary, truncation_note
from analysis.output.speakers.counts import speaker_counts, words_of_others
from analysis.text.characters import without_format_characters
from analysis.text.words.normalised import as_read

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.output.rules.house_check import HouseCheck

MIN_WIDTH = 60
"""Smallest width of the table in terminal cells; in less there is no room for the text."""

# Control characters could control the terminal. ``printable`` also removes format characters:
# direction marks, which could reorder lines, and joiners inside emoji, which a table does not need.
_UNSAFE = re.compile(r"\s+|[\x00-\x1f\x7f-\x9f]")
_SHOWN = (
    *("sentence", "voice", "tone", "tone_label", "loaded", "loaded_probability", "part", "text"),
)
_NUMBER, _VOICE, _TONE, _LOADED = 4, len("reported"), len(UNCLEAR), len("uncertain 0.00")
"""Widths of the columns that do not depend on the article, in cells."""

_SPEAKER = (len("speaker"), 24)
"""Smallest and largest width of the column of speakers; between them it gets a third of what the
columns above leave, as most of that is for the sentence."""

_MOST_SPEAKERS = 12
_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
_BANDS = {"loaded": "likely", "uncertain": "uncertain", "not loaded": "no"}
_UNSCORED = "–"
_OUTSIDE = "not article"


def readable_table(result: Result, width: int = 100, house: HouseCheck | None = None) -> str:
    """Return a summary, who speaks, what house rules found, one line per sentence and the loaded
    words, ending in a newline.

    ``width`` is the width of a line in terminal cells, at least ``MIN_WIDTH``; sentences are cut
    to it. Control and direction characters of the article are left out.
    """
    width = max(width, MIN_WIDTH)
    speakers = [*_speakers(result, width)]
    head = [line for said in _summary(result) for line in wrapped(said, width)]
    rules = [*_house_rules(house, width)] if house else []
    parts = [head, *filter(None, [speakers, rules]), _rows(result, width)]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


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


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text, each at most ``width`` cells; a word that is longer is cut."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and cell_width(longer) > width:
            yield line
            longer = word
        line = truncated(longer, width)
    if line:
        yield line


def padded(text: str, width: int) -> str:
    """Return a text cut or filled with spaces to ``width`` cells.

    After letters that run from right to left stands a mark, without which a terminal that orders
    them would draw the next columns among them.
    """
    text = truncated(text, width)
    mark = _LEFT_TO_RIGHT if has_right_to_left(text) else ""
    return text + mark + " " * (width - cell_width(text))


def has_right_to_left(text: str) -> bool:
    """Say whether a text has letters of a script that runs from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


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
        f"Tone in the outlet's own voice {_signed(article['mean_tone_outlet'])}, of all sentences "
        f"{_signed(article['mean_tone'])} (-1 to +1). "
        f"Reading ease {_number(article['flesch_reading_ease'])}, "
        f"grade {_number(article['flesch_kincaid_grade'])}. {article['words']} words."
    )
    notes = (
        language_note(result),
        furniture_note(result),
        truncation_note(int(article["truncated_sentences"])),
    )
    yield from filter(None, notes)


def _speakers(result: Result, width: int) -> Iterator[str]:
    """Yield a line per speaker under a heading: statements, how many of them are likely loaded,
    verbs. Without statements there is none."""
    counts = speaker_counts(result)
    if not counts:
        return
    yield from wrapped(printable(speakers_title(counts, words_of_others(result))) + ".", width)
    rows = [
        (
            printable(speaker_name(count.speaker)),
            f"{len(count.statements)}",
            f"{count.loaded} of {count.scored}",
            printable(verbs_line(count)),
        )
        for count in counts[:_MOST_SPEAKERS]
    ]
    rows.insert(0, ("speaker", "statements", "loaded", "verbs"))
    name, number, loaded = (max(cell_width(row[place]) for row in rows) for place in range(3))
    name = min(name, width // 3)
    for who, statements, of, verbs in rows:
        start = f"{padded(who, name)} {statements:>{number}} {of:>{loaded}} "
        yield (start + truncated(verbs, width - name - number - loaded - 3)).rstrip()
    if len(counts) > _MOST_SPEAKERS:
        yield f"and {counted(len(counts) - _MOST_SPEAKERS, 'more speaker')}"


def _house_rules(house: HouseCheck, width: int) -> Iterator[str]:
    from analysis.output.rules.table import house_rules_lines

    return house_rules_lines(house, width)


def _rows(result: Result, width: int) -> Iterator[str]:
    frame = result.sentences
    indent = _NUMBER + _VOICE + _TONE + _LOADED + 4
    speakers = [printable(speaker_name(name)) if name else "" for name in frame["speaker"]]
    longest = max(map(cell_width, speakers), default=0)
    speaker = min(max(longest, _SPEAKER[0]), _SPEAKER[1], max((width - indent) // 3, _SPEAKER[0]))
    if longest:
        indent += speaker + 1

    def row(number: object, voice: str, who: str, tone: str, loaded: str, text: str) -> str:
        column = f"{padded(who, speaker)} " if longest else ""
        return (
            f"{number:>{_NUMBER}} {voice:<{_VOICE}} {column}{tone:<{_TONE}} {loaded:<{_LOADED}} "
            f"{truncated(text, width - indent)}"
        )

    words = _words(result)
    yield row("#", "voice", "speaker", "tone", "loaded?", "sentence")
    columns = zip(speakers, *(frame[name] for name in _SHOWN), strict=True)
    for who, sentence, voice, how, label, band, probability, part, text in columns:
        judged = _judged(band, probability, part)
        yield row(sentence + 1, voice, who, _tone(how, label), judged, printable(text))
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
