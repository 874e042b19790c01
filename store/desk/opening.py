"""Opening the database of the desk.

``SLANT_DATABASE_URL`` is the address of a PostgreSQL database; without it the SQLite file
``desk.db`` in the folder that ``SLANT_DATA`` names is used, which is made at the first start.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import Engine

from store import migrations, postgresql, sqlite
from store.database import MEMORY, make_file, prepare, read_address, writing
from store.desk.neighbours import come_to, others_at
from store.errors import CannotOpenDesk, CannotOpenStore

URL_SETTING = "SLANT_DATABASE_URL"
FOLDER_SETTING = "SLANT_DATA"
FILE = "desk.db"

# A database that does not answer is not asked by every page one after the other.
_AGAIN_S = 3

_lock = threading.Lock()
_of_this_process: Engine | None = None
_failed: tuple[float, CannotOpenDesk] | None = None


def desk_database() -> Engine:
    """Return the desk's database of this process, opened at the first call.

    Raises CannotOpenDesk, a StoreError; some seconds later it is tried again.
    """
    global _of_this_process, _failed
    with _lock:
        if _of_this_process is None:
            if _failed is not None and time.monotonic() - _failed[0] < _AGAIN_S:
                before = _failed[1]
                raise CannotOpenDesk(before.reason, before.advice, before.place)
            try:
                _of_this_process = open_desk(serves=True)
            except CannotOpenDesk as error:
                _failed = (time.monotonic(), error)
                raise
        return _of_this_process


def open_desk(url: str | None = None, folder: str | None = None, *, serves: bool = False) -> Engine:
    """Open the database at ``url``, else ``desk.db`` in ``folder``; None: as the environment says.

    With ``serves`` other programs see that a server has the file open; a command does not count.
    ``memory`` as the URL is a database that ends with the process, for tests. Raises
    CannotOpenDesk, whose message says what to do; what the place holds is then as it was.
    """
    given = _given(url, folder)
    try:
        if given:
            return _at_address(given, serves)
        return _in_file(_folder(folder) / FILE, serves)
    except CannotOpenStore as error:
        named = _named(given, folder)
        raise CannotOpenDesk(error.reason, error.advice, named) from None


def place(url: str | None = None, folder: str | None = None) -> str:
    """Return where the desk of ``open_desk`` is, to be shown to whoever has the machine: the path
    of its file, or the address of its database without the password. Nothing is opened.

    Raises CannotOpenDesk for an address that is none.
    """
    given = _given(url, folder)
    try:
        if not given or given == MEMORY:
            return given or str(_folder(folder) / FILE)
        address = read_address(given)
    except CannotOpenStore as error:
        named = _named(given, folder)
        raise CannotOpenDesk(error.reason, error.advice, named) from None
    # A password may stand among the options, too.
    shown = address.difference_update_query(["password", "sslpassword"])
    return shown.render_as_string(hide_password=True)


def desk_notices(engine: Engine) -> tuple[str, ...]:
    """Return sentences on the database to be shown at the desk; mostly there is none."""
    if not served(engine):
        return ()
    return (
        "Another server has the file of this desk open, too. Nothing gets lost, but PostgreSQL "
        f"({URL_SETTING}) suits several servers better.",
    )


def served(engine: Engine) -> bool:
    """Return whether a server other than this program has the desk's file open; False where that
    cannot be told, as of a database that is no file."""
    if engine.dialect.name != "sqlite" or engine.url.database is None:
        return False
    return others_at(Path(engine.url.database))


def _given(url: str | None, folder: str | None) -> str:
    """Return the address that is given, or nothing where a folder is meant."""
    if url is None and folder is None:
        return os.environ.get(URL_SETTING, "").strip()
    return (url or "").strip()


def _folder(folder: str | None) -> Path:
    """Return the folder that is given, else the one for what programs keep for their user."""
    named = folder or os.environ.get(FOLDER_SETTING, "").strip()
    try:
        if named:
            return Path(named).expanduser().absolute()
        if sys.platform == "win32":
            kept = os.environ.get("LOCALAPPDATA")
            return Path(kept or Path.home() / "AppData" / "Local") / "slant"
        kept = os.environ.get("XDG_DATA_HOME")
        # What is not absolute does not count, says the XDG Base Directory Specification.
        if kept and Path(kept).is_absolute():
            return Path(kept) / "slant"
        return Path.home() / ".local" / "share" / "slant"
    except (RuntimeError, ValueError):
        raise CannotOpenStore("this user has no home folder", "name a folder") from None


def _named(given: str, folder: str | None) -> str:
    if given:
        return f"The database that {URL_SETTING} names"
    if folder or os.environ.get(FOLDER_SETTING, "").strip():
        return f"The desk's folder, which {FOLDER_SETTING} names,"
    return f"The desk's folder ({FOLDER_SETTING} names another)"


def _at_address(given: str, serves: bool) -> Engine:
    if given == MEMORY:
        return _prepared(sqlite.engine(None))
    url = read_address(given)
    if url.drivername == "sqlite" and url.database not in (None, "", ":memory:"):
        return _in_file(Path(url.database or "").absolute(), serves)
    if url.drivername not in ("postgres", "postgresql", postgresql.DRIVER):
        raise CannotOpenStore(
            f"the desk does not work with {url.drivername}",
            "give the address of a PostgreSQL database, postgresql://…",
        )
    try:
        return _prepared(postgresql.engine(url))
    except ImportError:
        raise CannotOpenStore(
            "the driver for PostgreSQL is not installed", "install psycopg[binary] beside Slant"
        ) from None


def _in_file(path: Path, serves: bool) -> Engine:
    make_file(path)
    # A decision that the page has confirmed survives a power cut.
    made = _prepared(sqlite.engine(str(path), connections=8, synchronous="FULL"))
    if serves:
        come_to(path, made)
    return made


def _prepared(engine: Engine) -> Engine:
    with ExitStack() as unless_prepared:
        unless_prepared.callback(engine.dispose)
        if sqlite.in_memory(engine):
            with writing(engine) as connection:
                migrations.climb(connection, migrations.DESK)
        else:
            prepare(engine, migrations.DESK)
        unless_prepared.pop_all()
    return engine
