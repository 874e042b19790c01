"""Rules of another tool, told by the kind of file they are in."""

from __future__ import annotations

import os
from pathlib import Path

from analysis.errors import CannotRead
from analysis.rules.files.other_tools.imported import Imported
from analysis.rules.files.other_tools.typerighter import read_typerighter
from analysis.rules.files.other_tools.vale.styles import read_vale

_OF_VALE = (".zip", ".yml", ".yaml", ".txt", ".ini")
_OF_TYPERIGHTER = (".csv", ".tsv", ".json")


def read_other(path: str | os.PathLike[str], voices: tuple[str, ...] = ("outlet",)) -> Imported:
    """Return the rules of another tool, and what was left out.

    Folders, zip archives, YAML files and vocabularies are Vale's, CSV and JSON files Typerighter's.
    ``voices`` are those at which the rules look. Raises CannotRead or BadRules.
    """
    given = Path(path)
    ending = given.suffix.lower()
    if given.is_dir() or ending in _OF_VALE:
        return read_vale(path, voices)
    if ending in _OF_TYPERIGHTER:
        return read_typerighter(path, voices)
    name = os.fspath(path)
    if not given.exists():
        raise CannotRead(name, "does not exist", "check the name")
    advice = "give a folder or zip archive of Vale styles, or a CSV or JSON file of Typerighter"
    raise CannotRead(name, "is of no tool that is read here", advice)
