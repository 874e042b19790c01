"""Opening the database that ``SLANT_CLASSES`` names, and transactions on any database of the store.

The setting is ``memory`` (also when it is not set: classes end with the program), the path of an
SQLite file, or the address of another database as SQLAlchemy writes it. The desk has a database of
its own (``store/desk/opening.py``), which it opens with what is here.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, make_url

# By this name for the pages, which do not import SQLAlchemy.
from sqlalchemy import Engine as Engine
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from store import migrations, postgresql, sqlite
from store.errors import CannotOpenStore, NotCleaned, StoreFailed
from store.tables import METADATA

SETTING = "SLANT_CLASSES"
MEMORY = "memory"

# Where a server logs everything, SQLAlchemy would log the rows that it reads.
logging.getLogger("sqlalchemy.engine").setLevel(logging.WARNING)

_log = logging.getLogger(__name__)
_lock = threading.Lock()
_of_this_process: Engine | None = None


def classes_database() -> Engine:
    """Return the one database of this process, opened at the first call.

    Raises what ``database`` raises.
    """
    global _of_this_process
    with _lock:
        if _of_this_process is None:
            _of_this_process = database()
        return _of_this_process


def database(setting: str | None = None) -> Engine:
    """Open the database that ``setting`` names (None: the environment) with the present tables.

    The folder of a file is made if it is missing. Raises CannotOpenStore, a StoreError, whose
    message says what to do, when the place cannot be used; its contents are then as they were.
    """
    given = (os.environ.get(SETTING, "") if setting is None else setting).strip()
    url = _url(given)
    if url.get_backend_name() == "sqlite":
        path = None if url.database in (None, "", ":memory:") else url.database
        if path is not None:
            make_file(Path(path))
        engine = sqlite.engine(path)
    else:
        engine = _other(url)
    with ExitStack() as unless_prepared:
        unless_prepared.callback(engine.dispose)
        if sqlite.in_memory(engine):
            with writing(engine) as connection:
                METADATA.create_all(connection)
        else:
            prepare(engine, migrations.CLASSES)
            _clean_if_due(engine)
        unless_prepared.pop_all()
    return engine


def prepare(engine: Engine, steps: migrations.Steps) -> None:
    """Bring the tables of a database to the present state.

    Raises CannotOpenStore; what the database holds is then as it was.
    """
    try:
        with reading(engine) as connection:
            if not postgresql.keeps_any_text(connection):
                raise CannotOpenStore(
                    "it was not made for all characters", "make it with the encoding UTF8"
                )
            present = migrations.is_present(connection, steps)
        if engine.dialect.name == "sqlite":
            with _said_plainly():
                sqlite.log_ahead(engine)
        if not present:
            with writing(engine) as connection:
                migrations.climb(connection, steps)
    except StoreFailed as error:
        raise CannotOpenStore(error.reason, error.advice) from None


def _clean_if_due(engine: Engine) -> None:
    try:
        # Due if a program died between deleting and cleaning.
        clean(engine)
    except NotCleaned as error:
        _log.warning("%s", error.message)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one state of the database; raise StoreFailed if it fails."""
    with _said_plainly(), engine.connect() as connection:
        postgresql.for_reading(connection)
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose changes are all kept when the block ends, and none if it raises.

    Raises StoreFailed if they could not be kept.
    """
    with _said_plainly(), sqlite.turn(engine), engine.connect() as connection:
        connection.execution_options(**{sqlite.WRITING: True})
        with connection.begin():
            yield connection


def clean(engine: Engine) -> None:
    """Remove what was deleted from the file too (``sqlite.clean``); raise NotCleaned."""
    try:
        with _said_plainly():
            sqlite.clean(engine)
    except StoreFailed as error:
        raise NotCleaned(error.reason, error.advice) from None


def _url(given: str) -> URL:
    if given.lower() in ("", MEMORY):
        return URL.create("sqlite")
    if "://" not in given:
        return URL.create("sqlite", database=str(Path(given).expanduser()))
    return read_address(given)


def read_address(given: str) -> URL:
    """Return the address of a database as SQLAlchemy writes it; raise CannotOpenStore."""
    try:
        return make_url(given)
    # ValueError: a port that is no number.
    except (ArgumentError, ValueError):
        raise CannotOpenStore(
            "its address is not one of a database", "give memory, the path of a file, or an address"
        ) from None


def _other(url: URL) -> Engine:
    """Return an engine on another database than SQLite, whose driver has to be installed."""
    try:
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)
    except (NoSuchModuleError, ModuleNotFoundError):
        raise CannotOpenStore(
            f"the driver for {url.drivername} is not installed",
            "install it beside Slant, or name a file",
        ) from None


def make_file(path: Path) -> None:
    """Make the folder and an empty file that only this user may read, unless they are there.

    Raises CannotOpenStore.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except IsADirectoryError:
        raise CannotOpenStore("it is a folder", "give the path of a file") from None
    except (OSError, ValueError):
        raise CannotOpenStore(
            "its file cannot be written there",
            "let Slant write the file and its folder, or name another",
        ) from None


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Turn errors of the database into StoreFailed.

    ``from None``: what databases say may hold the values that were to be written.
    """
    try:
        yield
    except PoolTimeout:
        raise StoreFailed("too many ask at once", "try again in a moment") from None
    except DBAPIError as error:
        raise StoreFailed(*_told(error.orig)) from None
    except sqlite.ERRORS as error:
        raise StoreFailed(*_told(error)) from None
    except UnicodeEncodeError:
        raise StoreFailed("it has half a character in it", "take that out and try again") from None


def _told(error: BaseException | None) -> tuple[str, str]:
    return (
        sqlite.reason_of(error)
        or postgresql.reason_of(error)
        or ("the database does not answer as it should", "try again in a moment")
    )
