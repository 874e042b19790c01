"""Documents are taken apart in a process of their own, so that none can take the server down.

The child is a fresh interpreter, not a copy of the server: it holds no session's data, gets no
environment but what Python needs, and limits its own time and memory before it reads a byte
(``analysis.reading.documents.worker``). Here a clock stops it in any case, and its answer is taken
for data: too long or misshapen, and it counts as a failure.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import fields
from pathlib import Path
from typing import Any

from analysis.errors import CannotRead, EmptyText, TextTooLong
from analysis.reading.articles import Article
from analysis.reading.documents.kinds import Kind
from analysis.reading.limits import MAX_CHARACTERS, MAX_FILE_BYTES, MEMORY, SECONDS

CLOCK = SECONDS + 10
"""Seconds after which the child is stopped: a busy machine gives it less than a whole core."""

PARSERS = max(2, os.cpu_count() or 2)
"""Most children at once. A class that uploads thirty files together waits in turn, and thirty times
the memory is never needed."""

MAX_ANSWER = 8 * MAX_CHARACTERS
"""Most bytes of an answer; a character takes at most six in JSON."""

_slots = threading.BoundedSemaphore(PARSERS)

# Without these Python cannot start or find its modules; nothing else of the environment is passed.
_ENVIRONMENT = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "LD_LIBRARY_PATH", "LANG")


def read_document(
    data: bytes,
    kind: Kind,
    name: str = "The file",
    *,
    charset: str | None = None,
    url: str | None = None,
) -> Article:
    """Read the document ``data`` of a known ``kind`` (see ``recognise``).

    ``name`` is what messages call it. For a page from the web, ``charset`` is what its server
    said and ``url`` its address.

    Raises CannotRead (damaged, locked, a scan, too large, too slow to take apart), EmptyText or
    TextTooLong.
    """
    if len(data) > MAX_FILE_BYTES:
        raise too_large(name)
    with _slots:
        request = {"kind": kind, "charset": charset, "url": url}
        answer = ask(start(), data, request, name)
    error = answer.get("error")
    if error == "unreadable":
        raise CannotRead(name, str(answer.get("reason")), str(answer.get("advice")))
    if error == "empty":
        raise EmptyText(str(answer.get("found")))
    if error == "memory":
        raise _over_memory(name)
    if error == "long":
        raise _too_long(answer, name)
    return article_of(answer, name)


def too_large(name: str) -> CannotRead:
    """The error for a file over ``MAX_FILE_BYTES``."""
    return CannotRead(
        name,
        f"is larger than the {MAX_FILE_BYTES // 1024**2} MB that one file may have",
        "save it without pictures, or paste the article's text",
    )


def ask(
    child: subprocess.Popen[bytes], data: bytes, request: dict[str, Any], name: str
) -> dict[str, Any]:
    """Return the answer of a child that ``start`` made; raise CannotRead where it gives none.

    The child has ended when this returns, whatever happened.
    """
    late = threading.Event()
    clock = threading.Timer(CLOCK, _stop, (child, late))
    feeder = threading.Thread(target=_feed, args=(child, data, request), daemon=True)
    clock.start()
    feeder.start()
    assert child.stdout is not None
    said, complete = b"", False
    try:
        said = child.stdout.read(MAX_ANSWER + 1)
        complete = len(said) <= MAX_ANSWER
    finally:  # also when this thread is interrupted
        if not complete:
            child.kill()
        code = child.wait()
        clock.cancel()
        feeder.join()
        child.stdout.close()
    if not complete:
        raise _failed(name)
    if late.is_set() or code == -getattr(signal, "SIGXCPU", 0):
        raise CannotRead(
            name,
            f"takes more than {SECONDS} seconds to be taken apart",
            "save it in a simpler form, or paste the article's text",
        )
    if code == -getattr(signal, "SIGKILL", 0):  # what the kernel does when memory runs out
        raise _over_memory(name)
    try:
        answer = json.loads(said)
    except ValueError:
        raise _failed(name) from None
    if code or not isinstance(answer, dict):
        raise _failed(name)
    return answer


def start() -> subprocess.Popen[bytes]:
    """Start a child that waits for a document on its standard input."""
    environment = {key: os.environ[key] for key in _ENVIRONMENT if key in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in _paths() if path)
    return subprocess.Popen(
        # -S: the modules' places are given above, so the start need not look for them.
        # -P: nor do modules that lie in the folder one is in stand in for them.
        [sys.executable, "-S", "-B", "-P", "-m", "analysis.reading.documents.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _paths() -> list[str]:
    root = str(Path(__file__).resolve().parents[3])
    return [root, *(os.path.abspath(path) for path in sys.path if path)]


def _feed(child: subprocess.Popen[bytes], data: bytes, request: dict[str, Any]) -> None:
    assert child.stdin is not None
    try:
        with child.stdin as pipe:
            pipe.write(json.dumps(request).encode() + b"\n")
            pipe.write(data)
    except (BrokenPipeError, OSError):  # the child ended early; its exit code tells why
        pass


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def article_of(answer: dict[str, Any], name: str) -> Article:
    """Return the article of an answer; raise CannotRead where it is misshapen."""
    text, kind = answer.get("text"), answer.get("kind")
    rest = [answer.get(field.name) for field in fields(Article)]
    if not isinstance(text, str) or not isinstance(kind, str):
        raise _failed(name)
    if not all(value is None or isinstance(value, str) for value in rest):
        raise _failed(name)
    return Article(*rest)  # type: ignore[arg-type]


def _too_long(answer: dict[str, Any], name: str) -> CannotRead | TextTooLong:
    limit, length, unit = (answer.get(key) for key in ("limit", "length", "unit"))
    if not isinstance(limit, int) or not isinstance(length, int) or not isinstance(unit, str):
        return _failed(name)
    return TextTooLong(limit, length, unit)


def _over_memory(name: str) -> CannotRead:
    return CannotRead(
        name,
        f"needs more than {MEMORY // 1024**2:,} MB of memory to be taken apart",
        "save it in a simpler form, or paste the article's text",
    )


def _failed(name: str) -> CannotRead:
    return CannotRead(
        name,
        "made the program that takes it apart fail",
        "save it anew in another program, or paste the article's text",
    )
