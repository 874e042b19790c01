"""``slant corpus``: its options, its last lines, and what it says on the way."""

from __future__ import annotations

import io
import os
import signal
from pathlib import Path

import pandas as pd
import pytest

import analysis.corpus.engine.analyzing
from analysis.cli import corpus, progress
from analysis.cli.main import main
from analysis.corpus.engine.record import Progress, Summary
from analysis.corpus.reading.record import Claim
from tests.analysis.cli.command import FRENCH, call
from tests.analysis.corpus.articles_given import FERRY, POOL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = [POOL, FRENCH, FERRY]
    pd.DataFrame({"text": texts, "outlet": "Gazette"}).to_parquet(tmp_path / "in.parquet")
    return tmp_path


def test_an_archive_is_analysed_and_gone_on_with(folder: Path) -> None:
    done = call(main, "corpus", "in.parquet", "out", "--part-size", "2", folder=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    skipped = f"Why articles were skipped: {Path('out', 'skipped')}\n"
    assert done.stdout.decode() == (
        "3 articles: 2 analysed, 1 skipped (NotEnglish 1).\n"
        f"{skipped}To look at it: SLANT_ARCHIVE=out slant\n"
    )
    done = call(main, "corpus", "in.parquet", "out", "--part-size", "2", folder=folder)
    assert "\n3 of them were finished before this run.\n" in done.stdout.decode()


def test_ctrl_c_says_how_to_go_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> Summary:
        os.kill(os.getpid(), signal.SIGINT)
        raise AssertionError("was not interrupted")

    monkeypatch.setattr(analysis.corpus.engine.analyzing, "analyze_corpus", stopped)
    done = call(main, "corpus", "in.parquet", "out", folder=folder)
    assert (done.returncode, done.stdout) == (130, b"")
    assert done.stderr.decode() == (
        "slant: Stopped; what is finished is kept in out: run the same command to go on.\n"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--column", "content"], "content is not NAME=HEADER with one of the names id, outlet"),
        (["--column", "body=content"], "body=content is not NAME=HEADER"),
        (["--column", "text=a", "--column", "text=b"], "--column gives text twice"),
        (["--day-first", "--month-first"], "not allowed with argument"),
        (["--workers", "-1"], "The number of workers is negative"),
        (["--part-size", "0"], "A partition has at least one article"),
        (["--workers", "1", "--scheduler", "tcp://a:1"], "Workers and a scheduler are both given"),
    ],
)
def test_what_cannot_be(folder: Path, options: list[str], said: str) -> None:
    done = call(main, "corpus", "in.parquet", "out", *options, folder=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert not (folder / "out").exists()


@pytest.mark.parametrize("first", [True, False, None])
def test_the_choices_reach_the_engine(
    folder: Path, monkeypatch: pytest.MonkeyPatch, first: bool | None
) -> None:
    given: dict[str, object] = {}

    def analyzed(source: str, out: str, **options: object) -> Summary:
        given.update(options)
        return Summary(
            25, {}, (Claim("a.docx", 26, 25), Claim("b", None, 2), Claim("c", 3, 3)), 4, 1
        )

    monkeypatch.setattr(analysis.corpus.engine.analyzing, "analyze_corpus", analyzed)
    order = {True: ["--day-first"], False: ["--month-first"], None: []}[first]
    columns = ["--column", "text=a=b", "--column", "outlet=source"]
    done = call(main, "corpus", "in", "my out", "--no-duplicates", *order, *columns, folder=folder)
    assert given["columns"] == {"text": "a=b", "outlet": "source"}
    assert (given["day_first"], given["duplicates"], given["part"]) == (first, False, 256)
    assert done.stdout.decode() == (
        "25 articles: 25 analysed.\n"
        "a.docx says 26 articles, 25 were found.\n"
        "4 articles have near-duplicates.\n"
        "To look at it: SLANT_ARCHIVE='my out' slant\n"
    )


def test_what_an_archive_is_called_commands_no_terminal() -> None:
    summary = Summary(1, {}, (Claim("\x1b[2Jevil", 2, 1),), 0, 1)
    assert "\x1b" not in corpus._told(summary, "\x1b[31mout")


def test_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [1000.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    with progress.Shown(io.StringIO()) as shown:
        for seconds, one in [
            (30, Progress(8, 0, 1000, 0.008, 0)),
            (40, Progress(120, 2, 1000, 0.12, 20)),
            (10, Progress(130, 2, 1000, 0.13, 20)),
            (60, Progress(300, 2, None, 0.1, 20)),
        ]:
            now[0] += seconds
            shown.progress(one)
    # 100 articles in 70 s; then 280 in 140 s, of which about 3,000 - 300 are left.
    assert capsys.readouterr().err.splitlines() == [
        "slant: 120 of 1,000 articles (2 skipped), 1.4 a second, 10:16 left.",
        "slant: 300 of about 3,000 articles (2 skipped), 2.0 a second, 22:30 left.",
    ]


def test_a_bar_on_a_terminal() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    with progress.Shown(terminal) as shown:
        shown.progress(Progress(50, 0, 200, 0.25, 50))
        shown.progress(Progress(100, 3, 200, 0.5, 50))
    last = terminal.getvalue().split("\r")[-1]
    assert "50%|" in last
    assert "100 of 200 articles" in last
    assert "articles/s, 3 skipped]" in last
