"""What the tests of ``slant desk`` share: a filled desk of their own that the settings name."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.cli.main import main
from store.desk.opening import FILE, open_desk
from tests.analysis.cli.command import call
from tests.desk_filled import fill_desk

Desk = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a filled desk, to be copied."""
    folder = tmp_path_factory.mktemp("filled")
    engine = open_desk(folder=str(folder))
    fill_desk(engine)
    engine.dispose()
    return folder / FILE


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that ``SLANT_DATA`` names, without a desk yet."""
    monkeypatch.delenv("SLANT_DATABASE_URL", raising=False)
    monkeypatch.delenv("SLANT_RULES", raising=False)
    monkeypatch.setenv("SLANT_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def filled(place: Path, filled_file: Path) -> Path:
    """The folder that ``SLANT_DATA`` names, with a filled desk in it."""
    place.mkdir(mode=0o700)
    shutil.copy(filled_file, place / FILE)
    return place


@pytest.fixture
def slant(tmp_path: Path) -> Desk:
    """Calls ``slant desk`` with its arguments in a folder of the test's own."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        done = call(main, "desk", *arguments, folder=tmp_path)
        out, err = done.stdout.decode(), done.stderr.decode()
        return subprocess.CompletedProcess(arguments, done.returncode, out, err)

    return run


def require_one_line(done: subprocess.CompletedProcess[str], says: str) -> None:
    """Hold that a command failed with one line that says so."""
    assert says in done.stderr
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("slant: ")
