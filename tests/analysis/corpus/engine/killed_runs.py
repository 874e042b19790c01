"""A run of the engine ended by kill -9, again and again, at every place where it writes.

    python -m tests.analysis.corpus.engine.killed_runs IN WHOLE OUT SEED

First the archive is analysed into WHOLE by one run. The runs into OUT are forks of this process,
which has everything loaded already. Each kills itself at a
random one of its next writes: before a file is safe on the disk, or before it takes its place. It
prints how many runs there were, the last of which ended by itself.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from analysis.corpus import analyze_corpus

MOST_WRITES = 14
"""Of one run; a partition has nine files, each with two moments at which it can be ended."""

MOST_RUNS = 12


def main(source: str, whole: str, out: str, seed: str) -> None:
    """Run until a run ends by itself."""
    analyze_corpus(source, whole, part=2)
    chance, runs = random.Random(seed), 0
    while True:
        runs += 1
        moments = chance.randint(1, 2 * MOST_WRITES) if runs < MOST_RUNS else None
        child = os.fork()
        if not child:
            _end_after(moments)
            analyze_corpus(source, out, part=2)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            print(runs)
            raise SystemExit(os.waitstatus_to_exitcode(status))


def _end_after(moments: int | None) -> None:
    """Let this process end itself when it comes to its n-th moment of writing."""
    left = [moments]

    def ending(real: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **options: Any) -> Any:
            if left[0] is not None:
                left[0] -= 1
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **options)

        return called

    os.fsync = ending(os.fsync)
    Path.replace = ending(Path.replace)  # type: ignore[method-assign]


if __name__ == "__main__":
    main(*sys.argv[1:])
