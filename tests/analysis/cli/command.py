"""Calling the command line in this process, which spares a second of imports a call."""

import io
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

Main = Callable[[Sequence[str]], int]
Slant = Callable[..., subprocess.CompletedProcess[bytes]]
FRENCH = "Le maire a annoncé mardi que le projet coûterait trois millions d’euros à la ville."


def call(
    main: Main,
    *arguments: str,
    stdin: bytes = b"",
    folder: Path | None = None,
    encoding: str = "utf-8",
) -> subprocess.CompletedProcess[bytes]:
    """Return what ``main(arguments)`` would do as a process of its own in ``folder``.

    ``encoding`` is that of the terminal, with an error handler after a colon if it has one.
    """
    name, _, errors = encoding.partition(":")
    given = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    out = io.TextIOWrapper(io.BytesIO(), encoding=name, errors=errors or "strict")
    err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
    with (
        chdir(folder or Path.cwd()),
        patch.object(sys, "stdin", given),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            status = main(arguments)
        except SystemExit as ended:
            status = int(ended.code or 0)
    out.flush()
    err.flush()
    return subprocess.CompletedProcess(
        arguments, status, out.buffer.getvalue(), err.buffer.getvalue()
    )


def written(folder: Path, **texts: str) -> Path:
    """Write each text as ``name.txt`` in ``folder``; return the folder."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def in_folder(main: Main, command: str, folder: Path) -> Slant:
    """Return a function that calls ``slant command`` with its arguments in ``folder``."""

    def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return call(main, command, *arguments, stdin=stdin, folder=folder)

    return run
