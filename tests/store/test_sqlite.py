"""What only one database understands is in one module, so that another can take its place."""

import re
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from store.tables import METADATA, PUPILS

STORE = Path(__file__).resolve().parents[2] / "store"
ONLY_SQLITE = ("pragma", "vacuum", "exec_driver_sql", "sqlite_master", "insert or")
TEXT_IN_SQL = re.compile(r"(?<![\w.])text\(")
OF_ONE = ("sqlite.py", "postgresql.py")
OTHERS = [path for path in STORE.rglob("*.py") if path.name not in OF_ONE]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(STORE)))
def test_the_others_speak_to_any_database(path: Path) -> None:
    source = path.read_text(encoding="utf-8").lower()
    # What ends in “text(”, as keeps_any_text, is no text in SQL; nor is the migrations' sa.text.
    code = TEXT_IN_SQL.sub("TEXT IN SQL", source).replace("text(", "")
    assert [word for word in (*ONLY_SQLITE, "TEXT IN SQL") if word in code] == []


def test_the_search_finds_what_it_looks_for() -> None:
    source = (STORE / "sqlite.py").read_text(encoding="utf-8").lower()
    assert {"pragma", "vacuum", "exec_driver_sql"} <= {w for w in ONLY_SQLITE if w in source}
    assert len(OTHERS) > 15


def test_the_tables_can_be_made_in_postgresql() -> None:
    made = {
        table.name: str(CreateTable(table).compile(dialect=postgresql.dialect()))
        for table in METADATA.sorted_tables
    }
    assert "id SERIAL NOT NULL" in made["classes"]
    assert "seq BIGINT NOT NULL" in made["marked"]
    assert "ON DELETE CASCADE" in made[PUPILS.name]
