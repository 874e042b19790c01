"""The tables of the desk: 0.13.0."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ONLY_ADDED = ("desk_decisions", "desk_trail", "desk_fits", "desk_fits_used")


def upgrade() -> None:
    """Make the tables, and what keeps four of them from being changed."""
    _make_people()
    _make_articles()
    _make_flags()
    _make_fits_and_trail()
    _make_indexes()
    for table in ONLY_ADDED:
        _only_add_to(table)


def _make_people() -> None:
    _table(
        "desk_editors",
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("name_key", sa.String(240), nullable=True),
        sa.Column("subject", sa.String(64), nullable=True),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("admin_by_settings", sa.Boolean(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.UniqueConstraint("name_key", name="uq_desk_editors_name_key"),
        sa.UniqueConstraint("subject", name="uq_desk_editors_subject"),
    )
    op.create_table(
        "desk_sessions",
        sa.Column("token_digest", sa.String(64), nullable=False),
        _number("editor"),
        sa.Column("until", sa.DateTime(), nullable=False),
        _to("desk_sessions", "editor", "desk_editors"),
        sa.PrimaryKeyConstraint("token_digest", name="pk_desk_sessions"),
    )


def _make_articles() -> None:
    _table(
        "desk_models",
        *map(_text, ("name", "version")),
        sa.UniqueConstraint("name", "version", name="uq_desk_models_name_version"),
    )
    _table(
        "desk_articles",
        sa.Column("digest", sa.String(64), nullable=False),
        *map(_text, ("title", "author", "section", "outlet", "published", "url", "source")),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("language", sa.String(10), nullable=False),
        *map(_number, ("words", "model")),
        sa.Column("added", sa.DateTime(), nullable=False),
        _number("added_by"),
        sa.Column("removed", sa.Boolean(), nullable=False),
        *map(_text, ("notices", "sentences", "text")),
        _to("desk_articles", "model", "desk_models"),
        _to("desk_articles", "added_by", "desk_editors"),
    )
    _table(
        "desk_statements",
        _number("article"),
        *map(_text, ("speaker", "kind", "form", "act", "verb", "manner")),
        *map(_number, ("words", "quoted_words", "sentence", "start", "end")),
        _to("desk_statements", "article", "desk_articles"),
    )
    _table(
        "desk_rules",
        sa.Column("rule", sa.String(80), nullable=False),
        _number("revision"),
        sa.Column("digest", sa.String(64), nullable=False),
        _text("said"),
        sa.Column("seen", sa.DateTime(), nullable=False),
        sa.UniqueConstraint(
            "rule", "revision", "digest", name="uq_desk_rules_rule_revision_digest"
        ),
    )


def _make_flags() -> None:
    _table(
        "desk_flags",
        *map(_number, ("article", "start", "end")),
        _text("text"),
        sa.Column("check", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        _number("kind_rank"),
        sa.Column("severity", sa.String(10), nullable=False),
        _number("severity_rank"),
        *map(_text, ("message", "plainer")),
        sa.Column("voice", sa.String(10), nullable=False),
        sa.Column("part", sa.String(10), nullable=False),
        *map(_text, ("reason", "link")),
        _number("revision"),
        sa.Column("probability", sa.Float(), nullable=True),
        sa.Column("fingerprint", sa.String(32), nullable=False),
        *map(_number, ("sentence", "sentence_start", "sentence_end")),
        sa.Column("sentence_probability", sa.Float(), nullable=True),
        sa.Column("house_probability", sa.Float(), nullable=True),
        sa.Column("held_back", sa.Boolean(), nullable=False),
        sa.Column("certainty", sa.Float(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        _number("seq"),
        sa.Column("standing", sa.Integer(), nullable=True),
        _to("desk_flags", "article", "desk_articles"),
    )
    _table(
        "desk_decisions",
        _number("flag"),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(10), nullable=False),
        sa.Column("reason", sa.String(20), nullable=False),
        *map(_text, ("wording", "note")),
        _number("editor"),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.Column("second", sa.Boolean(), nullable=False),
        sa.Column("request", sa.String(64), nullable=False),
        _to("desk_decisions", "flag", "desk_flags"),
        _to("desk_decisions", "editor", "desk_editors"),
        sa.UniqueConstraint("request", name="uq_desk_decisions_request"),
        sa.UniqueConstraint("flag", "seq", name="uq_desk_decisions_flag_seq"),
    )
    _table(
        "desk_notes",
        _number("article"),
        sa.Column("flag", sa.Integer(), nullable=True),
        _text("text"),
        _number("editor"),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.Column("request", sa.String(64), nullable=False),
        _to("desk_notes", "article", "desk_articles"),
        _to("desk_notes", "flag", "desk_flags"),
        _to("desk_notes", "editor", "desk_editors"),
        sa.UniqueConstraint("request", name="uq_desk_notes_request"),
    )


def _make_fits_and_trail() -> None:
    _table(
        "desk_fits",
        _text("said"),
        _number("editor"),
        sa.Column("made", sa.DateTime(), nullable=False),
        _to("desk_fits", "editor", "desk_editors"),
    )
    _table(
        "desk_fits_used",
        sa.Column("fit", sa.Integer(), nullable=True),
        _number("editor"),
        sa.Column("made", sa.DateTime(), nullable=False),
        _to("desk_fits_used", "fit", "desk_fits"),
        _to("desk_fits_used", "editor", "desk_editors"),
    )
    _table(
        "desk_trail",
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("editor", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(30), nullable=False),
        sa.Column("subject", sa.String(60), nullable=False),
        _text("detail"),
        _to("desk_trail", "editor", "desk_editors"),
    )


def _make_indexes() -> None:
    there = sa.text("NOT removed")
    op.create_index(
        "uq_desk_articles_digest",
        "desk_articles",
        ["digest"],
        unique=True,
        sqlite_where=there,
        postgresql_where=there,
    )
    for table in ("desk_statements", "desk_notes"):
        op.create_index(f"ix_{table}_article", table, ["article"])
    op.create_index("ix_desk_flags_article", "desk_flags", ["article", "start", "state"])
    order = (*("severity_rank", sa.text("certainty DESC"), "article", "start", "id", "held_back"),)
    op.create_index("ix_desk_flags_queue", "desk_flags", ["state", "kind_rank", *order])
    op.create_index("ix_desk_flags_check", "desk_flags", ["check", "state", *order])


def _only_add_to(table: str) -> None:
    """Let no row of a table be changed or removed, whoever asks for it."""
    said = f"rows of {table} are only ever added"
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION {table}_only_added() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION USING MESSAGE = '{said}', ERRCODE = '23001'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_only_added()"
    )


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_autoincrement=True,
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}")
