"""Moving the tables of an older version of Slant up to the present ones, with Alembic.

To change a table: change ``store/tables.py`` or ``store/desk/tables.py``, write the step by hand as
a new module in ``versions/`` (classes) or ``desk/``, and add its revision to ``CLASSES`` or
``DESK``. Tests climb from every released state.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, column, inspect, select, table

from store import postgresql
from store.errors import CannotOpenStore, SchemaTooNew


@dataclass(frozen=True)
class Steps:
    """The steps of one set of tables.

    ``folder`` has their modules; ``released`` are the revisions that were ever released, the oldest
    first and the last the present one; ``version_table`` is where a database keeps its revision.
    """

    folder: str
    released: tuple[str, ...]
    version_table: str


CLASSES = Steps("store:migrations/versions", ("0001",), "slant_version")
DESK = Steps("store:migrations/desk", ("0001",), "slant_desk_version")
"""Classes and desk may be in one database, as neither knows of the other's tables."""


def is_present(connection: Connection, steps: Steps) -> bool:
    """Whether the tables are the present ones; False if they are older or not yet made.

    Raises SchemaTooNew for those of a later version, CannotOpenStore for an SQLite file of another
    program. Changes nothing.
    """
    names = inspect(connection).get_table_names()
    if steps.version_table not in names:
        if names and connection.dialect.name == "sqlite":
            raise CannotOpenStore("its file holds another program's tables", "name another file")
        return False
    kept = table(steps.version_table)
    found = connection.scalar(select(column("version_num")).select_from(kept))
    if found is not None and found not in steps.released:
        raise SchemaTooNew
    return bool(found == steps.released[-1])


def climb(connection: Connection, steps: Steps, to: str = "head") -> None:
    """Bring the tables up to the revision ``to``, inside the transaction of ``connection``.

    Two programs may do so at once: the second waits, and finds everything done.
    """
    # Alembic takes a while to load, and most starts find the tables as they should be.
    from alembic import command
    from alembic.config import Config

    postgresql.without_limits(connection)
    postgresql.alone(connection, postgresql.CLIMBING)
    config = Config()
    config.set_main_option("script_location", "store:migrations")
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", steps.folder)
    config.attributes["connection"] = connection
    config.attributes["version_table"] = steps.version_table
    command.upgrade(config, to)
