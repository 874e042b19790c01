"""The tables of the store, as the present version of Slant has them.

``store/migrations/`` moves the tables of an older version up to these; a test compares both. A test
also holds the list of columns, so that none is added for addresses, browsers or names.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData(
    # Constraints with names can be changed by a later migration.
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

CLASSES = Table(
    "classes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("code", String(6), nullable=False, unique=True),
    Column("word", String(20), nullable=False),
    Column("key_digest", String(64), nullable=False),
    Column("joining", Boolean, nullable=False),
    Column("wrong_words", Integer, nullable=False),
    # How many seats were ever given out: no number is given twice, also not a removed pupil's.
    Column("seats_given", Integer, nullable=False),
    Column("nickname_seed", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("round", Integer),
    Column("version", Integer, nullable=False),
    Column("marks_version", Integer, nullable=False),
    # In UTC, without a zone: SQLite keeps none.
    Column("opened", DateTime, nullable=False),
    # Numbers of deleted classes are never used again, so that a page that still holds one cannot
    # meet another class.
    sqlite_autoincrement=True,
)

PUPILS = Table(
    "pupils",
    METADATA,
    Column("class_id", ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("nickname", String(40), nullable=False),
    Column("token_digest", String(64), nullable=False, unique=True),
)

ROUNDS = Table(
    "rounds",
    METADATA,
    Column("class_id", ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(10), nullable=False),
    Column("revealed", Boolean, nullable=False),
    # JSON, up to hundreds of kilobytes. It comes last: SQLite then need not read it for the others.
    Column("material", Text, nullable=False),
)


def _of_pupil_and_round() -> tuple[ForeignKeyConstraint, ForeignKeyConstraint]:
    return (
        ForeignKeyConstraint(
            ["class_id", "pupil"], ["pupils.class_id", "pupils.number"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["class_id", "round"], ["rounds.class_id", "rounds.number"], ondelete="CASCADE"
        ),
    )


PROGRESS = Table(
    "progress",
    METADATA,
    Column("class_id", Integer, primary_key=True, autoincrement=False),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("pupil", Integer, primary_key=True, autoincrement=False),
    Column("finished", Boolean, nullable=False),
    # Whether the pupil's browser has been given the reveal; from then on marks stay as they are.
    Column("seen", Boolean, nullable=False),
    *_of_pupil_and_round(),
)

MARKED = Table(
    "marked",
    METADATA,
    Column("class_id", Integer, primary_key=True, autoincrement=False),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("pupil", Integer, primary_key=True, autoincrement=False),
    Column("sentence", Integer, primary_key=True, autoincrement=False),
    Column("loaded", Boolean, nullable=False),
    Column("reason", String(20), nullable=False),
    # JSON: pairs of offsets.
    Column("words", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    *_of_pupil_and_round(),
)
