"""The parser of ``slant desk``, put together from the commands' modules."""

from __future__ import annotations

import argparse

from store.cli import adding, backups, exporting, people, status
from store.cli.opening import Run

MODULES = (status, backups, adding, exporting, people)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``slant desk`` takes: commands of its own."""
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", parser_class=type(parser), required=True
    )

    def command(name: str, says: str, run: Run) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=says, description=says, epilog=parser.epilog)
        made.set_defaults(run_desk=run)
        return made

    for module in MODULES:
        module.add_commands(command)


def run(options: argparse.Namespace) -> int:
    """Run a command of ``slant desk``; return 0, or 2 where something could not be done. Raises
    SlantError."""
    run_desk: Run = options.run_desk
    return run_desk(options)
