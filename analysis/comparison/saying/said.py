"""The statements of an article as records, and who may be the same speaker in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from analysis.comparison.people import People
from analysis.comparison.shared_words import terms
from analysis.frames import FURNITURE, Result
from analysis.text.function_words import words

_NEGATIONS = words("not never nor neither no hardly declined refused failed")
_REQUESTS = words(
    "ask beg bid call challenge command demand dare exhort implore invite lobby order petition "
    "plead press propose request require seek urge want"
)
"""Verbs, or first words of phrases, after which stands what somebody is to do: “asked Hale for an
account” and “said Hale would give an account” are two things."""


@dataclass(frozen=True)
class Said:
    """A statement of one article: the place of the article, the statement's number, its pieces as
    ``(start, end)`` offsets and as texts, the sentences that hold their starts, and the columns of
    the statements frame that say how it is given. ``person`` is the speaker's number in the people
    of the comparison, None if that is not known."""

    article: int
    number: int
    pieces: tuple[tuple[int, int], ...]
    texts: tuple[str, ...]
    sentences: tuple[int, ...]
    form: str
    act: str
    speaker: str
    person: int | None
    cue: str
    cue_start: int | None
    cue_end: int | None
    verb: str
    manner: str

    @cached_property
    def terms(self) -> tuple[frozenset[str], ...]:
        """The words of each piece that tell something (``shared_words.terms``)."""
        return tuple(frozenset(terms(text)) for text in self.texts)

    @cached_property
    def all_terms(self) -> frozenset[str]:
        """The same of all pieces together."""
        return frozenset().union(*self.terms)

    @property
    def is_request(self) -> bool:
        """Whether it is something that the speaker wants others to do."""
        return self.verb.split(" ")[0] in _REQUESTS

    @property
    def is_denied(self) -> bool:
        """Whether the words that attribute it say that it was not said: “did not mention that”."""
        given = self.cue.casefold().replace("’", "'").split()
        return any(word in _NEGATIONS or word.endswith("n't") for word in given)


def statements_of(result: Result, article: int, known: People) -> list[Said]:
    """Return the statements of the article at a place of the comparison, in reading order, but for
    those in furniture and those that the article says were not made."""
    furniture = set(result.sentences.loc[result.sentences["part"] == FURNITURE, "sentence"])
    grouped: dict[int, list[dict[str, Any]]] = {}
    for row in result.statements.to_dict("records"):
        if row["sentence"] not in furniture:
            grouped.setdefault(int(row["statement"]), []).append(
                {str(k): v for k, v in row.items()}
            )
    found = [_said(article, number, rows, known) for number, rows in grouped.items()]
    return [one for one in found if not one.is_denied]


def _said(article: int, number: int, rows: Sequence[dict[str, Any]], known: People) -> Said:
    cued = next((row for row in rows if row["cue"]), rows[0])
    speaker = str(rows[0]["speaker"])
    return Said(
        article=article,
        number=number,
        pieces=tuple((int(row["start"]), int(row["end"])) for row in rows),
        texts=tuple(str(row["text"]) for row in rows),
        sentences=tuple(int(row["sentence"]) for row in rows),
        form=str(rows[0]["form"]),
        act=str(rows[0]["act"]),
        speaker=speaker,
        person=known.number(article, speaker),
        cue=str(cued["cue"]),
        cue_start=_whole(cued["cue_start"]),
        cue_end=_whole(cued["cue_end"]),
        verb=str(cued["verb"]),
        manner=str(cued["manner"]),
    )


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) else None
