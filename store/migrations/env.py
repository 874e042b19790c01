"""Run by Alembic: gives it the connection, and the table that keeps the revision."""

from __future__ import annotations

from alembic import context

_given = context.config.attributes

context.configure(
    connection=_given["connection"],
    version_table=_given["version_table"],
    # SQLite can take back made tables too, as store/sqlite.py begins its transactions itself.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
