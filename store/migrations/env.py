"""Run by Alembic: gives it the connection and the tables."""

from __future__ import annotations

from alembic import context

from store.migrations import VERSION_TABLE
from store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    # SQLite can take back made tables too, as store/sqlite.py begins its transactions itself.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
