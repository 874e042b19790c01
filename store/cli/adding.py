"""``slant desk add``: articles from files and folders onto the desk."""

from __future__ import annotations

import argparse
import getpass
from typing import TYPE_CHECKING

from analysis.cli.output import fail, say
from analysis.output.phrasing.numerals import counted
from store.cli.opening import Command, desk
from store.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from analysis.desk.adding import Prepared
    from analysis.rules.rule import RuleSet

_ADD = "Analyse articles, check them with house rules, and put them on the desk."

_NO_RULES = (
    "No house rules are given, so only the model's flags are added: name a file of rules with "
    "--rules, or in SLANT_RULES."
)


class NoUser(StoreError):
    """The user who runs the command has no name, as in a container."""

    def __init__(self) -> None:
        super().__init__("This machine's user has no name: give the editor's with --as.")


def add_commands(command: Command) -> None:
    """Add the command to the parser of ``slant desk``."""
    add = command("add", _ADD, _add)
    add.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        help="a file, or a folder: all files in it and in its folders, but hidden ones",
    )
    add.add_argument("--outlet", metavar="NAME", default="", help="the outlet of all of them")
    add.add_argument("--section", metavar="NAME", default="", help="the section of all of them")
    add.add_argument(
        "--rules",
        metavar="RULES",
        action="append",
        help="a CSV file of house rules, or a folder of them; may be given several times; in the "
        "place of those that SLANT_RULES names",
    )
    add.add_argument(
        "--as",
        metavar="NAME",
        dest="editor",
        help="the name of the editor who adds them, as typed at the desk; unless given, that of "
        "this machine's user",
    )


def _add(options: argparse.Namespace) -> int:
    """Add the articles, one after the other; what cannot be added is said, the rest is done."""
    from analysis.desk.adding import file_sources, prepared
    from store.desk.articles import known_article
    from store.desk.editors import sign_in

    rules = _rules(options.rules)
    if not rules.live.rules:
        say(_NO_RULES)
    sources = file_sources(options.paths)
    if not sources:
        return fail(f"There is no file in {', '.join(options.paths)}: name another folder.")
    status = 0
    with desk(made=True) as engine:
        editor = sign_in(engine, options.editor or _user()).id
        for one in prepared(
            sources,
            rules,
            outlet=options.outlet,
            section=options.section,
            known=lambda digest: known_article(engine, digest),
        ):
            status = max(status, _kept(engine, editor, one))
    return status


def _kept(engine: Engine, editor: int, one: Prepared) -> int:
    """Put an article on the desk and say so; return the exit status so far."""
    from analysis.output.table import printable
    from store.desk.articles import add_article
    from store.desk.judging import judged

    name = printable(one.source)
    if one.new is None:
        if one.known is None:
            # Many sentences begin with the name already.
            return fail(one.trouble if one.source in one.trouble else f"{name}: {one.trouble}")
        print(f"{name}: on the desk already, as article {one.known}", flush=True)
        return 0
    number = add_article(engine, editor, one.new, judged(engine, one.new))
    print(f"{name}: article {number}, {counted(len(one.new.flags), 'flag')}", flush=True)
    return 0


def _rules(files: list[str] | None) -> RuleSet:
    from analysis.rules.files.rule_files import read_rules
    from analysis.rules.files.served import served_rules
    from analysis.rules.rule import joined

    return served_rules() if files is None else joined([read_rules(file) for file in files])


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        raise NoUser from None
