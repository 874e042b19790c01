"""The tables of classes: 0.11.0."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "classes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(6), nullable=False),
        sa.Column("word", sa.String(20), nullable=False),
        sa.Column("key_digest", sa.String(64), nullable=False),
        sa.Column("joining", sa.Boolean(), nullable=False),
        sa.Column("wrong_words", sa.Integer(), nullable=False),
        sa.Column("seats_given", sa.Integer(), nullable=False),
        sa.Column("nickname_seed", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("marks_version", sa.Integer(), nullable=False),
        sa.Column("opened", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_classes"),
        sa.UniqueConstraint("code", name="uq_classes_code"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "pupils",
        _number("class_id"),
        _number("number"),
        sa.Column("nickname", sa.String(40), nullable=False),
        sa.Column("token_digest", sa.String(64), nullable=False),
        _of_class("pupils"),
        sa.PrimaryKeyConstraint("class_id", "number", name="pk_pupils"),
        sa.UniqueConstraint("token_digest", name="uq_pupils_token_digest"),
    )
    op.create_table(
        "rounds",
        _number("class_id"),
        _number("number"),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("revealed", sa.Boolean(), nullable=False),
        sa.Column("material", sa.Text(), nullable=False),
        _of_class("rounds"),
        sa.PrimaryKeyConstraint("class_id", "number", name="pk_rounds"),
    )
    op.create_table(
        "progress",
        *map(_number, ("class_id", "round", "pupil")),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        *_of_pupil_and_round("progress"),
        sa.PrimaryKeyConstraint("class_id", "round", "pupil", name="pk_progress"),
    )
    op.create_table(
        "marked",
        *map(_number, ("class_id", "round", "pupil", "sentence")),
        sa.Column("loaded", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        *_of_pupil_and_round("marked"),
        sa.PrimaryKeyConstraint("class_id", "round", "pupil", "sentence", name="pk_marked"),
    )


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, autoincrement=False)


def _of_class(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["class_id"], ["classes.id"], name=f"fk_{table}_classes", ondelete="CASCADE"
    )


def _of_pupil_and_round(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint(
            ["class_id", own],
            [f"{other}.class_id", f"{other}.number"],
            name=f"fk_{table}_{other}",
            ondelete="CASCADE",
        )
        for own, other in (("pupil", "pupils"), ("round", "rounds"))
    ]
