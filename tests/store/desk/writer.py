"""A program that decides as quickly as it can and tells what it sends and what was confirmed.

``python -m tests.store.desk.writer`` reads orders, one a line as JSON, and forks a child for each,
as that takes milliseconds where a new program would take a second. What children write to the pipe,
a line at a time, is there even if they are killed at once afterwards.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from store.desk.decisions import decide
from store.desk.opening import open_desk
from store.errors import StoreFailed

ROOT = Path(__file__).resolve().parents[3]
_WAIT_S = 120


class Step(NamedTuple):
    """A decision that is to be sent."""

    request: str
    flag: int
    act: str
    seen: int

    @property
    def given(self) -> dict[str, Any]:
        """Return what ``decide`` takes beside editor, flag and act."""
        more = {"dismiss": {"reason": "fair"}, "reword": {"wording": self.request}}
        return {"seen": self.seen, "request": self.request, **more.get(self.act, {})}


class Writers:
    """The program that forks writers, and what they tell."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self._program = program
        self._lines: queue.Queue[list[str]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def start(self, address: dict[str, str], editor: int, steps: list[Step]) -> int:
        """Let a new writer send these steps one after the other; return its number."""
        self._order({"address": address, "editor": editor, "steps": steps})
        return int(self.next()[1])

    def reap(self, child: int) -> list[list[str]]:
        """Wait until a writer that was killed is gone; return what it still told."""
        self._order({"gone": child})
        told = [*iter(self.next, ["gone", str(child)])]
        return told

    def next(self) -> list[str]:
        """Return what is told next: ``sent`` or ``kept`` and the number of a step."""
        return self._lines.get(timeout=_WAIT_S)

    def _order(self, order: dict[str, Any]) -> None:
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps(order) + "\n")
        self._program.stdin.flush()

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            self._lines.put(line.split())


@contextmanager
def writers() -> Iterator[Writers]:
    """Give the program that forks writers."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.desk.writer"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            yield Writers(program)
        finally:
            program.kill()


def _tell(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def _write(address: dict[str, str], editor: int, steps: list[Any]) -> None:
    engine = open_desk(**address)
    for place, step in enumerate(Step(*one) for one in steps):
        _tell("sent", place)
        while True:
            try:
                decide(engine, editor, step.flag, step.act, **step.given)
                break
            except StoreFailed:
                # The same again until it is confirmed, as the page does.
                time.sleep(0.005)
        _tell("kept", place)
    raise AssertionError("the steps are used up before the writer was killed")


def main() -> None:
    """Fork a writer for each order; wait for one that is said to be killed."""
    for line in sys.stdin:
        order = json.loads(line)
        if "gone" in order:
            os.waitpid(order["gone"], 0)
            _tell("gone", order["gone"])
        elif (child := os.fork()) == 0:
            try:
                _write(**order)
            finally:
                os._exit(1)
        else:
            _tell("started", child)


if __name__ == "__main__":
    main()
