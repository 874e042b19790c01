"""Where a command's output goes: standard output, a file written whole, or the line of an error."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterable
from pathlib import Path

from analysis.errors import CannotWrite


def to_standard_output(content: str | bytes) -> None:
    """Print text in the terminal's encoding, or bytes as they are; raises CannotWrite."""
    if isinstance(content, str):
        content = content.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite("Standard output", error.strerror or str(error)) from None


def to_file(
    name: str, content: str | bytes, sources: Iterable[str], rules: Iterable[str] = ()
) -> None:
    """Write a file beside its place and move it there, so that it is never half written.

    A device or a pipe is written to directly, as it cannot be replaced. The file of an article in
    ``sources`` (as they were given) is refused, and so is one of ``rules``, the files of rules and
    settings that were read. Raises CannotWrite.
    """
    data = content.encode() if isinstance(content, str) else content
    given, path = Path(name), Path(os.path.realpath(name))
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        if given.exists() and not given.is_file():
            given.write_bytes(data)
            return
        for files, what in ((sources, "the article itself"), (rules, "read for this run")):
            if path.exists() and any(os.path.exists(one) and path.samefile(one) for one in files):
                raise CannotWrite(name, f"it is {what}")
        try:
            beside.write_bytes(data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite(name, error.strerror or str(error)) from None


def fail(message: str) -> int:
    """Print an error's line on standard error and return the exit status of errors, 2."""
    say(message)
    return 2


def say(message: str) -> None:
    """Print a line on standard error: an error, or a notice on an article that was read."""
    from analysis.output.table import printable

    print(f"slant: {printable(message)}", file=sys.stderr)
