"""Classes that are over are deleted while the server runs, whatever happens meanwhile."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from api.classroom.deletion import EVERY_S, FIRST_AFTER_S, delete_for_ever
from store.classes.opening import open_class
from store.database import database
from store.errors import StoreError
from tests.apart import run_apart

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Over(Exception):
    """The test's clock has run as long as it should."""


class Clock:
    """A clock that stands still until somebody waits; it runs for ``hours``."""

    def __init__(self, hours: float) -> None:
        self.time = NOON
        self._end = NOON + timedelta(hours=hours)
        self.waited: list[float] = []

    def now(self) -> datetime:
        return self.time

    async def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.time += timedelta(seconds=seconds)
        if self.time > self._end:
            raise Over


def run(engine: object, clock: Clock) -> None:
    with pytest.raises(Over):
        run_apart(delete_for_ever(lambda: engine, clock.now, clock.wait))  # type: ignore[arg-type, return-value]


def left(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM classes")).scalar_one())


@pytest.mark.parametrize(("hours", "classes"), [(23.9, 2), (24.2, 1), (26.1, 1), (26.9, 0)])
def test_a_class_is_deleted_a_day_after_it_was_opened(hours: float, classes: int) -> None:
    engine = database("memory")
    open_class(engine, NOON)
    open_class(engine, NOON + timedelta(hours=2.5))
    run(engine, Clock(hours))
    assert left(engine) == classes


def test_what_was_over_when_the_server_started_goes_first() -> None:
    engine = database("memory")
    open_class(engine, NOON - timedelta(days=3))
    clock = Clock(hours=0.1)
    run(engine, clock)
    assert left(engine) == 0
    assert clock.waited == [FIRST_AFTER_S, EVERY_S]


def test_a_database_that_cannot_be_reached_is_tried_again_and_logged_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    asked: list[int] = []

    def engine() -> Engine:
        asked.append(1)
        if len(asked) == 4:
            raise ValueError("otter-7Q2")
        raise StoreError("The folder cannot be written: name another.")

    clock = Clock(hours=0.7)
    with caplog.at_level(logging.DEBUG), pytest.raises(Over):
        run_apart(delete_for_ever(engine, clock.now, clock.wait))
    logged = [record.getMessage() for record in caplog.records if record.name.startswith("api")]
    assert len(asked) == 5
    said = "Classes that are over could not be deleted: "
    sentence = f"{said}The folder cannot be written: name another."
    assert logged == [sentence, f"{said}ValueError", sentence]
