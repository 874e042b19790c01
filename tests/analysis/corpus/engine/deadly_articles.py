"""What a worker of a test loads first (Dask's preload): articles that end their process.

They stand for a fault of a library that Slant is made of; the product has no such article.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

DEADLY = "This article ends its process."
HUNGRY = "This article eats all memory."
ONCE = "This article's process is ended once from outside: "
"""Followed by a file, which is there once that has happened."""


def dask_setup(worker: Any) -> None:
    """Put the analysis under the spell of the deadly articles."""
    from analysis.scoring import pipeline

    real = pipeline.analyze

    def analyze(article: Any, **options: Any) -> Any:
        text = article.text
        if text.startswith(DEADLY):
            os._exit(1)
        if text.startswith(HUNGRY):
            eaten = []
            while True:
                eaten.append(b"x" * 10_000_000)
        if text.startswith(ONCE):
            ended = Path(text.removeprefix(ONCE).split("\n")[0])
            if not ended.exists():
                ended.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return real(article, **options)

    pipeline.analyze = analyze
