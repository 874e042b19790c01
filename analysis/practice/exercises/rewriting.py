"""Make it plain, make it loaded: sentences to rewrite, and whether a rewriting keeps the facts.

What is checked is whether each name, number and quotation is there. Whether they still stand in the
same relation (who voted for what) is for the reader to see, and the page says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import SlantError
from analysis.practice.exercises.facts.fact import Fact
from analysis.practice.exercises.facts.names import NameTagger, lost_names
from analysis.practice.exercises.facts.numbers import lost_numbers
from analysis.practice.exercises.facts.quotations import lost_quotations
from analysis.practice.item_files import PRACTICE, read_items
from analysis.speakers.tagging.network import voices

__all__ = ["Fact", "Kept", "RewritingItem", "SentenceTooLong", "facts_kept", "rewriting_items"]

FILE = PRACTICE / "rewriting.csv"
"""The items that come with Slant."""

COLUMNS = ("text", "direction", "example")
DIRECTIONS = ("plain", "loaded")
"""What a sentence is to become."""

LONGEST = 600
"""Most characters of a sentence to compare: one of 100 words. Two of them take some 30 ms
on one core, and the time grows with the square of the length."""


class SentenceTooLong(SlantError):
    """A sentence has ``length`` characters, more than ``LONGEST``."""

    def __init__(self, length: int) -> None:
        super().__init__(
            f"The sentence has {length:,} characters, more than the {LONGEST} that can be "
            "compared: make it shorter."
        )
        self.length = length


@dataclass(frozen=True)
class RewritingItem:
    """A sentence to rewrite so that it becomes what ``direction`` says, one of ``DIRECTIONS``.

    ``example`` is a rewriting that does so and keeps the facts, shown to a reader who is done or
    gives up; empty where a teacher's file has none.
    """

    text: str
    direction: str
    example: str


def rewriting_items(path: Path = FILE) -> list[RewritingItem]:
    """Return the items of a file, in its order; raises BadItems, which names the line."""
    return [
        RewritingItem(row["text"], row.choice("direction", DIRECTIONS), row["example"])
        for row in read_items(path, COLUMNS, may_be_empty=("example",))
    ]


@dataclass(frozen=True)
class Kept:
    """What a rewriting did to the facts: those ``lost`` have offsets into the sentence as it was,
    those ``added`` into the rewriting; both in reading order."""

    lost: tuple[Fact, ...]
    added: tuple[Fact, ...]

    @property
    def all_kept(self) -> bool:
        """Whether nothing was lost and nothing added."""
        return not self.lost and not self.added


def facts_kept(before: str, after: str, tagger: NameTagger | None = None) -> Kept:
    """Return the names, numbers and quotations of one wording that the other lacks.

    ``tagger`` is the network that finds names (default: that of this process, loaded at the first
    call). Raises SentenceTooLong for one of more than ``LONGEST`` characters, ModelUnavailable if
    the network can't be loaded.
    """
    if (length := max(len(before), len(after))) > LONGEST:
        raise SentenceTooLong(length)
    network = voices() if tagger is None else tagger
    found = (
        lost_names(before, after, network),
        lost_numbers(before, after),
        lost_quotations(before, after),
    )
    return Kept(*(_in_order([one[side] for one in found]) for side in (0, 1)))


def _in_order(groups: Sequence[Sequence[Fact]]) -> tuple[Fact, ...]:
    facts = [each for group in groups for each in group]
    return tuple(sorted(facts, key=lambda each: (each.start, each.end)))
