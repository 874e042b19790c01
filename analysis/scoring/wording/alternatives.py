"""Plainer wordings for loaded words, from a table written for this project.

``alternatives.csv`` has one line for each form (slam, slams, slammed, slamming), so that the
plainer wording has the same inflection and can replace it, and one for each part of speech of an
ambiguous form (a rebuke, to rebuke). A phrase with an empty wording is meant literally and stays:
"a panic attack". The table is in British spelling.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analysis.scoring.senses.literal_verbs import is_literal
from analysis.scoring.senses.phrases import is_in_set_term
from analysis.scoring.wording.demands import is_met
from analysis.scoring.wording.names import is_name
from analysis.scoring.wording.part_of_speech import CONTEXT_CHARACTERS, part_of_speech
from analysis.scoring.wording.spelling import to_american
from analysis.scoring.wording.wording_in_context import fit_to_context

TABLE = Path(__file__).with_name("alternatives.csv")
"""The table, with the columns term, part_of_speech and alternative."""

_WORD = re.compile(r"\S+")
_WORD_BEFORE_MARKS = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
_POSSESSIVE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}][sS]$")
_ARTICLES = frozenset({"a", "an"})
_ARTICLE_AT_END = re.compile(r"\b([aA])([nN]?)(\s+[\"'\u2018\u201c]?)$")
#: A vowel sound at the start of a word; not in "a use", "a union", "a one-off".
_VOWEL = re.compile(r"(?!use|union|one\b)[aeiou]", re.IGNORECASE)


def alternative_to(
    phrase: str, before: str = "", after: str = "", *, american: bool = False
) -> str:
    """Return a plainer wording for a loaded word or phrase, or "" where the table has none.

    ``before`` and ``after`` are the text of its sentence on either side; they decide the part of
    speech. A word whose part of speech remains unclear gets no wording. Case is ignored in the
    search and kept in the result: SLAMMED gives CRITICISED, Slammed gives Criticised, with
    ``american`` CRITICIZED and Criticized. A possessive stays a possessive. In a phrase that is
    not in the table, the words and phrases that are in it are replaced, the longest first. A word
    that is part of a longer entry in the sentence stays: "seized" in "seized on". So do names, set
    terms, verbs in their literal sense, and words beside which the wording would say something else
    (``demands``).
    """
    text = before + phrase + after
    words = [(m.start() + len(before), m.end() + len(before)) for m in _WORD.finditer(phrase)]
    written = [text[start:end] for start, end in words]
    parts: list[str] = []
    at = 0
    while at < len(words):
        # After an article: "an awful mess" would become "an poor problem".
        after_article = at > 0 and written[at - 1].casefold() in _ARTICLES
        ends = () if after_article else range(min(len(words), at + _longest()), at, -1)
        for end in ends:
            start, stop = words[at][0], words[end - 1][1]
            around = (
                text[max(0, start - CONTEXT_CHARACTERS) : start],
                text[stop : stop + CONTEXT_CHARACTERS],
            )
            plain = _entry(text[start:stop], *around, american=american)
            if plain and not is_name(start, stop, text):
                parts.append(plain)
                at = end
                break
        else:
            parts.append(written[at])
            at += 1
    return " ".join(parts) if parts != written else ""


def with_plainer_words(text: str, words: Iterable[tuple[int, int, str]]) -> str:
    """Return ``text`` with each of ``words`` replaced.

    ``words`` are (start, end, plainer wording), in order; a word with the wording "" stays. "A" and
    "an" before a wording are corrected for its first sound.
    """
    parts: list[str] = []
    at = 0
    for start, end, plainer in words:
        if plainer and start >= at:
            parts += [_with_article(text[at:start], plainer), plainer]
            at = end
    return "".join([*parts, text[at:]])


def _with_article(text: str, plainer: str) -> str:
    """Return the text before a plainer wording, with "a" or "an" at its end corrected."""
    article = _ARTICLE_AT_END.search(text)
    if article is None:
        return text
    letter = article.group(1)
    fitting = f"{letter}n" if _VOWEL.match(plainer) else letter
    if letter == "A" and plainer.isupper() and article.group().strip().isupper():
        fitting = fitting.upper()
    return text[: article.start()] + fitting + article.group(3)


def _entry(phrase: str, before: str, after: str, *, american: bool) -> str:
    """Return the table's wording for the whole of ``phrase``, in the same case, or ""."""
    plain = _look_up(phrase, before, after)
    if not plain and (possessive := _POSSESSIVE.search(phrase)):
        plain = _look_up(phrase[: possessive.start()], before, possessive.group() + after)
        if plain:
            plain += possessive.group()[: 1 if plain.endswith("s") else 2]
    if american:
        plain = to_american(plain)
    if len(phrase) > 1 and phrase.isupper():
        return plain.upper()
    return plain[:1].upper() + plain[1:] if phrase[:1].isupper() else plain


def _look_up(phrase: str, before: str, after: str) -> str:
    """Return the wording of ``phrase`` that fits its part of speech and context here, or ""."""
    wordings = _table().get(_term(phrase), {})
    if not wordings or _is_part_of_longer(phrase, before, after):
        return ""
    if is_in_set_term(phrase, before, after) or is_literal(phrase, before, after):
        return ""
    if len(wordings) > 1 or "" not in wordings:
        plain = wordings.get(part_of_speech(phrase, before, after, wordings), "")
    else:
        plain = wordings[""]
    if plain and not is_met(plain, phrase, before, after):
        return ""
    return fit_to_context(plain, before, after)


def _term(phrase: str) -> str:
    return " ".join(phrase.casefold().split())


def _is_part_of_longer(phrase: str, before: str, after: str) -> bool:
    """Whether ``phrase`` is part of a longer term of the table in the text here."""
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
    """Return the wordings of each term by part of speech; the key is "" for an unambiguous term."""
    table: dict[str, dict[str, str]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            table.setdefault(row["term"], {})[row["part_of_speech"]] = row["alternative"]
    return table


@cache
def _longest() -> int:
    """Return the number of words of the longest term, a limit on the search in long phrases."""
    return max(len(term.split()) for term in _table())
