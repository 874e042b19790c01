"""Plainer wordings for loaded words: a table, written for this project.

``alternatives.csv`` has one line per form (slam, slams, slammed, slamming), so that the plainer
wording has the same inflection and can stand in its place, and one for each part of speech where a
form is more than one of them (a rebuke, to rebuke). A phrase without a wording is one whose words
are meant as they stand: "a panic attack". It is in British spelling.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analysis.scoring.wording.fitted_wording import fitted
from analysis.scoring.wording.part_of_speech import NEAR, part_of_speech
from analysis.scoring.wording.spelling import in_american

TABLE = Path(__file__).with_name("alternatives.csv")

_WORD = re.compile(r"\S+")
_WORD_BEFORE_MARKS = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
_POSSESSIVE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}][sS]$")
_ARTICLES = frozenset({"a", "an"})
_ARTICLE_AT_END = re.compile(r"\b([aA])([nN]?)(\s+)$")
#: A vowel as it sounds: "a use", "a union", "a one-off".
_VOWEL = re.compile(r"(?!use|union|one\b)[aeiou]", re.IGNORECASE)


def alternative_to(
    phrase: str, before: str = "", after: str = "", *, american: bool = False
) -> str:
    """Return a plainer wording for a loaded word or phrase, or "" where the table has none.

    ``before`` and ``after``, the rest of its sentence, tell a noun from a verb; of a word that is
    both and could be either here there is no wording. Upper and lower case make no difference to
    the search and are kept in what is found: SLAMMED gives CRITICISED, Slammed gives Criticised,
    CRITICIZED and Criticized if ``american``. A possessive stays one. Of a phrase that is not in
    the table the words that are become plainer, the longest entry first, and the others stay, as
    does what is part of a longer entry of its sentence: "seized" in "seized on".
    """
    text = before + phrase + after
    words = [(m.start() + len(before), m.end() + len(before)) for m in _WORD.finditer(phrase)]
    written = [text[start:end] for start, end in words]
    made: list[str] = []
    at = 0
    while at < len(words):
        # "an awful mess" would become "an poor problem".
        after_article = at > 0 and written[at - 1].casefold() in _ARTICLES
        ends = () if after_article else range(min(len(words), at + _longest()), at, -1)
        for end in ends:
            start, stop = words[at][0], words[end - 1][1]
            around = text[max(0, start - NEAR) : start], text[stop : stop + NEAR]
            if plain := _entry(text[start:stop], *around, american=american):
                made.append(plain)
                at = end
                break
        else:
            made.append(written[at])
            at += 1
    return " ".join(made) if made != written else ""


def with_plainer_words(text: str, words: Iterable[tuple[int, int, str]]) -> str:
    """Return ``text`` with each of ``words`` replaced, (start, end, plainer wording) in order.

    A word without a plainer wording ("") stays. "A" and "an" before a word follow its first
    sound.
    """
    made: list[str] = []
    at = 0
    for start, end, plainer in words:
        if plainer and start >= at:
            made += [_before(text[at:start], plainer), plainer]
            at = end
    return "".join([*made, text[at:]])


def _before(text: str, plainer: str) -> str:
    """Return what stands before a plainer wording, an article at its end fitted to it."""
    article = _ARTICLE_AT_END.search(text)
    if article is None:
        return text
    letter = article.group(1)
    fitting = f"{letter}n" if _VOWEL.match(plainer) else letter
    if letter == "A" and plainer.isupper() and article.group().strip().isupper():
        fitting = fitting.upper()
    return text[: article.start()] + fitting + article.group(3)


def _entry(phrase: str, before: str, after: str, *, american: bool) -> str:
    """Return what the table has for the whole of ``phrase``, in its case, or ""."""
    plain = _found(phrase, before, after)
    if not plain and (possessive := _POSSESSIVE.search(phrase)):
        plain = _found(phrase[: possessive.start()], before, possessive.group() + after)
        if plain:
            plain += possessive.group()[: 1 if plain.endswith("s") else 2]
    if american:
        plain = in_american(plain)
    if len(phrase) > 1 and phrase.isupper():
        return plain.upper()
    return plain[:1].upper() + plain[1:] if phrase[:1].isupper() else plain


def _found(phrase: str, before: str, after: str) -> str:
    parts = _table().get(_term(phrase), {})
    if not parts or _is_part_of_longer(phrase, before, after):
        return ""
    if len(parts) > 1 or "" not in parts:
        plain = parts.get(part_of_speech(phrase, before, after, parts), "")
    else:
        plain = parts[""]
    return fitted(plain, before, after)


def _term(phrase: str) -> str:
    return " ".join(phrase.casefold().split())


def _is_part_of_longer(phrase: str, before: str, after: str) -> bool:
    """Whether the table has a longer term that stands in the text here and holds ``phrase``."""
    most, table = _longest() - 1, _table()
    starts, ends = [len(before)], [0]
    if before[-1:].isspace():
        starts += [m.start() for m in _WORD.finditer(before)][-most:]
    if after[:1].isspace():
        ends += [m.end() for m in _WORD_BEFORE_MARKS.finditer(after)][:most]
    around = ((start, end) for start in starts for end in ends if start < len(before) or end)
    return any(_term(before[start:] + phrase + after[:end]) in table for start, end in around)


@cache
def _table() -> dict[str, dict[str, str]]:
    """Return the wordings of each term, by part of speech, "" where it is only one."""
    table: dict[str, dict[str, str]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            table.setdefault(row["term"], {})[row["part_of_speech"]] = row["alternative"]
    return table


@cache
def _longest() -> int:
    """Return the number of words of the longest entry: a rant is one phrase of hundreds."""
    return max(len(term.split()) for term in _table())
