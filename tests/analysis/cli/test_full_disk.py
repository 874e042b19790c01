"""A disk that is full or a file that may not grow: one line, no half file, nothing lost."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from analysis.cli.main import read_main
from tests.analysis.cli.command import call

ROOT = Path(__file__).parents[3]
TEXT = "The mayor’s plan is a disgrace. “It is not,” she said.\n\nThe vote is due on 4 May.\n"
ROOM = 100
"""Bytes that a file may have in these tests; each form of the analysis is longer."""


@contextmanager
def no_room_here() -> Iterator[None]:
    """The same for a while in this process, which ignores the signal for it, as every Python."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def no_room() -> None:
    """In the child, before it starts: writing past ``ROOM`` bytes of a file fails."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


def slant(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    with no_room_here():
        done = call(read_main, *arguments, folder=folder)
    return subprocess.CompletedProcess(
        arguments, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def process(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-B", "-m", "analysis", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        preexec_fn=no_room,
        check=False,
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "town.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"], ["--html"]])
@pytest.mark.parametrize("before", [None, "what was there"])
def test_no_half_file_and_the_old_one_stays(
    form: list[str], before: str | None, article: Path
) -> None:
    out = article / "out"
    if before is not None:
        out.write_text(before, encoding="utf-8")
    done = slant("town.txt", *form, "-o", "out", folder=article)
    assert done.returncode == 2
    assert done.stderr == "slant: out cannot be written (File too large): give another file.\n"
    found = {path.name for path in article.iterdir()}
    assert found == {"town.txt"} | ({"out"} if before is not None else set())
    assert before is None or out.read_text(encoding="utf-8") == before


def test_in_a_process_of_its_own(article: Path) -> None:
    done = process("town.txt", "--json", "-o", "out", folder=article)
    assert done.returncode == 2
    assert done.stderr == "slant: out cannot be written (File too large): give another file.\n"
    assert {path.name for path in article.iterdir()} == {"town.txt"}


def test_a_full_device(article: Path) -> None:
    done = slant("town.txt", "--html", "-o", "/dev/full", folder=article)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "slant: /dev/full cannot be written (No space left on device): give another file.\n"
    )
