"""The lines of a page, with what each looks like, and where runs and blocks of them are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.text.parts.forms.line_forms import SENTENCE_END, is_furniture_line, is_label_or_phrase

LONGEST_LINK = 20
"""Words of the longest headline in a list of links; a longer line is prose."""


@dataclass(frozen=True)
class PageLine:
    """One logical line: its text, the number of its paragraph, and what it looks like.

    ``furniture`` is told by its own form, ``label`` is a button or the heading of a list, ``prose``
    a line that ends in a stop or a colon or is too long for a label; the others are labels,
    headings and links.
    """

    text: str
    paragraph: int
    furniture: bool
    label: bool
    prose: bool

    @property
    def words(self) -> int:
        """Number of words, as white space separates them."""
        return len(self.text.split())


def page_line(text: str, paragraph: int) -> PageLine:
    """Return a logical line with what its own form says of it."""
    furniture = is_furniture_line(text)
    stripped = text.rstrip()
    stopped = SENTENCE_END.search(stripped) is not None or stripped.endswith((":", ",", ";"))
    prose = not furniture and (stopped or len(text.split()) > LONGEST_LINK)
    return PageLine(text, paragraph, furniture, furniture and is_label_or_phrase(text), prose)


def runs(flags: Sequence[bool]) -> list[range]:
    """Return the numbers of each run of true flags."""
    found: list[range] = []
    for number, flag in enumerate(flags):
        if flag and found and found[-1].stop == number:
            found[-1] = range(found[-1].start, number + 1)
        elif flag:
            found.append(range(number, number + 1))
    return found


def blocks(lines: Sequence[PageLine]) -> list[range]:
    """Return the numbers of the lines of each paragraph."""
    found: list[range] = []
    for number, line in enumerate(lines):
        if found and lines[number - 1].paragraph == line.paragraph:
            found[-1] = range(found[-1].start, number + 1)
        else:
            found.append(range(number, number + 1))
    return found
