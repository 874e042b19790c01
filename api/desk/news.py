"""One look at the desk's version for all who wait for something new."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from anyio import CapacityLimiter, current_time, move_on_after, sleep, to_thread

if TYPE_CHECKING:
    from sqlalchemy import Engine

LOOK_S = 0.3
"""Time between two looks at the version, each of which is one small query."""

TICK_S = 0.1
"""Time after which those who wait see what the one who looked has found."""

_LOGGER = logging.getLogger(__name__)


class DeskNews:
    """Says to all who wait that the desk has another version; ``api.resource.News``.

    As long as anybody waits, one of them looks every ``LOOK_S`` seconds. None of them has a thread
    in the meantime, and the look has one of its own: a database that is slow to answer delays news
    only.
    """

    def __init__(
        self, database: Callable[[], Engine], version: Callable[[Engine], int] | None = None
    ) -> None:
        self._database = database
        self._version = version or _version
        self._thread = CapacityLimiter(1)
        self._seen: int | None = None
        self._times = 0
        self._looking = False
        self._looked_at = float("-inf")

    def mark(self) -> int:
        """Return how many times there was something new so far."""
        return self._times

    async def later(self, mark: int, seconds: float) -> None:
        """Wait until there was something new since ``mark``, at most so many seconds."""
        until = current_time() + seconds
        while self._times == mark and (left := until - current_time()) > 0:
            if self._looking or current_time() - self._looked_at < LOOK_S:
                await sleep(min(TICK_S, left))
            else:
                with move_on_after(left):
                    await self._look()

    async def _look(self) -> None:
        self._looking = True
        try:
            version = await to_thread.run_sync(
                self._now, limiter=self._thread, abandon_on_cancel=True
            )
        except Exception as error:
            # Those who wait ask by themselves, and are told what is the matter.
            _LOGGER.debug("The version of the desk cannot be read: %s", type(error).__name__)
            version = None
        finally:
            self._looking = False
            self._looked_at = current_time()
        if version is None or version != self._seen:
            self._seen = version
            self._times += 1

    def _now(self) -> int:
        return self._version(self._database())


def _version(engine: Engine) -> int:
    from store.desk.trail import version

    return version(engine)
