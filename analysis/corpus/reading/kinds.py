"""The forms of archives that can be read, and the module that reads each.

A module has ``recognises(path, head)``, which is true if the file of that name and first 64 kB is
of its form, and ``open_file(path, choices)``, which returns a ``Reader`` or raises CannotRead.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

HEAD = 64 * 1024
"""First bytes of a file that it is recognised by."""

# In the order in which they are asked; the first that recognises a file reads it.
# Tables last, as they take any JSON and CSV.
_MODULES: tuple[str, ...] = (
    "news.feeds",
    "news.nitf",
    "news.ninjs",
    "news.warc",
    "news.nela.database",
    "news.nela.json_files",
    "news.addresses.media_cloud",
    "tables.parquet",
    "tables.json_rows",
    "tables.csv_rows",
)


def module_for(path: Path) -> ModuleType | None:
    """Return the module that reads a file, None if no form of archive is recognised; raises
    OSError."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    for name in _MODULES:
        module = import_module(f"analysis.corpus.reading.{name}")
        if module.recognises(path, head):
            return module
    return None
