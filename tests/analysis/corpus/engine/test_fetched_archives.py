"""A list of addresses is an archive: its pages are kept, and no site is asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from analysis.corpus import analyze_corpus
from analysis.corpus.engine.errors import OtherSettings
from analysis.corpus.engine.record import Progress
from analysis.corpus.layout import FETCHED
from analysis.corpus.reading.news.addresses import fetching
from analysis.errors import CannotRead
from tests.analysis.corpus.engine.archives import left
from tests.analysis.corpus.reading.news.made.research_files import page
from tests.analysis.corpus.reading.news.made.stories import stories
from tests.analysis.reading.web.internet import Internet
from tests.analysis.reading.web.misbehaving_server import page as served

STORIES = stories(43, 4)


class Ended(Exception):
    """What ends a run in its middle."""


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> Iterator[Internet]:
    with Internet() as running:
        for story in STORIES:
            running.serve(served(page(story).encode()), f"/{story.id}")
        monkeypatch.setattr(fetching, "Network", lambda seconds: running.network())
        monkeypatch.setattr(fetching, "PAUSE", 0.0)
        yield running


def listed(folder: Path) -> Path:
    rows = [f"{n},T{n},http://a.example/{one.id},en,Bugle" for n, one in enumerate(STORIES)]
    rows.insert(2, "9,Gone,http://a.example/gone,en,Bugle")
    path = folder / "stories.csv"
    path.write_text("\n".join(["stories_id,title,url,language,media_name", *rows]), "utf-8")
    return path


def test_a_run_that_was_ended_asks_no_site_again(internet: Internet, tmp_path: Path) -> None:
    file, out = listed(tmp_path), tmp_path / "out"

    def end(progress: Progress) -> None:
        if progress.done >= 3:
            raise Ended

    with pytest.raises(Ended):
        analyze_corpus(file, out, fetch=True, part=2, on_progress=end)
    asked = len(internet.server.asked)
    found = analyze_corpus(file, out, fetch=True, part=2)
    assert (found.analysed, found.skipped, found.resumed) == (4, {"CannotFetch": 1}, 2)
    assert len(internet.server.asked) == asked
    analyze_corpus(file, tmp_path / "whole", fetch=True, part=2)
    one, other = (
        {name: data for name, data in left(folder).items() if not name.startswith(FETCHED)}
        for folder in (out, tmp_path / "whole")
    )
    assert one == other
    skipped = pd.read_parquet(out / "skipped")
    assert skipped[["outlet", "title", "url"]].to_numpy().tolist() == [
        ["Bugle", "Gone", "http://a.example/gone"]
    ]
    assert pd.read_parquet(out / "articles")["url"].tolist() == [
        f"http://a.example/{one.id}" for one in STORIES
    ]


def test_fetching_is_asked_for(internet: Internet, tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="add --fetch"):
        analyze_corpus(listed(tmp_path), tmp_path / "out")
    feed = tmp_path / "feed.xml"
    feed.write_text(
        "<rss><channel><item><title>T</title><description>Short.</description>"
        f"<link>http://a.example/{STORIES[0].id}</link></item></channel></rss>"
    )
    assert analyze_corpus(feed, tmp_path / "feed").analysed == 0
    with pytest.raises(OtherSettings, match="--fetch"):
        analyze_corpus(feed, tmp_path / "feed", fetch=True)
