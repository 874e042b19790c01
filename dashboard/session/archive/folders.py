"""Which archives this server shows: the folders that SLANT_ARCHIVE names.

Every page asks it, for the bar of pages, so it imports nothing heavy.
"""

from __future__ import annotations

import os
from pathlib import Path

SETTING = "SLANT_ARCHIVE"
"""The environment variable: one folder that ``slant corpus`` wrote, or several with
``os.pathsep`` between them."""


def archives() -> dict[str, Path]:
    """Return the folders of the archives by their names, in the order of the setting.

    A name is that of the folder; a second folder of the same name is ``name (2)``. Whether there is
    an archive in the folder is not looked at.
    """
    found: dict[str, Path] = {}
    for given in os.environ.get(SETTING, "").split(os.pathsep):
        if not given.strip():
            continue
        folder = Path(given.strip()).expanduser()
        first = folder.absolute().name or "archive"
        name, turn = first, 1
        while name in found:
            turn += 1
            name = f"{first} ({turn})"
        found[name] = folder
    return found
