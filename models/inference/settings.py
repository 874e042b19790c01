"""Reads a release's `config.json`, and checks that the files beside it are those it describes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from models.errors import ModelError

REINSTALL = "restore the folder from the repository (git checkout -- models)"
"""What to do about a file of a release that is missing or damaged."""

T = TypeVar("T")


def sha256_of(path: Path) -> str:
    """Hex digest of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_settings(folder: Path, files: Sequence[str], make: Callable[[dict[str, Any]], T]) -> T:
    """What `make` makes of the settings in `folder`.

    Args:
        folder: of the release.
        files: names of the files beside `config.json` that must be there as they were released.
        make: takes the settings; a KeyError, ValueError or TypeError says that they are no good.

    Raises:
        ModelError: a file is missing, unreadable, or not the one released.
    """
    path = folder / "config.json"
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
        made = make(config)
        digests = dict(config["sha256"])
    except FileNotFoundError:
        raise ModelError(f"The model's settings {path} are missing: {REINSTALL}.") from None
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"The model's settings {path} can't be read ({error}): {REINSTALL}."
        ) from None
    for name in files:
        file = folder / name
        if not file.is_file():
            raise ModelError(f"The model file {file} is missing: {REINSTALL}.")
        if sha256_of(file) != digests.get(name):
            raise ModelError(
                f"The model file {file} is damaged or not the one released: {REINSTALL}."
            )
    return made
