"""An archive is analysed in this process: its folder, going on, and what cannot be."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pandas as pd
import pytest

import analysis.scoring.pipeline
from analysis import analyze
from analysis.corpus import analyze_corpus
from analysis.corpus.engine import cluster
from analysis.corpus.engine.errors import (
    BadChoice,
    ChangedArchive,
    NoScheduler,
    NotWritten,
    OutsideItself,
)
from analysis.corpus.engine.record import Progress
from analysis.corpus.frames import TABLES
from analysis.corpus.reading.opening import open_archive
from analysis.corpus.reading.record import Choices
from analysis.errors import CannotRead, ModelUnavailable
from tests.analysis.cli.test_full_disk import no_room_here
from tests.analysis.corpus.articles_given import FERRY, POOL
from tests.analysis.corpus.engine.archives import SKIPPED, TEXTS, archive, left, table


def test_the_tables_of_an_archive(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    summary = analyze_corpus(archive(tmp_path / "in.parquet"), out, part=3)
    assert (summary.analysed, summary.skipped, summary.resumed) == (5, SKIPPED, 0)
    assert [(one.file, one.found) for one in summary.claims] == [("in.parquet", len(TEXTS))]

    sentences = table(out, "sentences")
    assert sorted({*sentences["article"]}) == [0, 1, 3, 5, 6]
    for number, rows in sentences.groupby("article"):
        alone = analyze(TEXTS[number]).sentences
        assert rows["text"].tolist() == alone["text"].tolist()
        assert rows["loaded"].fillna("").tolist() == alone["loaded"].fillna("").tolist()
    skipped = table(out, "skipped")
    assert skipped["article"].tolist() == [2, 4]
    assert skipped["outlet"].tolist() == ["Gazette 0", "Gazette 0"]
    for name in ("signatures", *TABLES):
        names = [file.name for file in sorted((out / name).iterdir())]
        assert names == [f"part-00000{number}.parquet" for number in range(3)]
    assert (out / "duplicates.parquet").exists()

    said = json.loads((out / "corpus.json").read_text())
    assert (said["given"], said["parts"], said["skipped"]) == (len(TEXTS), 3, SKIPPED)
    assert said["rows"]["sentences"] == len(sentences)
    assert said["settings"]["part"] == 3
    done = json.loads((out / "done" / "part-000001.json").read_text())
    assert (done["given"], done["skipped"]) == (3, {"EmptyText": 1})


def test_what_is_finished_is_not_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = archive(tmp_path / "in.parquet")
    analyze_corpus(file, tmp_path / "whole", part=2)
    real, calls = analysis.scoring.pipeline.analyze, []

    def ended(article: object, **options: object) -> object:
        calls.append(article)
        if len(calls) == 4:
            raise KeyboardInterrupt
        return real(article, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(analysis.scoring.pipeline, "analyze", ended)
    with pytest.raises(KeyboardInterrupt):
        analyze_corpus(file, tmp_path / "out", part=2)
    # The fourth article is of the second partition.
    assert [one.name for one in (tmp_path / "out" / "done").iterdir()] == ["part-000000.json"]
    summary = analyze_corpus(file, tmp_path / "out", part=2)
    assert (summary.analysed, summary.skipped, summary.resumed) == (5, SKIPPED, 2)
    # Without the two that were finished, and the empty one, which is not analysed.
    assert len(calls) == 4 + len(TEXTS) - 3
    assert left(tmp_path / "out") == left(tmp_path / "whole")
    calls.clear()
    assert analyze_corpus(file, tmp_path / "out", part=2).resumed == len(TEXTS)
    assert not calls
    assert left(tmp_path / "out") == left(tmp_path / "whole")


def test_progress(tmp_path: Path) -> None:
    told: list[Progress] = []
    file = archive(tmp_path / "in.parquet", *[FERRY] * 12)
    analyze_corpus(file, tmp_path / "out", part=10, on_progress=told.append)
    # Every eight articles, and after each partition.
    assert [one.done for one in told] == [8, 10, 10, 12, 12]
    assert {one.total for one in told} == {12}
    assert [round(one.share, 2) for one in told] == [0.67, 0.83, 0.83, 1, 1]
    told.clear()
    analyze_corpus(file, tmp_path / "out", part=10, on_progress=told.append)
    assert told[-1] == Progress(done=12, skipped=0, total=12, share=1, resumed=12)


def test_an_article_that_the_analysis_fails_on_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = analysis.scoring.pipeline.analyze

    def failing(article: object, **options: object) -> object:
        if article.text == FERRY:  # type: ignore[attr-defined]
            raise ZeroDivisionError("by zero")
        return real(article, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(analysis.scoring.pipeline, "analyze", failing)
    file = archive(tmp_path / "in.parquet", POOL, FERRY, POOL)
    assert analyze_corpus(file, tmp_path / "out").skipped == {"Failed": 1}
    (message,) = table(tmp_path / "out", "skipped")["message"]
    assert "ZeroDivisionError" in message


def test_a_model_that_cannot_be_loaded_is_no_fault_of_an_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> object:
        raise ModelUnavailable("The model is missing.")

    monkeypatch.setattr(analysis.scoring.pipeline, "analyze", missing)
    with pytest.raises(ModelUnavailable):
        analyze_corpus(archive(tmp_path / "in.parquet"), tmp_path / "out")


def test_an_archive_that_has_changed(tmp_path: Path) -> None:
    """Changed in a way that the digests of its files do not tell, as they leave much of large files
    out."""
    file = archive(tmp_path / "in.parquet", POOL, FERRY, POOL.replace("Monday", "Friday"), POOL)
    analyze_corpus(file, tmp_path / "out", part=2)
    kept, settings = left(tmp_path / "out"), (tmp_path / "out" / "corpus.json")
    archive(file, POOL, FERRY, POOL.replace("Monday", "Sunday"), POOL)
    said = json.loads(settings.read_text())
    said["settings"] |= open_archive(file, Choices({})).settings
    settings.write_text(json.dumps(said))
    with pytest.raises(ChangedArchive, match="in articles 2 to 3"):
        analyze_corpus(file, tmp_path / "out", part=2)
    archive(file, POOL, FERRY)
    said["settings"] |= open_archive(file, Choices({})).settings
    settings.write_text(json.dumps(said))
    with pytest.raises(ChangedArchive, match="from article 2 on"):
        analyze_corpus(file, tmp_path / "out", part=2)
    assert {**left(tmp_path / "out"), "corpus.json": b""} == {**kept, "corpus.json": b""}


def test_a_full_disk_keeps_what_is_finished(tmp_path: Path) -> None:
    file, out = archive(tmp_path / "in.parquet"), tmp_path / "out"
    with pytest.raises(NotWritten, match="File too large"), no_room_here():
        analyze_corpus(file, out, part=2)
    assert not [one for one in left(out) if one != ".lock"]
    analyze_corpus(file, tmp_path / "whole", part=2)
    done: list[Progress] = []

    def full(progress: Progress) -> None:
        if progress.done == 4:
            later.enter_context(no_room_here())

    with ExitStack() as later, pytest.raises(NotWritten, match="run the same command again"):
        analyze_corpus(file, out, part=2, on_progress=full)
    assert [one for one in left(out) if "done" in one] == ["done/part-000000.json"]
    analyze_corpus(file, out, part=2, on_progress=done.append)
    assert done[-1].resumed == 2
    assert left(out) == left(tmp_path / "whole")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(NotWritten, match="Permission denied"):
        analyze_corpus(archive(tmp_path / "in.parquet"), tmp_path / "out")


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("something else")
    for out in (tmp_path / "out", tmp_path / "out" / "deeper"):
        with pytest.raises(NotWritten, match="Not a directory"):
            analyze_corpus(archive(tmp_path / "in.parquet"), out)
    assert (tmp_path / "out").read_text() == "something else"


def test_choices_that_cannot_be(tmp_path: Path) -> None:
    file = archive(tmp_path / "in.parquet")
    for choices in ({"part": 0}, {"workers": -1}, {"workers": 1, "scheduler": "tcp://a:1"}):
        with pytest.raises(BadChoice):
            analyze_corpus(file, tmp_path / "out", **choices)  # type: ignore[arg-type]
    with pytest.raises(OutsideItself):
        analyze_corpus(tmp_path, tmp_path / "deep" / "out")
    assert not (tmp_path / "out").exists()


def test_too_many_workers_and_empty_names(tmp_path: Path) -> None:
    with pytest.raises(BadChoice, match="20,000 workers are too many"):
        analyze_corpus(archive(tmp_path / "in.parquet"), tmp_path / "out", workers=20_000)
    for source, out in (("", str(tmp_path / "out")), (str(tmp_path / "in.parquet"), "")):
        with pytest.raises(BadChoice, match="is empty: give one"):
            analyze_corpus(source, out)


@pytest.mark.parametrize("given", [pd.Series(["x"]), [{"text": "x"}], None])
def test_what_is_no_frame(given: object, tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="give a path or a pandas DataFrame"):
        analyze_corpus(given, tmp_path / "out")  # type: ignore[arg-type]


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    """A name that is too long, and links that go round."""
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for source in (tmp_path / ("x" * 300), tmp_path / "round"):
        with pytest.raises(CannotRead):
            analyze_corpus(source, tmp_path / "out")
    (tmp_path / "in").mkdir()
    archive(tmp_path / "in" / "a.parquet")
    with pytest.raises(NotWritten):
        analyze_corpus(tmp_path / "in", tmp_path / "round" / "out")


def test_what_comes_to_light_in_each_file_is_said_once(tmp_path: Path) -> None:
    """Notes of the first file that come late stand before those of the second that came early."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.csv").write_bytes(b"text\nA caf\xe9.\n")
    (tmp_path / "in" / "b.csv").write_text("text,mood\n12 34 56\n")
    notes: list[str] = []
    analyze_corpus(tmp_path / "in", tmp_path / "out", on_note=notes.append, duplicates=False)
    assert len(notes) == 2
    assert notes[0] == "b.csv: not used: mood."
    assert notes[1].startswith("a.csv: one of its lines is not in UTF-8")


def test_a_scheduler_that_is_gone_is_no_fault_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def gone(*_: object) -> Iterator[None]:
        raise TimeoutError("no answer")
        yield

    monkeypatch.setattr(cluster, "existing", gone)
    with pytest.raises(NoScheduler, match="does not answer any more: start it"):
        analyze_corpus(
            archive(tmp_path / "in.parquet"), tmp_path / "out", scheduler="tcp://127.0.0.1:1"
        )


def test_the_folder_is_read_as_one_table(tmp_path: Path) -> None:
    """What any other tool reads: pandas, the whole folder."""
    analyze_corpus(archive(tmp_path / "in.parquet"), tmp_path / "out", part=2)
    found = pd.read_parquet(tmp_path / "out" / "articles")
    assert found["id"].tolist() == ["a0", "a1", "a3", "a5", "a6"]
