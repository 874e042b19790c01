"""The desk's tables climb from every state that was released, in SQLite and in PostgreSQL.

``released/desk/`` has the rows of each, and databases of both kinds with them as text: made by that
release (``desk_release.py``), never changed afterwards.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, delete, inspect, select, text, update

from store import migrations
from store.classes.opening import open_class, versions
from store.database import database, prepare, reading, writing
from store.desk.editors import sign_in
from store.desk.opening import FILE, open_desk
from store.desk.tables import DESK
from store.errors import CannotOpenDesk, StoreFailed
from store.migrations import Steps, climb, is_present
from store.migrations.desk import tables as first_step
from tests.postgres import Server
from tests.store.migrations.desk_release import RELEASED, present, put, rows_of

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.server)]
STEPS = migrations.DESK


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    """Where nothing is yet, as the arguments of ``open_desk``."""
    if request.param == "sqlite":
        yield {"folder": str(tmp_path)}
        return
    running: Server = request.getfixturevalue("postgres")
    name = running.fresh()
    yield {"url": running.address(name)}
    running.drop(name)


def load(place: dict[str, str], revision: str, running: Server | None) -> None:
    """Put a released database there."""
    kind = "sqlite" if "folder" in place else "postgresql"
    said = (RELEASED / f"{revision}.{kind}.sql").read_text(encoding="utf-8")
    if "folder" in place:
        with closing(sqlite3.connect(Path(place["folder"]) / FILE)) as made:
            made.executescript(said)
        return
    assert running is not None
    running.run(said, place["url"].partition("@/")[2].partition("?")[0])


def differences(engine: Engine) -> list[object]:
    """Return in what the tables are others than the present ones."""

    def of_the_desk(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or str(name).startswith("desk_")

    with engine.connect() as connection:
        options = {
            "version_table": STEPS.version_table,
            "compare_type": True,
            "include_name": of_the_desk,
        }
        context = MigrationContext.configure(connection, opts=options)
        assert context.get_current_revision() == STEPS.released[-1]
        return [*compare_metadata(context, DESK)]


@pytest.mark.filterwarnings("error")
def test_the_steps_lead_to_the_tables(place: dict[str, str]) -> None:
    engine = open_desk(**place)
    assert differences(engine) == []
    assert {*inspect(engine).get_table_names()} == {*DESK.tables, STEPS.version_table}
    with engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_desk_flags_queue"))
    assert differences(engine) != []


def test_numbers_are_not_given_again_in_a_file(tmp_path: Path) -> None:
    with open_desk(folder=str(tmp_path)).connect() as connection:
        found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master").all()
    numbered = {name for name, said in found if "AUTOINCREMENT" in (said or "")}
    assert numbered == {*DESK.tables} - {"desk_sessions"}


def test_all_steps_are_named_in_their_order() -> None:
    config = Config()
    config.set_main_option("script_location", "store:migrations")
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", STEPS.folder)
    steps = list(ScriptDirectory.from_config(config).walk_revisions())
    assert tuple(step.revision for step in reversed(steps)) == STEPS.released
    kept = {path.name for path in RELEASED.iterdir()}
    endings = ("json", "sqlite.sql", "postgresql.sql")
    assert kept == {f"{step}.{ending}" for step in STEPS.released for ending in endings}


@pytest.mark.parametrize("revision", STEPS.released)
def test_a_released_database_climbs_with_what_it_holds(
    revision: str, place: dict[str, str], request: pytest.FixtureRequest
) -> None:
    needs_server = "url" in place
    load(place, revision, request.getfixturevalue("postgres") if needs_server else None)
    engine = open_desk(**place)
    assert differences(engine) == []
    tables = present(engine).tables
    with engine.connect() as connection:
        for name, rows in rows_of(revision).items():
            columns = [tables[name].c[column] for column in rows[0]]
            found = connection.execute(select(*columns).order_by(columns[0])).all()
            kept = [
                {
                    k: v.isoformat() if isinstance(v, datetime) else v
                    for k, v in row._asdict().items()
                }
                for row in found
            ]
            assert kept == rows, name
    assert sign_in(engine, "Ann Lee").id == 1
    # Numbers go on.
    assert sign_in(engine, "Ben").id == 4


@pytest.mark.parametrize("table", first_step.ONLY_ADDED)
def test_rows_of_some_tables_are_only_ever_added(table: str, place: dict[str, str]) -> None:
    engine = open_desk(**place)
    rows = rows_of(STEPS.released[-1])
    put(engine, rows)
    kept = DESK.tables[table]
    changes = [
        update(kept).values(id=kept.c.id + 100),
        delete(kept),
        delete(kept).where(kept.c.id == 1),
    ]
    again = ", ".join(str(kept.c[column].name) for column in rows[table][0])
    if "url" in place:
        changes.append(text(f"TRUNCATE {table} CASCADE"))
    else:
        changes.append(text(f"INSERT OR REPLACE INTO {table} SELECT {again} FROM {table}"))
    for change in changes:
        with pytest.raises(StoreFailed), writing(engine) as connection:
            connection.execute(change)
    with reading(engine) as connection:
        numbers = connection.scalars(select(kept.c.id).order_by(kept.c.id)).all()
    assert numbers == [row["id"] for row in rows[table]]


def test_other_tables_may_be_changed(place: dict[str, str]) -> None:
    engine = open_desk(**place)
    put(engine, rows_of(STEPS.released[-1]))
    with writing(engine) as connection:
        assert connection.execute(update(DESK.tables["desk_flags"]).values(seq=9)).rowcount == 1
        assert connection.execute(delete(DESK.tables["desk_sessions"])).rowcount == 1


def test_tables_of_a_later_version_are_left_alone(place: dict[str, str]) -> None:
    engine = open_desk(**place)
    sign_in(engine, "Ann")
    with engine.begin() as connection:
        connection.execute(text("UPDATE slant_desk_version SET version_num = '9999'"))
        connection.execute(text("ALTER TABLE desk_editors ADD COLUMN desk TEXT"))
    before = present(engine)
    engine.dispose()
    with pytest.raises(CannotOpenDesk) as caught:
        open_desk(**place)
    assert "made by a later version of Slant: start that version, or name another" in str(
        caught.value
    )
    assert present(engine).tables.keys() == before.tables.keys()
    assert "desk" in present(engine).tables["desk_editors"].c
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM desk_editors")) == 1


SECOND_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

def upgrade():
    op.add_column("desk_editors", sa.Column("motto", sa.Text(), nullable=True))
    op.execute("UPDATE desk_editors SET motto = name")
    {then}
"""


def later_version(folder: Path, then: str = "") -> Steps:
    """Return the steps of a version that is one step ahead of the present one."""
    folder.mkdir(exist_ok=True)
    shutil.copy(first_step.__file__, folder / "tables.py")
    (folder / "motto.py").write_text(SECOND_STEP.format(then=then))
    return Steps(str(folder), ("0001", "0002"), STEPS.version_table)


def test_a_later_version_moves_the_tables_up(place: dict[str, str], tmp_path: Path) -> None:
    sign_in(open_desk(**place), "Ann")
    engine = open_desk(**place)
    steps = later_version(tmp_path / "steps")
    prepare(engine, steps)
    with reading(engine) as connection:
        assert is_present(connection, steps)
        assert connection.scalars(text("SELECT motto FROM desk_editors")).all() == ["Ann"]
    with pytest.raises(CannotOpenDesk, match="later version of Slant"):
        open_desk(**place)


def test_a_step_that_fails_leaves_the_tables_as_they_were(
    place: dict[str, str], tmp_path: Path
) -> None:
    engine = open_desk(**place)
    sign_in(engine, "Ann")
    steps = later_version(tmp_path / "steps", then="raise KeyError")
    with pytest.raises(KeyError):
        prepare(engine, steps)
    assert differences(engine) == []
    assert [editor.name for editor in [sign_in(open_desk(**place), "Ann")]] == ["Ann"]


def test_programs_that_start_at_once_make_the_tables_once(place: dict[str, str]) -> None:
    with ThreadPoolExecutor(4) as threads:
        engines = list(threads.map(lambda _: open_desk(**place), range(4)))
    assert [sign_in(engine, f"Ann {place}").id for place, engine in enumerate(engines)] == [
        *range(1, 5)
    ]


def test_only_one_program_at_a_time_moves_tables_up(place: dict[str, str], tmp_path: Path) -> None:
    engine, other = open_desk(**place), open_desk(**place)
    steps = later_version(tmp_path / "steps")
    with ThreadPoolExecutor(1) as threads:
        with writing(engine) as connection:
            climb(connection, steps)
            second = threads.submit(prepare, other, steps)
            if "url" in place:
                waits = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
                while not connection.scalar(waits):
                    assert not second.done()
        second.result()
    with reading(other) as connection:
        assert is_present(connection, steps)


@pytest.mark.server
@pytest.mark.parametrize("first", ["classes", "desk"])
def test_classes_and_desk_may_be_in_one_database(first: str, postgres: Server) -> None:
    address = postgres.address(postgres.fresh())
    if first == "classes":
        classes, desk = database(address.replace("://", "+psycopg://")), open_desk(address)
    else:
        desk, classes = open_desk(address), database(address.replace("://", "+psycopg://"))
    assert sign_in(desk, "Ann").role == "admin"
    open_class(classes)
    assert versions(classes, 1)
    assert differences(desk) == []
    # A second start finds both.
    assert sign_in(open_desk(address), "Ann").id == 1
    assert versions(database(address.replace("://", "+psycopg://")), 1)
