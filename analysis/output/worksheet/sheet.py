"""What stands on a worksheet: numbered lines of the article and questions, nothing of the model's.

The numbers are those that the sentences have everywhere else, so that a sheet fits the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from analysis.errors import SlantError
from analysis.frames import FURNITURE, HEADLINE
from analysis.output.phrasing.practice.paper import left_out, part_of
from analysis.output.web_address import web_address
from analysis.output.worksheet.questions import Question, questions
from analysis.practice.material import material_of
from analysis.text.one_line import one_line
from analysis.version import versions

if TYPE_CHECKING:
    from analysis.frames import Result

Stretch = tuple[int, int]
"""Numbers, from 1, of the first and the last sentence that a sheet is to have."""


class NothingToMark(SlantError):
    """An article has no sentence to mark in the ``stretch``; ``whole`` is how many it has."""

    def __init__(self, stretch: Stretch, whole: int) -> None:
        first, last = stretch
        named = f"sentence {first}" if first == last else f"sentences {first} to {last}"
        super().__init__(
            f"There is nothing to mark in {named}: choose others, the article has 1 to {whole:,}."
        )
        self.stretch, self.whole = stretch, whole


@dataclass(frozen=True)
class SheetLine:
    """A sentence on paper: its ``number`` from 1, and its ``text`` as in the article.

    ``begins`` is true for the first of a paragraph, ``headline`` for one of the headline,
    ``marked`` for one that is to be marked: not those in another language.
    """

    number: int
    text: str
    begins: bool
    headline: bool
    marked: bool


@dataclass(frozen=True)
class Sheet:
    """A worksheet.

    ``title`` is the article's, empty where the lines begin with it; ``address`` its web address, if
    it has one; ``part`` says which sentences it holds, empty for all; ``note`` says what was left
    out. ``invented`` is true for a sample article. ``questions`` hold their answers too: the
    worksheet prints only what is ``asked``.
    """

    title: str
    address: str
    part: str
    note: str
    invented: bool
    lines: tuple[SheetLine, ...]
    questions: tuple[Question, ...]
    made: date
    versions: str


def sheet_of(
    result: Result,
    title: str = "",
    stretch: Stretch | None = None,
    *,
    invented: bool = False,
    asked: int | None = None,
    made: date | None = None,
) -> Sheet:
    """Return the worksheet of an analysed article, or of a ``stretch`` of it.

    A stretch may end beyond the article. ``asked`` is how many of the questions stand on it, the
    first ones, all unless given; 0 leaves them out. ``title`` stands in the place of the article's
    own; ``made`` is today unless given. Lines that are not the article (furniture) are left out.
    Raises NothingToMark.
    """
    frame = result.sentences
    whole = len(frame)
    first, last = stretch or (1, whole)
    if not 1 <= first <= min(last, whole):
        raise NothingToMark((first, last), whole)
    last = min(last, whole)
    material = material_of(result)
    parts: list[str] = frame["part"].tolist()
    lines: list[SheetLine] = []
    before = -1
    for number in range(first - 1, last):
        line = material.lines[number]
        if parts[number] == FURNITURE:
            continue
        lines.append(
            SheetLine(
                number=number + 1,
                text=material.text[line.start : line.end],
                begins=line.paragraph != before,
                headline=parts[number] == HEADLINE,
                marked=line.counts,
            )
        )
        before = line.paragraph
    marked = [line.number - 1 for line in lines if line.marked]
    if not marked:
        raise NothingToMark((first, last), whole)
    article = result.article.iloc[0]
    called = one_line(title or article["title"])
    on_it = any(line.headline and one_line(line.text) == called for line in lines)
    return Sheet(
        title="" if on_it else called,
        address=web_address(article["source"]),
        part=part_of(first, last, whole),
        note=left_out(last - first + 1 - len(lines), len(marked) < len(lines)),
        invented=invented,
        lines=tuple(lines),
        questions=tuple(questions(result, frozenset(marked))[:asked]),
        made=made or date.today(),
        versions=versions(article["model"], article["model_version"]),
    )
