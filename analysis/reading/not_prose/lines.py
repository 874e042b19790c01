"""A text as the checks see it: its first part, its lines, and how many of them hold a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_HEAD = 200_000
"""Characters that are looked at."""

_LINE = 1_000
"""Characters of a line that are looked at, so that no pattern runs long on a file of one line."""

_WORDS = 5
"""Fewest words before a full stop that make a sentence."""

_STOP = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)")


@dataclass(frozen=True)
class Lines:
    """The first part of a text (``head``), and its lines that are not empty, stripped and cut."""

    head: str
    lines: tuple[str, ...]

    @cached_property
    def packed(self) -> str:
        """The head without white space."""
        return "".join(self.head.split())

    @cached_property
    def sentences(self) -> float:
        """The share of lines that hold a sentence."""
        return self.share(
            lambda line: any(
                len(line[: stop.end()].split()) >= _WORDS for stop in _STOP.finditer(line)
            )
        )

    def share(self, has: object) -> float:
        """Return the share of lines of which a function or a pattern's full match is true."""
        test = has.fullmatch if isinstance(has, re.Pattern) else has
        assert callable(test)
        return sum(bool(test(line)) for line in self.lines) / max(len(self.lines), 1)


def lines_of(text: str) -> Lines:
    """Return ``text`` as the checks look at it."""
    head = text[:_HEAD]
    return Lines(head, tuple(line[:_LINE].strip() for line in head.splitlines() if line.strip()))
