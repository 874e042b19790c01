"""Deleting classes whose time is over, while the server runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from anyio import to_thread

from analysis.errors import SlantError

if TYPE_CHECKING:
    from sqlalchemy import Engine

FIRST_AFTER_S = 15.0
"""Not at once: the server is about to show its first page, and this imports SQLAlchemy."""

EVERY_S = 600.0

_LOGGER = logging.getLogger(__name__)


@asynccontextmanager
async def deleting_old_classes() -> AsyncIterator[None]:
    """Delete the classes of this process's database that are over, as long as this is open."""
    task = asyncio.create_task(delete_for_ever(_classes_database))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def delete_for_ever(
    engine: Callable[[], Engine],
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Delete what is over ``FIRST_AFTER_S`` from now and then every ``EVERY_S`` seconds.

    ``now`` and ``wait`` are the clock. A database that cannot be reached is tried again the next
    time; why not is logged once.
    """
    logged = ""
    seconds = FIRST_AFTER_S
    while True:
        await wait(seconds)
        seconds = EVERY_S
        try:
            await to_thread.run_sync(_delete, engine, now())
        except Exception as error:
            # Messages of the store are sentences; those of others may hold what is stored.
            why = error.message if isinstance(error, SlantError) else type(error).__name__
            if why != logged:
                _LOGGER.error("Classes that are over could not be deleted: %s", why)
            logged = why


def _classes_database() -> Engine:
    from store.database import classes_database

    return classes_database()


def _delete(engine: Callable[[], Engine], now: datetime) -> None:
    from api.classroom.class_shares import forget
    from store.classes.deletion import delete_old

    delete_old(engine(), now)
    forget()
