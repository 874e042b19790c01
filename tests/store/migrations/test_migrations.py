"""Tables climb from every state that was ever released to the present one, with what they hold.

``released/`` has a database of each, as text: made by that release, never changed afterwards.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from store.classes.joining import as_pupil, pupils
from store.classes.marks import finished, marks_of, own_marks
from store.classes.opening import as_teacher
from store.classes.records import Pupil
from store.classes.rounds import round_of
from store.database import database, writing
from store.migrations import CLASSES, climb
from store.tables import METADATA
from tests.store.rooms import MATERIAL, kept

RELEASED_FILES = Path(__file__).parent / "released"


def tables(engine: Engine) -> dict[str, object]:
    """Return all that a database says of its tables, but for that of the revision."""
    found = inspect(engine)
    return {
        name: (
            [{**column, "type": str(column["type"])} for column in found.get_columns(name)],
            found.get_pk_constraint(name),
            sorted(found.get_foreign_keys(name), key=str),
            sorted(found.get_unique_constraints(name), key=str),
            found.get_indexes(name),
        )
        for name in found.get_table_names()
        if name != CLASSES.version_table
    }


def test_the_steps_lead_to_the_tables_that_memory_has(tmp_path: Path) -> None:
    file = database(str(tmp_path / "classes.db"))
    assert tables(file) == tables(database("memory"))
    assert len(tables(file)) == 5
    with file.connect() as connection:
        options = {"version_table": CLASSES.version_table, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert context.get_current_revision() == CLASSES.released[-1]
        assert compare_metadata(context, METADATA) == []


def test_a_number_of_a_deleted_class_is_not_given_again_in_either(tmp_path: Path) -> None:
    for setting in ("memory", str(tmp_path / "classes.db")):
        with database(setting).connect() as connection:
            made = connection.exec_driver_sql(
                "SELECT sql FROM sqlite_master WHERE name = 'classes'"
            ).scalar_one()
        assert "AUTOINCREMENT" in made


def test_all_steps_are_named_in_their_order() -> None:
    config = Config()
    config.set_main_option("script_location", "store:migrations")
    steps = list(ScriptDirectory.from_config(config).walk_revisions())
    assert tuple(step.revision for step in reversed(steps)) == CLASSES.released
    assert {path.stem for path in RELEASED_FILES.glob("*.sql")} == set(CLASSES.released)


@pytest.mark.parametrize("revision", CLASSES.released)
def test_a_released_database_climbs_with_what_it_holds(revision: str, tmp_path: Path) -> None:
    path = tmp_path / "classes.db"
    with closing(sqlite3.connect(path)) as made:
        made.executescript((RELEASED_FILES / f"{revision}.sql").read_text(encoding="utf-8"))
    engine = database(str(path))
    assert tables(engine) == tables(database("memory"))
    # The file says what was kept; its class was opened in the far future, so that it is not over.
    teacher = as_teacher(engine, "H7K2M9", "the-key-of-the-released-class")
    assert (teacher.word, teacher.state, teacher.round) == ("pebble", "revealed", 1)
    assert (teacher.joining, teacher.version, teacher.marks_version) == (False, 3, 6)
    assert teacher.opened.isoformat() == "2999-01-02T03:04:05+00:00"
    assert round_of(engine, teacher.id, 1).material == MATERIAL
    pupil = as_pupil(engine, "the-token-of-the-second-pupil")
    assert pupil == Pupil(teacher.id, 2, "Patient Otter")
    assert [other.number for other in pupils(engine, teacher.id)] == [1, 2]
    assert own_marks(engine, pupil, 1) == [kept(0, 4, loaded=False), kept(1, 5, reason="hint")]
    assert marks_of(engine, teacher.id, 1)["participant"].tolist() == [2, 2]
    assert finished(engine, teacher.id, 1) == {2}


@pytest.mark.parametrize("revision", CLASSES.released)
def test_a_step_that_fails_leaves_the_tables_as_they_were(revision: str) -> None:
    engine = database("sqlite://")
    with engine.begin() as connection:
        METADATA.drop_all(connection)

    def climbs_and_stumbles() -> None:
        with writing(engine) as connection:
            climb(connection, CLASSES, to=revision)
            assert inspect(connection).has_table("classes")
            raise KeyError

    with pytest.raises(KeyError):
        climbs_and_stumbles()
    assert inspect(engine).get_table_names() == []
