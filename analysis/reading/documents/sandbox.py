"""Parse documents in a separate process, so that no document can crash or exhaust the server.

The child (``analysis.reading.documents.worker``) is a new interpreter, not a fork of the server: it
has no session's data, gets only the environment variables that Python needs, and limits its own
time and memory before it reads the document. The parent kills it after ``MAX_WAIT_SECONDS`` in any
case and treats its answer as untrusted: one that is too long or malformed counts as a failure.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import CannotRead, EmptyText, TextTooLong
from analysis.reading.articles import Article
from analysis.reading.documents.kinds import Kind
from analysis.reading.limits import MAX_CHARACTERS, MAX_FILE_BYTES, PARSER_MEMORY, PARSER_SECONDS

MAX_WAIT_SECONDS = PARSER_SECONDS + 10
"""Seconds of wall-clock time after which the child is killed; more than its processor time, because
a busy machine gives it less than a whole core."""

MAX_PARSERS = max(2, os.cpu_count() or 2)
"""Most children at once, to limit memory: thirty files uploaded together wait for a free place."""

MAX_ANSWER_BYTES = 8 * MAX_CHARACTERS
"""Most bytes of an answer; JSON needs at most six for a character."""


@dataclass(frozen=True)
class Allowed:
    """What a child may use, in bytes and seconds of processor time, and how long its answer may be;
    the child sets ``seconds`` and ``memory`` itself."""

    answer: int = MAX_ANSWER_BYTES
    seconds: int = PARSER_SECONDS
    memory: int = PARSER_MEMORY

    @property
    def wait(self) -> int:
        """Seconds of wall-clock time after which the child is killed."""
        return self.seconds + MAX_WAIT_SECONDS - PARSER_SECONDS


DOCUMENT = Allowed()
"""What the child for one document may use."""

_slots = threading.BoundedSemaphore(MAX_PARSERS)

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

    ``name`` is what messages call it. For a web page, ``charset`` is the encoding its server
    declared and ``url`` its address.

    Raises CannotRead (damaged, locked, a scan, too large, too slow to parse), EmptyText or
    TextTooLong.
    """
    request = {"kind": kind, "charset": charset, "url": url}
    return article_of(answered(data, request, name), name)


def answered(data: bytes, request: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the answer of a new child to ``request``, the first line of the worker's input, on
    the document ``data``; raises what ``read_document`` raises."""
    if len(data) > MAX_FILE_BYTES:
        raise too_large(name)
    with _slots:
        answer = ask(start(), data, request, name)
    return checked(answer, name)


def checked(answer: dict[str, Any], name: str, allowed: Allowed = DOCUMENT) -> dict[str, Any]:
    """Return a child's ``answer`` if it is no error; raises what ``read_document`` raises.
    ``allowed`` is what the child might use."""
    error = answer.get("error")
    if error == "unreadable":
        raise CannotRead(name, str(answer.get("reason")), str(answer.get("advice")))
    if error == "empty":
        raise EmptyText(str(answer.get("found")))
    if error == "memory":
        raise _over_memory(name, allowed)
    if error == "long":
        raise _too_long(answer, name)
    return answer


def too_large(name: str) -> CannotRead:
    """The error for a file over ``MAX_FILE_BYTES``."""
    return CannotRead(
        name,
        f"is larger than the {MAX_FILE_BYTES // 1024**2} MB that one file may have",
        "save it without pictures, or paste the article's text",
    )


def ask(
    child: subprocess.Popen[bytes],
    data: bytes,
    request: dict[str, Any],
    name: str,
    allowed: Allowed = DOCUMENT,
) -> dict[str, Any]:
    """Send a document to a child from ``start`` and return its answer; ``request`` is the first
    line of the worker's input.

    Raises CannotRead if the child fails or takes too long. The child has ended on return, also
    after an error.
    """
    late = threading.Event()
    clock = threading.Timer(allowed.wait, stop, (child, late))
    feeder = threading.Thread(target=_feed, args=(child, data, request), daemon=True)
    clock.start()
    feeder.start()
    assert child.stdout is not None
    said, complete = b"", False
    try:
        said = child.stdout.read(allowed.answer + 1)
        complete = len(said) <= allowed.answer
    finally:  # also when this thread is interrupted
        if not complete:
            child.kill()
        code = child.wait()
        clock.cancel()
        feeder.join()
        child.stdout.close()
    if not complete:
        raise failed(name)
    if late.is_set() or code:
        raise ended(code, late, name, allowed)
    return parsed(said, name)


def ended(code: int, late: threading.Event, name: str, allowed: Allowed = DOCUMENT) -> CannotRead:
    """The error for a child that ended with this exit code, or was stopped, without an answer."""
    if late.is_set() or code == -getattr(signal, "SIGXCPU", 0):
        return CannotRead(
            name,
            f"takes more than {allowed.seconds} seconds to be taken apart",
            "save it in a simpler form, or paste the article's text",
        )
    if code == -getattr(signal, "SIGKILL", 0):  # what the kernel does when memory runs out
        return _over_memory(name, allowed)
    return failed(name)


def parsed(said: bytes, name: str) -> dict[str, Any]:
    """Return the answer that a child wrote; raises CannotRead if it is malformed."""
    try:
        answer = json.loads(said)
    except ValueError:
        raise failed(name) from None
    if not isinstance(answer, dict):
        raise failed(name)
    return answer


def start(module: str = "analysis.reading.documents.worker") -> subprocess.Popen[bytes]:
    """Start a child that waits for a document on its standard input; it runs ``module``."""
    environment = {key: os.environ[key] for key in _ENVIRONMENT if key in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in _paths() if path)
    return subprocess.Popen(
        # -S: PYTHONPATH has all folders of modules, so start-up need not search for them.
        # -P: modules in the current directory must not replace those of the program.
        [sys.executable, "-S", "-B", "-P", "-m", module],
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


def stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    """End a child whose time is over, and note that it was ``late``."""
    late.set()
    child.kill()


def article_of(answer: dict[str, Any], name: str) -> Article:
    """Return the article in an answer; raise CannotRead if the answer is malformed."""
    text, kind = answer.get("text"), answer.get("kind")
    strings = [answer.get(name) for name in ("title", "author", "date", "url")]
    if not isinstance(text, str) or not isinstance(kind, str):
        raise failed(name)
    if not all(value is None or isinstance(value, str) for value in strings):
        raise failed(name)
    title, author, date, url = strings
    quoted, notices = answer.get("quoted", []), answer.get("notices", [])
    if not isinstance(quoted, list) or not isinstance(notices, list):
        raise failed(name)
    if not all(isinstance(notice, str) for notice in notices):
        raise failed(name)
    passages = []
    end = 0
    for passage in quoted:
        if not isinstance(passage, list) or [type(offset) for offset in passage] != [int, int]:
            raise failed(name)
        if not end <= passage[0] < passage[1] <= len(text):
            raise failed(name)
        passages.append((passage[0], passage[1]))
        end = passage[1]
    return Article(text, title, author, date, url, kind, tuple(passages), tuple(notices))


def _too_long(answer: dict[str, Any], name: str) -> CannotRead | TextTooLong:
    limit, length, unit = (answer.get(key) for key in ("limit", "length", "unit"))
    if not isinstance(limit, int) or not isinstance(length, int) or not isinstance(unit, str):
        return failed(name)
    return TextTooLong(limit, length, unit)


def _over_memory(name: str, allowed: Allowed) -> CannotRead:
    """The error for a document that needs more memory than is ``allowed``."""
    return CannotRead(
        name,
        f"needs more than {allowed.memory // 1024**2:,} MB of memory to be taken apart",
        "save it in a simpler form, or paste the article's text",
    )


def failed(name: str) -> CannotRead:
    """The error for a child that failed, or whose answer is malformed."""
    return CannotRead(
        name,
        "made the program that takes it apart fail",
        "save it anew in another program, or paste the article's text",
    )
