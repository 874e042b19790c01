"""How far a long command is, on standard error: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TextIO

from analysis.cli.output import say

if TYPE_CHECKING:
    from analysis.corpus.engine.record import Progress

SECONDS = 60
"""Between two lines where there is no terminal."""


_FORMAT = (
    "{percentage:3.0f}%|{bar}| {n_fmt} of {total_fmt} articles "
    "[{elapsed}, {remaining} left, {rate_noinv_fmt}{postfix}]"
)


class Shown:
    """Shows how far a run of ``slant corpus`` is, with its rate and the time left.

    Articles that were finished before count as done, but not for the rate. Where it is not known
    how many there are, it is estimated from how much of the archive has been read.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._terminal = stream, stream.isatty()
        self._bar: Any = None
        self._began = self._said = time.monotonic()

    def __enter__(self) -> Shown:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def note(self, sentence: str) -> None:
        """Say something of the archive."""
        say(sentence)

    def progress(self, progress: Progress) -> None:
        """Show how far it is."""
        total = progress.total
        if total is None and progress.share > 0:
            total = max(progress.done, round(progress.done / progress.share))
        if self._terminal:
            self._draw(progress, total)
        elif time.monotonic() - self._said >= SECONDS:
            self._said = time.monotonic()
            say(self._line(progress, total))

    def _draw(self, progress: Progress, total: int | None) -> None:
        from tqdm import tqdm

        if self._bar is None:
            # The average rate of the whole run: partitions end far apart, and several at once.
            self._bar = tqdm(
                unit=" articles",
                file=self._stream,
                smoothing=0,
                dynamic_ncols=True,
                bar_format=_FORMAT,
                total=total,
                initial=progress.resumed,
                delay=1e-9,  # nothing is drawn before all below is set
            )
            self._bar.start_t -= time.monotonic() - self._began
        self._bar.total, self._bar.initial, self._bar.n = total, progress.resumed, progress.done
        self._bar.set_postfix_str(f"{progress.skipped:,} skipped")

    def _line(self, progress: Progress, total: int | None) -> str:
        from tqdm import tqdm

        passed = time.monotonic() - self._began
        rate = (progress.done - progress.resumed) / passed if passed else 0
        of = "" if total is None else f" of {'' if progress.total else 'about '}{total:,}"
        left = ""
        if total is not None and rate:
            left = f", {tqdm.format_interval((total - progress.done) / rate)} left"
        skipped = f" ({progress.skipped:,} skipped)" if progress.skipped else ""
        return f"{progress.done:,}{of} articles{skipped}, {rate:.1f} a second{left}."
