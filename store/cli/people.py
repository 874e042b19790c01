"""``slant desk editors`` and ``slant desk role``, for whoever has the machine."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from store.cli.opening import Command, desk
from store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.desk.records import Editor

_EDITORS = "List the editors: number, role, since when, and name."
_ROLE = "Give an editor a role, on behalf of whoever has the machine; the trail says so."


class NoSuchName(StoreError):
    """No editor, or several, go by what was given. ``given`` is that."""

    def __init__(self, given: str, found: int) -> None:
        super().__init__(
            f"{found} editors are called {given}: give the number of one, which slant desk editors "
            "lists."
            if found
            else f"There is no editor {given}: slant desk editors lists them."
        )
        self.given = given


def add_commands(command: Command) -> None:
    """Add the two commands to the parser of ``slant desk``."""
    command("editors", _EDITORS, _list)
    role = command("role", _ROLE, _give)
    role.add_argument("editor", metavar="EDITOR", help="the name of an editor, or the number")
    # Those of ``store.desk.records``, which would load the desk for every command.
    role.add_argument(
        "role",
        metavar="ROLE",
        choices=("waiting", "reader", "reviewer", "admin"),
        help="waiting (may do nothing yet), reader (looks), reviewer (decides, adds articles) or "
        "admin (also says who may do what)",
    )


def _list(options: argparse.Namespace) -> int:
    from analysis.output.table import padded, printable
    from store.desk.editors import editors

    with desk() as engine:
        found = editors(engine)
    for one in found:
        note = "" if one.verified else " (typed, not verified)"
        name = f"{printable(one.name)}{note}"
        print(f"{one.id:>4}  {padded(one.role, 8)}  {one.since:%Y-%m-%d}  {name}")
    return 0


def _give(options: argparse.Namespace) -> int:
    from analysis.output.table import printable
    from store.desk.editors import editors, set_role

    with desk() as engine:
        one = _named(options.editor, editors(engine))
        set_role(engine, None, one.id, options.role)
    print(f"{printable(one.name)} is {options.role} now.")
    return 0


def _named(given: str, all_of: Sequence[Editor]) -> Editor:
    """Return the editor of that number or name; raises NoSuchName. A name is never a number, as it
    has a letter."""
    wanted = " ".join(given.split()).casefold()
    found = [one for one in all_of if wanted in (str(one.id), one.name.casefold())]
    if len(found) != 1:
        raise NoSuchName(given, len(found))
    return found[0]
