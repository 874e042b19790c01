"""Moving the tables of an older version of Slant up to the present ones, with Alembic.

To change a table: change ``store/tables.py``, write the step as a new module in ``versions/`` by
hand, and add its revision to ``RELEASED``. Tests climb from every released state.
"""

from __future__ import annotations

from sqlalchemy import Connection, column, inspect, select, table

from store.errors import CannotOpenStore, SchemaTooNew

RELEASED = ("0001",)
"""The revisions that were ever released, the oldest first; the last is the present one."""

VERSION_TABLE = "slant_version"
"""Where the revision of a database is kept."""


def is_present(connection: Connection) -> bool:
    """Whether the tables are the present ones; False if they are older or not yet made.

    Raises SchemaTooNew for those of a later version, CannotOpenStore for an SQLite file of another
    program. Changes nothing.
    """
    names = inspect(connection).get_table_names()
    if VERSION_TABLE not in names:
        if names and connection.dialect.name == "sqlite":
            raise CannotOpenStore("its file holds another program's tables", "name another file")
        return False
    found = connection.scalar(select(column("version_num")).select_from(table(VERSION_TABLE)))
    if found is not None and found not in RELEASED:
        raise SchemaTooNew
    return bool(found == RELEASED[-1])


def climb(connection: Connection, to: str = "head") -> None:
    """Bring the tables up to the revision ``to``, inside the transaction of ``connection``.

    Two programs may do so at once: the second finds everything done.
    """
    # Alembic takes a while to load, and most starts find the tables as they should be.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, to)
