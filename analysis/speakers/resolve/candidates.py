"""The persons in a passage who could be meant by a pronoun."""

from __future__ import annotations

import re

from analysis.speakers.names.titles import FEMALE_TITLES, MALE_TITLES, NEUTRAL_TITLES
from analysis.speakers.names.words import Range
from analysis.speakers.resolve.article_names import ArticleNames
from analysis.speakers.resolve.asides import is_aside
from analysis.speakers.resolve.descriptions import person_described
from analysis.text.function_words import words

PRONOUN = re.compile(
    r"(?<![\w'’-])(?:he|him|his|himself|she|her|hers|herself)(?![\w-])", re.IGNORECASE
)
"""Pronouns of the third person that say a gender."""

_PEOPLE = (
    MALE_TITLES
    | FEMALE_TITLES
    | NEUTRAL_TITLES
    | words(
        """person official aide driver suspect victim student teacher worker resident neighbour
        neighbor witness voter customer patient nurse colleague friend expert researcher
        scientist reporter journalist defendant prosecutor juror employee farmer player fan
        passenger tourist immigrant soldier gunman shooter killer attacker thief parent child
        teenager baby singer writer rapper star billionaire millionaire veteran nominee rival
        opponent predecessor successor critic supporter donor volunteer strategist consultant
        source insider politician diplomat minister leader boss owner partner girlfriend boyfriend
        client landlord tenant shopkeeper fisherman pilot artist caller host guest professor"""
    )
)
_SOMEBODY = re.compile(
    r"(?<![\w-])(?:a|an|the|his|her|their|its|another|one|this|that|\w+['’]s)\s+(?:[\w’'-]+\s+){0,3}?([a-z]\w*)"
    r"(?![\w’'-])",
    re.IGNORECASE,
)


def persons_in(
    article: ArticleNames, start: int, end: int, gender: str, main_only: bool = False
) -> set[int | Range]:
    """Return the persons whom ``text[start:end]`` names or describes and who can be of a gender:
    the number of a name, or the range of words like “a driver”.

    With ``main_only`` those are left out that stand in the possessive or after a preposition.
    """
    found: set[int | Range] = set()
    for begin, stop, name in article.persons(start, end):
        if article.gender[name] in ("", gender) and not (
            main_only and is_aside(article.text, begin, stop)
        ):
            found.add(name)
    for match in _SOMEBODY.finditer(article.text, start, end):
        if main_only and is_aside(article.text, *match.span()):
            continue
        if _is_somebody(article, match, gender):
            found.add(match.span())
    return found


def described_person(article: ArticleNames, start: int, end: int, gender: str) -> Range | None:
    """Return the words with which a passage begins, if they are one person without a name who can
    be of a gender: “a spokeswoman”, else None."""
    match = _SOMEBODY.match(article.text, start, end)
    if match is None or not _is_somebody(article, match, gender):
        return None
    return match.span()


def _is_somebody(article: ArticleNames, match: re.Match[str], gender: str) -> bool:
    """Whether words like “a driver” are a person without a name, whom a pronoun could mean."""
    noun = match[1].casefold()
    if noun not in _PEOPLE:
        return False
    other = FEMALE_TITLES if gender == "m" else MALE_TITLES
    if noun in other:
        return False
    # "a lawyer, Joan Hale", "Joan Hale, a lawyer", "the lawyer Joan Hale" are her.
    start, end = match.span()
    after = article.text[end : end + 3]
    near = article.persons(end, end + 3 if after[:1] == "," else end + 2)
    if any(begin >= end for begin, _, _ in near):
        return False
    before = article.text[max(0, start - 200) : start].rstrip()
    if before.endswith(",") and article.ends_with_name(start - (min(start, 200) - len(before)) - 1):
        return False
    return person_described(article, start, end) is None
