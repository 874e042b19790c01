"""What a fixture is: a file, and the articles that it was made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Truth:
    """An article as it should be found; ``text`` is empty where it has none and is no article."""

    text: str
    date: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    section: str = ""
    id: str = ""


@dataclass(frozen=True)
class Fixture:
    """``write`` makes the file in a folder and returns its path; ``claims`` is how many articles
    the file says it holds."""

    name: str
    form: str
    write: Callable[[Path], Path]
    truth: tuple[Truth, ...]
    claims: int | None = None
    day_first: bool | None = None


@dataclass(frozen=True)
class Row:
    """A line of an export before it is written to a file.

    ``kind`` is ``title``, ``plain``, ``bold``, ``centre``, ``item``, ``cells`` (text with tabs),
    ``tag`` (text with a tab after the tag), ``under`` (a further paragraph of a tag) or ``page``
    (a new page; its text is the title at the head of the pages that follow).
    """

    text: str
    kind: str = "plain"


@dataclass
class Made:
    """An article before it is laid out; ``said`` is its date as the database writes it."""

    title: str
    body: list[Row]
    outlet: str
    said: str
    date: str
    byline: str = ""
    section: str = ""
    pages: str = ""
    edition: str = ""
    lines_of_title: list[str] = field(default_factory=list)
    id: str = ""
    code: str = ""
    graphic: str = ""

    def truth(self) -> Truth:
        """Return it as it should be found."""
        text = "\n\n".join(row.text.replace("\t", " | ") for row in self.body)
        author = self.byline.removeprefix("By ")
        return Truth(text, self.date, self.title, self.outlet, author, self.section, self.id)
