"""Open an export of a press database: several articles in one Word, RTF or PDF file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from analysis.corpus.reading.exports.glance import is_export, kind_of
from analysis.corpus.reading.exports.limits import ALLOWED, MAX_BYTES, WORKER
from analysis.corpus.reading.kinds import HEAD
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import CannotRead
from analysis.reading.documents import sandbox

_FILES = {"word": "a Word file", "rtf": "an RTF file", "pdf": "a PDF file"}
_PASTE = re.compile(r"(?:,? or )?paste [^,]*$")


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is an export; raises OSError. A Word or PDF file that is one article is
    none."""
    kind = kind_of(path, head)
    return kind is not None and is_export(path, kind)


def open_file(path: Path, choices: Choices) -> ExportFile:
    """Open one; raises CannotRead for a file over ``MAX_BYTES``."""
    with path.open("rb") as file:
        kind = kind_of(path, file.read(HEAD))
    if kind is None:
        raise CannotRead(path.name, "is no Word, RTF or PDF file", "export it again as one")
    if path.stat().st_size > MAX_BYTES:
        raise CannotRead(
            path.name,
            f"is larger than the {MAX_BYTES // 1024**2} MB that one export may have",
            "export it without pictures, or fewer articles a file",
        )
    return ExportFile(path, kind, choices)


class ExportFile:
    """A ``Reader`` of an export. It is taken apart in a child process when its articles are asked
    for, and no more than one file's articles are kept in memory at a time."""

    def __init__(self, path: Path, file: str, choices: Choices) -> None:
        """``file`` is what the file is: ``word``, ``rtf`` or ``pdf``."""
        self.kind = f"an export of a press database ({_FILES[file]})"
        self.total: int | None = None
        self.settings: Mapping[str, object] = {}
        self._notes: list[str] = []
        self._path, self._file, self._day_first = path, file, choices.day_first
        self._claimed: int | None = None
        self._given = 0

    @property
    def notes(self) -> Sequence[str]:
        """What is known once the file has been taken apart: dates that were left empty, pages that
        could not be read."""
        return self._notes

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give its articles; raises CannotRead for a file that is damaged, locked, a scan, or no
        export, and OSError where the system cannot read it."""
        answer = self._answer()
        self.kind = answer["kind"]
        self._claimed = answer["claimed"]
        self._notes = answer["notes"]
        pieces = answer["pieces"]
        self.total = len(pieces)
        self._given = 0
        for piece in pieces:
            self._given += 1
            yield piece

    def claimed(self) -> int | None:
        """Return how many articles the first page, the headings or the summary say there are."""
        return self._claimed

    def share_read(self) -> float:
        """Return how many of the articles were given."""
        return self._given / self.total if self.total else 0.0

    def _answer(self) -> dict[str, Any]:
        name = self._path.name
        request = {"kind": self._file, "day_first": self._day_first}
        try:
            data = self._path.read_bytes()
            answer = sandbox.ask(sandbox.start(WORKER), data, request, name, ALLOWED)
            sandbox.checked(answer, name, ALLOWED)
        except CannotRead as error:
            raise CannotRead(name, error.reason, _advice(error.advice)) from None
        if answer.get("kind") == "":
            raise CannotRead(
                name,
                f"is {_FILES[self._file]}, but no export of Nexis or Factiva",
                "export the full documents, several in one file, from Nexis or Factiva",
            )
        return _checked(answer, name)


def _advice(advice: str) -> str:
    """Return advice without that to paste the text of an article."""
    return _PASTE.sub("", advice).strip() or "export it again"


def _checked(answer: dict[str, Any], name: str) -> dict[str, Any]:
    """Return an answer with its articles; raise CannotRead if it is malformed, as the child has
    read what strangers wrote."""
    pieces, claimed, kind = answer.get("pieces"), answer.get("claimed"), answer.get("kind")
    unclear, notices = answer.get("unclear_dates"), answer.get("notices", [])
    if not isinstance(pieces, list) or not isinstance(kind, str) or type(unclear) is not int:
        raise sandbox.failed(name)
    if claimed is not None and type(claimed) is not int:
        raise sandbox.failed(name)
    if not isinstance(notices, list) or not all(isinstance(one, str) for one in notices):
        raise sandbox.failed(name)
    notes = [*notices]
    if unclear:
        notes.append(
            f"{unclear:,} of {len(pieces):,} dates are left empty, as they do not say whether day "
            "or month comes first: add --day-first or --month-first."
        )
    articles = [_piece(one, name) for one in pieces]
    return {"kind": kind, "claimed": claimed, "notes": notes, "pieces": articles}


_FOUND = {field.name for field in fields(Found)} - {"quoted"}
_UNREADABLE = {field.name for field in fields(Unreadable)}


def _piece(one: Any, name: str) -> Found | Unreadable:
    if not isinstance(one, dict):
        raise sandbox.failed(name)
    one = {key: value for key, value in one.items() if key != "quoted"}
    if not all(isinstance(value, str) for value in one.values()):
        raise sandbox.failed(name)
    if set(one) == _FOUND:
        return Found(**one)
    if set(one) == _UNREADABLE:
        return Unreadable(**one)
    raise sandbox.failed(name)
