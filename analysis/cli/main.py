"""The command line: ``python -m analysis FILE``."""

from __future__ import annotations

import argparse
import os
import secrets
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from analysis.errors import CannotWrite, NotEnglish, SlantError

WIDE = 100
"""Width of the table's lines, in cells, where it does not go to a terminal."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0, or 2 after one line on stderr.

    ``arguments`` are those after the program's name; None takes them from ``sys.argv``.
    """

    options = _parser().parse_args(arguments)
    try:
        content = _content(options)
        if options.output:
            _write(options.output, content, options.file)
        else:
            _print(content)
    except NotEnglish as error:
        anyway = "or add --any-language, for scores not to be relied on"
        return _fail(f"{error.message.removesuffix('.')}, {anyway}.")
    except SlantError as error:
        return _fail(str(error))
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return 130
    return 0


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints take one line, as all other errors do."""

    def error(self, message: str) -> NoReturn:
        raise SystemExit(_fail(f"{message}; {self.prog} -h shows how it is called."))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m analysis",
        description="Find loaded language, tone and voice in the sentences of one English article.",
        epilog="Errors are one line on standard error, with exit status 2.",
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        help="the article: plain text, Markdown, a web page, PDF or Word file, or a web address "
        "(https://…); - reads standard input",
    )
    parser.add_argument(
        "--any-language",
        action="store_true",
        help="score sentences in other languages too, as if they were English; the output says so",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="all frames as JSON, in UTF-8")
    form.add_argument("--csv", action="store_true", help="the sentences as CSV, in UTF-8")
    form.add_argument("--html", action="store_true", help="a report to read and to print, as HTML")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to FILE, whole or not at all, in UTF-8"
    )
    return parser


def _content(options: argparse.Namespace) -> str | bytes:
    """Return what to print: bytes for data, which is UTF-8 whatever the terminal's encoding."""
    from analysis.output.export import to_csv, to_json
    from analysis.output.table import readable_table
    from analysis.reading.sources import read, read_stream
    from analysis.scoring.pipeline import analyze

    if options.file == "-":
        article, source = read_stream(sys.stdin.buffer), None
    else:
        article, source = read(options.file), options.file
    result = analyze(
        article.text, title=article.title, source=source, any_language=options.any_language
    )
    if options.json:
        return to_json(result).encode()
    if options.csv:
        return to_csv(result.sentences).encode()
    if options.html:
        from analysis.output.report.html import to_html

        return to_html(result).encode()
    return readable_table(result, shutil.get_terminal_size((WIDE, 0)).columns)


def _print(content: str | bytes) -> None:
    if isinstance(content, str):
        content = content.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite("Standard output", error.strerror or str(error)) from None


def _write(name: str, content: str | bytes, source: str) -> None:
    """Write a file beside its place and move it there, so that it is never half written.

    A device or a pipe is written to directly, as it cannot be replaced. The article's own file
    is refused. Raises CannotWrite.
    """
    data = content.encode() if isinstance(content, str) else content
    given, path = Path(name), Path(os.path.realpath(name))
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        if given.exists() and not given.is_file():
            given.write_bytes(data)
            return
        if path.exists() and os.path.exists(source) and path.samefile(source):
            raise CannotWrite(name, "it is the article itself")
        try:
            beside.write_bytes(data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite(name, error.strerror or str(error)) from None


def _fail(message: str) -> int:
    from analysis.output.table import printable

    print(f"slant: {printable(message)}", file=sys.stderr)
    return 2
