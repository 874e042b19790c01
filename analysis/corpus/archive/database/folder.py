"""Which files of an archive's folder are finished."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from analysis.corpus.layout import DONE, DUPLICATES, SETTINGS, table_file
from analysis.errors import CannotRead

_PART = re.compile(r"part-(\d{6,12})\.(json|parquet)")


class Folder:
    """The folder of an archive: its finished partitions, ``parts``, in order.

    An archive that is still being made can be opened: a partition counts once its file in
    ``done`` is there. ``unfinished`` is how many partitions have articles but no such file.
    """

    def __init__(self, out: Path) -> None:
        """Look into a folder; raises CannotRead if no archive is in it."""
        self.out = out.absolute()
        try:
            done = _numbers(self.out / DONE)
            begun = _numbers(self.out / "articles")
        except OSError as error:
            reason = f"cannot be opened ({error.strerror})"
            raise CannotRead(str(out), reason, "give a folder that you may read") from error
        if not done and not begun and not (self.out / SETTINGS).is_file():
            reason = "is no archive" if self.out.is_dir() else "is no folder"
            raise CannotRead(
                str(out), reason, "give the folder that slant corpus has written an archive into"
            )
        self.parts = sorted(done)
        self.unfinished = len(begun - done)

    def files(self, table: str, of: Iterable[int] | None = None) -> list[str]:
        """Return the files of a table, those of all finished partitions or of ``of``, which are
        places in ``parts``."""
        numbers = self.parts if of is None else [self.parts[at] for at in sorted(set(of))]
        return [str(table_file(self.out, table, number)) for number in numbers]

    @property
    def duplicates(self) -> list[str]:
        """The file of near-duplicates in a list, which is empty where there is none."""
        file = self.out / DUPLICATES
        return [str(file)] if file.is_file() else []

    def settings(self) -> dict[str, Any]:
        """Return what the archive was made with and from; empty while there is no such file.

        Raises CannotRead if the file is damaged.
        """
        file = self.out / SETTINGS
        if not file.is_file():
            return {}
        try:
            found = json.loads(file.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            advice = "run slant corpus again with another folder"
            raise CannotRead(str(file), "is damaged", advice) from error
        return found if isinstance(found, dict) else {}


def _numbers(folder: Path) -> set[int]:
    """Return the numbers of the partitions that have a file in a folder."""
    if not folder.is_dir():
        return set()
    found = (_PART.fullmatch(file.name) for file in folder.iterdir())
    return {int(match[1]) for match in found if match}
