"""The command ``slant``: its parser, and what all sub-commands do with errors."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from analysis.cli import compare, corpus, desk, lint, read, rules, serve, worksheet
from analysis.cli.output import fail
from analysis.errors import SlantError

COMMANDS = {
    "read": read,
    "compare": compare,
    "corpus": corpus,
    "lint": lint,
    "rules": rules,
    "worksheet": worksheet,
    "desk": desk,
    "serve": serve,
}
"""The sub-commands by name."""

_STATUS = "Errors are one line on standard error, with exit status 2."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``slant`` and return its exit status: 0, or 2 after one line on stderr for each error.

    ``arguments`` are those after the program's name; None takes them from ``sys.argv``. Raises
    SystemExit with the same status where argparse ends the program: wrong calls, help, version.
    """
    return _run(parser(), arguments)


def read_main(arguments: Sequence[str] | None = None) -> int:
    """Run ``python -m analysis``, which is ``slant read``; as ``main``."""
    alone = _Parser(prog="python -m analysis", description=read.HELP, epilog=_STATUS)
    read.add_arguments(alone)
    alone.set_defaults(run=read.run)
    return _run(alone, arguments)


def desk_main(arguments: Sequence[str] | None = None) -> int:
    """Run ``python -m store.cli``, which is ``slant desk``; as ``main``."""
    alone = _Parser(prog="python -m store.cli", description=desk.HELP, epilog=_STATUS)
    desk.add_arguments(alone)
    alone.set_defaults(run=desk.run)
    return _run(alone, arguments)


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``slant`` with all sub-commands."""
    whole = _Parser(
        prog="slant",
        description="Show how a news article is worded. Without a command: open the dashboard.",
        epilog=_STATUS,
    )
    whole.add_argument(
        "--version", action=_Version, help="show the versions of Slant and its model, and exit"
    )
    serve.add_dashboard_arguments(whole)
    whole.set_defaults(run=serve.run_dashboard)
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    for name, module in COMMANDS.items():
        command = commands.add_parser(
            name,
            help=module.HELP,
            description=module.HELP,
            epilog=getattr(module, "STATUS", _STATUS),
        )
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return whole


def _run(whole: argparse.ArgumentParser, arguments: Sequence[str] | None) -> int:
    options = whole.parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except SlantError as error:
        return fail(error.message)
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints take one line, as all other errors do."""

    def error(self, message: str) -> NoReturn:
        raise SystemExit(fail(f"{message}; {self.prog} -h shows how it is called."))


class _Version(argparse.Action):
    """Prints the versions; asks the model's files for theirs only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest=argparse.SUPPRESS, nargs=0, help=help)

    def __call__(self, *_: Any, **__: Any) -> NoReturn:
        from analysis.version import versions
        from models.errors import ModelError
        from models.inference.release import read_release

        try:
            model = read_release()
        except ModelError as error:
            raise SystemExit(fail(str(error))) from None
        print(versions(model.name, model.version))
        raise SystemExit(0)
