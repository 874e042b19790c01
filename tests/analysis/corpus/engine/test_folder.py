"""A folder belongs to one run at a time, and to one choice of settings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from analysis.corpus.engine.errors import InUse, NotAnArchive, OtherSettings
from analysis.corpus.engine.folder import LOCK, claimed, complete, content
from analysis.corpus.layout import UNFINISHED

ROOT = Path(__file__).parents[4]
SETTINGS: dict[str, Any] = {
    "files": [{"name": "a.csv", "bytes": 12}, {"name": "b.csv", "bytes": 9}],
    "columns": {"text": "content"},
    "any_language": False,
    "part": 256,
    "software": "0.14.0",
}


def test_settings_are_written_first_and_kept(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    with claimed(out, SETTINGS):
        assert content(out) == {"settings": SETTINGS}
    with claimed(out, SETTINGS):
        complete(out, SETTINGS, {"given": 3})
    assert content(out) == {"settings": SETTINGS, "given": 3}
    with claimed(out, SETTINGS):
        assert content(out) == {"settings": SETTINGS, "given": 3}


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"part": 64}, "--part-size: 256 then, 64 now"),
        ({"any_language": True}, "--any-language: false then, true now"),
        ({"software": "0.15.0"}, 'Slant: "0.14.0" then, "0.15.0" now'),
        ({"columns": {}}, '--column: {"text": "content"} then, {} now'),
        ({"files": []}, "the files that are read differ"),
        ({"robots": True}, "robots: null then, true now"),
        ({"columns": {}, "part": 9}, "{} now; --part-size: 256 then, 9 now): give the same"),
    ],
)
def test_other_settings_are_refused(tmp_path: Path, other: dict[str, Any], said: str) -> None:
    with claimed(tmp_path, SETTINGS):
        pass
    before = (tmp_path / "corpus.json").read_bytes()
    with pytest.raises(OtherSettings) as raised, claimed(tmp_path, SETTINGS | other):
        pass
    assert said in raised.value.message
    assert (tmp_path / "corpus.json").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("thesis.docx", "years of work"),
        ("corpus.json", "{}"),
        ("corpus.json", "[1"),
        ("corpus.json", '{"settings": 3}'),
    ],
)
def test_a_folder_with_something_else_is_refused(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(NotAnArchive), claimed(tmp_path, SETTINGS):
        pass
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [(name, text)]


def test_what_was_left_half_written_is_taken_away(tmp_path: Path) -> None:
    """Also before there are settings: a run may be ended while it writes them."""
    (tmp_path / LOCK).touch()
    (tmp_path / f"{UNFINISHED}1-corpus.json").write_text("{")
    with claimed(tmp_path, SETTINGS):
        (tmp_path / "names").mkdir()
        (tmp_path / "names" / f"{UNFINISHED}1-part-000000.parquet").write_text("PAR1")
        (tmp_path / "names" / "part-000000.parquet").write_text("PAR1")
    with claimed(tmp_path, SETTINGS):
        found = sorted(one.name for one in tmp_path.rglob("*") if one.is_file())
    assert found == [LOCK, "corpus.json", "part-000000.parquet"]


def test_one_run_at_a_time_in_one_program(tmp_path: Path) -> None:
    with claimed(tmp_path, SETTINGS):
        with pytest.raises(InUse), claimed(tmp_path, SETTINGS):
            pass
        # The refused one has not given up the lock of the other.
        with pytest.raises(InUse), claimed(tmp_path, SETTINGS):
            pass
    with claimed(tmp_path, SETTINGS):
        pass


def test_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    holds = (
        "import sys; from pathlib import Path; from analysis.corpus.engine.folder import claimed\n"
        f"with claimed(Path({str(tmp_path)!r}), {SETTINGS!r}):\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-B", "-c", holds],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(InUse, match="Another run is writing"), claimed(tmp_path, SETTINGS):
            pass
        other.kill()
    with claimed(tmp_path, SETTINGS):
        pass
