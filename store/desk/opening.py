"""Opening the database of the desk.

``SLANT_DATABASE_URL`` is the address of a database as SQLAlchemy writes it; without it the file
``desk.db`` in the folder that ``SLANT_DATA`` names is used, which is made at the first start.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

from sqlalchemy import Engine, create_engine, make_url

from store import sqlite
from store.database import writing
from store.desk.tables import DESK

URL_SETTING = "SLANT_DATABASE_URL"
FOLDER_SETTING = "SLANT_DATA"
FILE = "desk.db"

_lock = threading.Lock()
_of_this_process: Engine | None = None


def desk_database() -> Engine:
    """Return the desk's database of this process, opened at the first call.

    Raises CannotOpenDesk, a StoreError.
    """
    global _of_this_process
    with _lock:
        if _of_this_process is None:
            _of_this_process = open_desk()
        return _of_this_process


def open_desk(url: str | None = None, folder: str | None = None) -> Engine:
    """Open the database at ``url``, else ``desk.db`` in ``folder``; None: as the environment says.

    ``memory`` as the URL is a database that ends with the process, for tests. Raises
    CannotOpenDesk.
    """
    # To be completed: PostgreSQL, Alembic, what can go wrong (see the briefs).
    given = os.environ.get(URL_SETTING, "") if url is None and folder is None else (url or "")
    if "://" in given:
        engine = create_engine(
            make_url(given).set(drivername="postgresql+psycopg"),
            hide_parameters=True,
            pool_pre_ping=True,
        )
    elif given == "memory":
        engine = sqlite.engine(None)
    else:
        place = Path(folder or os.environ.get(FOLDER_SETTING, "") or "slant-data")
        place.mkdir(parents=True, exist_ok=True)
        engine = sqlite.engine(str(place / FILE))
        sqlite.log_ahead(engine)
    with writing(engine) as connection:
        DESK.create_all(connection)
    return engine
