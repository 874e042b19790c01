"""What the page *Desk* says where its database cannot be used: the sentence, and nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.server import address
from store.desk import opening

PAGE = Path(__file__).resolve().parents[3] / "dashboard" / "pages" / "desk.py"


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk is on, and this process has not opened one."""
    monkeypatch.setenv("SLANT_DESK", "1")
    monkeypatch.delenv("SLANT_DATABASE_URL", raising=False)
    monkeypatch.setattr(opening, "_of_this_process", None)
    monkeypatch.setattr(opening, "_failed", None)
    # Only a server has them.
    monkeypatch.setattr(address, "has_routes", lambda: True)


def said() -> list[str]:
    app = AppTest.from_file(str(PAGE), default_timeout=60).run()
    assert not app.exception
    assert not app.text_input
    # As Markdown shows it.
    return [error.value.replace("\\", "") for error in app.error]


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "note.txt").write_text("A note.")
    monkeypatch.setenv("SLANT_DATA", str(tmp_path / "note.txt" / "data"))
    assert said() == [
        "The desk's folder, which SLANT_DATA names, cannot be used, as its file cannot be "
        "written there: let Slant write the file and its folder, or name another."
    ]


def test_tables_of_a_later_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLANT_DATA", str(tmp_path))
    opening.open_desk().dispose()
    with closing(sqlite3.connect(tmp_path / "desk.db")) as later:
        later.execute("UPDATE slant_desk_version SET version_num = '9999'")
        later.commit()
    (sentence,) = said()
    assert "were made by a later version of Slant: start that version" in sentence


def test_a_database_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLANT_DATABASE_URL", "postgresql://ann:secret@127.0.0.1:1/slant")
    (sentence,) = said()
    assert "the database cannot be reached: see that it runs" in sentence
    assert "secret" not in sentence
