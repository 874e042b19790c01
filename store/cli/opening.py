"""What the commands share: the desk that the settings name, opened for one command."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Engine

Run = Callable[[argparse.Namespace], int]
"""What runs a command: its options in, its exit status out."""

Command = Callable[[str, str, Run], argparse.ArgumentParser]
"""What adds a command to the parser, by its name, what it does, and what runs it."""


class NoDesk(StoreError):
    """There is no desk at the place that the settings name. ``place`` is its file."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"There is no desk at {place} yet: start Slant, add an article, or name another "
            "folder with SLANT_DATA."
        )
        self.place = place


@contextmanager
def desk(*, made: bool = False) -> Iterator[Engine]:
    """Give the database of the desk, and let go of it at the end of the block.

    A file is made only if ``made`` says so. Raises CannotOpenDesk, NoDesk.
    """
    from store.desk.opening import open_desk, place

    where = place()
    if not made and "://" not in where and not os.path.exists(where):
        raise NoDesk(where)
    engine = open_desk()
    try:
        yield engine
    finally:
        engine.dispose()
