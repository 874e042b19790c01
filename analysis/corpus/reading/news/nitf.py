"""NITF files: one document, or any number of them one after another or within another element
(NewsML)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.corpus.reading.news.parsing.series import Series, parts_of
from analysis.corpus.reading.news.parsing.worker import NITF
from analysis.corpus.reading.news.pieces.elements import Elements, first_tag, require_whole
from analysis.corpus.reading.news.pieces.streamed import Streamed, found_of, unreadable
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import CannotRead, SlantError

_FIELDS = ("id", "outlet", "section", "topic", "withheld")


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is NITF."""
    tag = first_tag(head)
    return tag == "nitf" or (tag.lower() not in ("", "html") and b"<nitf" in head)


def open_file(path: Path, choices: Choices) -> NitfFile:
    """Open one; raises CannotRead."""
    return NitfFile(path)


class NitfFile(Streamed):
    """A ``Reader`` of NITF."""

    kind = "a NITF file"

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give its documents."""
        with self.opened() as file, Series() as series:
            elements = Elements(file, ("nitf",))
            for number, piece in enumerate(elements.pieces(), 1):
                place = f"article {number}"
                name = f"The file's {place}"
                try:
                    require_whole(piece, name)
                    answer = series.answered(elements.document(piece, ""), NITF, name)
                    yield _article(answer, place, name)
                except SlantError as error:
                    yield unreadable(error, place)


def _article(answer: dict[str, Any], place: str, name: str) -> Found | Unreadable:
    article, about = parts_of(answer, _FIELDS, name)
    withheld = about.pop("withheld")
    found = found_of(article, place, **about)
    if withheld or not article.text.strip():
        reason = f"was withdrawn by its publisher ({withheld})" if withheld else "has no text"
        error = CannotRead(name, reason, "leave it out")
        return unreadable(
            error,
            place,
            id=found.id,
            outlet=found.outlet,
            section=found.section,
            author=found.author,
            date=found.date,
            title=found.title,
            url=found.url,
        )
    return found
