"""What the page *Archive* says where there is no archive, or none that can be read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.columns import empty
from analysis.corpus.frames import TABLES, Analysed
from analysis.corpus.layout import write_tables
from tests.archive_filled.writing import write_archive

PAGE = Path(__file__).resolve().parents[3] / "dashboard" / "pages" / "archive.py"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("archives") / "moor")


@pytest.fixture
def copy(written: Path, tmp_path: Path) -> Path:
    """An archive that a test may damage."""
    return Path(shutil.copytree(written, tmp_path / "moor"))


Opened = Callable[..., AppTest]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Return a function that opens the page with these archives and query parameters."""

    def run(*folders: Path, **query: str | list[str]) -> AppTest:
        monkeypatch.setenv("SLANT_ARCHIVE", os.pathsep.join(map(str, folders)))
        app = AppTest.from_file(str(PAGE), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return run


def said(app: AppTest) -> str:
    """The one sentence that the page says instead of anything else, as Markdown shows it."""
    (error,) = app.error
    sentence: str = error.value.replace("\\", "")
    assert sentence.endswith(".")
    return sentence


def test_without_an_archive_it_says_how_to_make_one(opened: Opened) -> None:
    (info,) = opened().info
    assert "`slant corpus IN OUT`" in info.value
    assert "SLANT_ARCHIVE=OUT" in info.value


def test_a_folder_that_is_not_there(opened: Opened, tmp_path: Path) -> None:
    assert said(opened(tmp_path / "gone")) == (
        "The archive “gone” is not there: give SLANT_ARCHIVE a folder that slant corpus wrote, and "
        "start Slant again."
    )


def test_a_folder_that_is_no_archive_or_has_only_begun(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "begun" / "articles").mkdir(parents=True)
    assert said(opened(tmp_path / "begun")) == (
        "The archive “begun” has no finished part yet: write one with slant corpus IN OUT, or wait "
        "until its first part is done."
    )


def test_an_archive_without_articles(opened: Opened, tmp_path: Path) -> None:
    out = tmp_path / "none"
    write_tables(out, 0, Analysed({name: empty(columns) for name, columns in TABLES.items()}))
    (out / "done").mkdir()
    (out / "done" / "part-000000.json").write_text("{}")
    app = opened(out)
    assert not app.error
    assert "the view About says what was skipped" in app.info[0].value
    assert not opened(out, view="about").error


def test_an_archive_that_is_being_made_grows(opened: Opened, copy: Path) -> None:
    last = copy / "done" / "part-000002.json"
    kept = last.read_text()
    last.unlink()
    assert opened(copy).caption[0].value.startswith("122 articles")
    last.write_text(kept)
    assert opened(copy).caption[0].value.startswith("174 articles")


def test_a_damaged_part(opened: Opened, copy: Path) -> None:
    (copy / "voices" / "part-000001.parquet").write_bytes(b"PAR1 damaged")
    # Nothing of the machine's folders.
    assert said(opened(copy)).startswith("The archive “moor” has files that are damaged")


def test_a_part_that_has_gone(opened: Opened, copy: Path) -> None:
    (copy / "articles" / "part-000001.parquet").unlink()
    assert said(opened(copy))


def test_one_of_several_archives_by_the_address(opened: Opened, written: Path, copy: Path) -> None:
    other = copy.rename(copy.with_name("quay"))
    app = opened(written, other, archive="quay", outlet=["Quay Post"])
    assert app.selectbox(key="archive-name").value == "quay"
    assert app.caption[0].value.startswith("48 articles")
    app = opened(written, other, archive="nope")
    assert app.selectbox(key="archive-name").value == "moor"
    assert "archive\\=nope" in app.caption[0].value


def test_another_archive_has_other_values(opened: Opened, written: Path, copy: Path) -> None:
    other = copy.rename(copy.with_name("quay"))
    app = opened(written, other, outlet=["Quay Post"], view="wording", **{"from": "2024-02"})
    app.selectbox(key="archive-name").select("quay").run()
    assert not app.exception
    assert app.query_params == {"archive": "quay", "view": "wording"}


@pytest.mark.parametrize("by", ["outlet", "author", "section", "topic", "month"])
@pytest.mark.parametrize("measure", ["loaded", "tone", "negative", "positive"])
def test_every_chart_is_drawn(opened: Opened, written: Path, by: str, measure: str) -> None:
    app = opened(written, by=by, measure=measure)
    assert not app.error
    (title,) = app.header
    assert f"by {by}" in title.value
    assert len(app.get("plotly_chart")) == 1


def test_a_month_of_the_address_is_shown_as_it_is(opened: Opened, written: Path) -> None:
    app = opened(written, view="sources", name="Ana Hale", month=":red[x]")
    labels = [button.label for button in app.button]
    assert r"All months, not only \:red\[x\]" in labels
