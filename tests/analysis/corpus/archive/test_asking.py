"""What an archive answers, against figures counted by hand."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from analysis.corpus.archive.asking import Asking
from analysis.corpus.archive.frames import GROUPINGS, MEASURES, Chosen
from analysis.errors import CannotRead
from tests.analysis.corpus.archive.made import Made, own, write_archive

STAR, BEACON = "The Star; DROP TABLE known", "The Beacon's"


def _articles() -> list[Made]:
    star = {"outlet": STAR, "author": "A. Hale", "section": "City"}
    beacon = {"outlet": BEACON, "topic": "pool"}
    return [
        Made(
            [
                ("A shameful plan.", "outlet", -0.9, 0.9),
                ("The pool opens.", "outlet", 0.1, 0.1),
                ("“It is a triumph.”", "quoted", 0.8, 0.7),
            ],
            [("Ana Hale", "say", "neutral", 3), ("Tom Reed", "claim", "doubting", 1)],
            {**star, "date": "2020-01-05"},
        ),
        own("A fine day.", 0.7, 0.2, **star, date="2020-01-20"),
        own("Another shameful day.", -0.7, 0.6, **star, date="2020-04-01"),
        Made(
            [("The vote is on Monday.", "outlet", 0.0, 0.0)],
            [("Ana Hale", "say", "neutral", 1), ("", "", "", 1)],
            {**beacon, "date": "2020-04-30"},
        ),
        own("A plan without a date.", 0.2, 0.55, **beacon),
    ]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    skipped = [{"article": number, "reason": "NotEnglish"} for number in (5, 6)]
    skipped.append({"article": 7, "reason": "EmptyText"})
    cluster = {"cluster": 0, "copies": 2, "similarity": 1.0}
    copies = [
        {"article": 0, "kept": True, **cluster},
        {"article": 2, "kept": False, **cluster},
    ]
    folder = tmp_path_factory.mktemp("archive [of] one's")
    return write_archive(folder, *_articles(), skipped=skipped, duplicates=copies)


@pytest.fixture(scope="module")
def archive(out: Path) -> Asking:
    return Asking(out, threads=1)


ALL = Chosen(once=False)


@pytest.mark.parametrize(
    ("chosen", "articles"),
    [
        (ALL, 5),
        (Chosen(), 4),
        (Chosen(outlet=(STAR,), once=False), 3),
        (Chosen(outlet=(STAR,)), 2),
        (Chosen(outlet=(STAR, BEACON), once=False), 5),
        (Chosen(outlet=("%",), once=False), 0),
        (Chosen(topic=("",), once=False), 3),
        (Chosen(outlet=("a\x00b", "\ud800", "🙂", "'", "x" * 10**5)), 0),
        (Chosen(first="\ud800", last="%"), 0),
        (Chosen(author=("A. Hale",), section=("City",), topic=("pool",)), 0),
        (Chosen(first="2020-02", once=False), 2),
        (Chosen(last="2020-03", once=False), 2),
        (Chosen(first="2020-01", last="2020-01"), 2),
    ],
)
def test_the_articles_of_a_choice(archive: Asking, chosen: Chosen, articles: int) -> None:
    assert archive.articles(chosen) == articles


def test_values_leave_their_own_choice_out(archive: Asking) -> None:
    def values(grouping: str, chosen: Chosen) -> list[tuple[str, int]]:
        rows = archive.values(grouping, chosen)
        return [(value, int(number)) for value, number in rows.itertuples(index=False)]

    assert values("outlet", Chosen(outlet=(BEACON,), once=False)) == [(STAR, 3), (BEACON, 2)]
    assert values("topic", Chosen(outlet=(BEACON,))) == [("pool", 2)]
    months = [("2020-01", 2), ("2020-04", 2), ("", 1)]
    assert values("month", Chosen(first="2020-04", once=False)) == months


def test_groups_are_ratios_of_sums_with_quantiles_over_articles(archive: Asking) -> None:
    star, quoted, beacon = archive.groups("outlet", "tone", ALL).to_dict("records")
    assert (star["group"], star["voice"]) == (STAR, "outlet")
    assert (quoted["group"], quoted["voice"]) == (STAR, "quoted")
    assert (beacon["group"], beacon["voice"]) == (BEACON, "outlet")
    assert (star["articles"], star["sentences"], star["few"]) == (3, 4, True)
    assert star["value"] == pytest.approx((-0.9 + 0.1 + 0.7 - 0.7) / 4)
    # Means of the articles: -0.4, 0.7, -0.7.
    assert star["p50"] == pytest.approx(-0.4)
    assert star["p25"] == pytest.approx(-0.55)
    assert star["p05"] == pytest.approx(-0.67)
    assert -0.7 <= star["low"] <= star["value"] <= star["high"] <= 0.7
    assert pd.isna(quoted["low"])
    assert pd.isna(quoted["high"])


@pytest.mark.parametrize(
    ("measure", "value"), [("loaded", 2 / 4), ("negative", 2 / 4), ("positive", 1 / 4)]
)
def test_shares_of_a_group(archive: Asking, measure: str, value: float) -> None:
    star, *_ = archive.groups("outlet", measure, ALL).to_dict("records")
    assert star["value"] == pytest.approx(value)


def test_only_the_largest_groups_but_every_month(archive: Asking) -> None:
    assert {*archive.groups("outlet", "loaded", ALL, most=1)["group"]} == {STAR}
    months = archive.groups("month", "loaded", ALL, most=1)
    expected = ["", "2020-01", "2020-02", "2020-03", "2020-04"]
    assert [*months["group"].unique()] == expected
    march = months[months["group"] == "2020-03"]
    assert [*march["voice"]] == ["outlet", "quoted", "reported", "mixed"]
    assert march["articles"].sum() == 0
    assert march["value"].isna().all()


def test_a_statement_counts_once_however_many_pieces(archive: Asking) -> None:
    rows = archive.speakers(ALL)
    # January to April each for Ana Hale, then for Tom Reed.
    assert [*rows["name"]] == ["Ana Hale"] * 4 + ["Tom Reed"] * 4
    assert [*rows["month"][:4]] == ["2020-01", "2020-02", "2020-03", "2020-04"]
    assert [*rows["statements"]] == [1, 0, 0, 1, 1, 0, 0, 0]
    assert [*rows["of_all"][:4]] == [2, 0, 0, 2]
    assert [*archive.speakers(ALL, most=1)["name"].unique()] == ["Ana Hale"]


def test_verbs_say_what_they_imply(archive: Asking) -> None:
    rows = archive.verbs(ALL)
    pairs = {*zip(rows["name"], rows["manner"], strict=True)}
    assert pairs == {("say", "neutral"), ("claim", "doubting")}
    assert {*archive.verbs(Chosen(outlet=(BEACON,)))["name"]} == {"say"}


def test_sentences_of_each_measure(archive: Asking) -> None:
    def texts(measure: str, most: int = 50, voice: str = "outlet") -> list[str]:
        rows, number = archive.sentences("outlet", STAR, voice, measure, ALL, most)
        assert len(rows) == min(number, most)
        return [*rows["text"]]

    assert texts("loaded") == ["A shameful plan.", "Another shameful day."]
    assert texts("loaded", most=1) == ["A shameful plan."]
    assert texts("loaded", voice="quoted") == ["“It is a triumph.”"]
    assert texts("negative") == ["A shameful plan.", "Another shameful day."]
    assert texts("positive") == ["A fine day."]
    in_order = ["A shameful plan.", "Another shameful day.", "The pool opens.", "A fine day."]
    assert texts("tone") == in_order
    assert texts("tone", most=2) == ["A shameful plan.", "A fine day."]
    assert texts("loaded", voice="mixed") == []
    rows, number = archive.sentences("outlet", "nobody", "outlet", "loaded", ALL)
    assert (len(rows), number) == (0, 0)


def test_listed_sentences_lead_to_their_place(archive: Asking) -> None:
    rows, _ = archive.sentences("month", "2020-01", "outlet", "loaded", ALL)
    first = rows.iloc[0]
    article = archive.article(int(first["article"]))
    assert article is not None
    assert article["text"][first["start"] : first["end"]] == first["text"] == "A shameful plan."
    assert (first["outlet"], first["title"]) == (STAR, "Title 0")
    assert first["date"] == pd.Timestamp("2020-01-05")


def test_an_article_by_its_number(archive: Asking) -> None:
    found = archive.article(4)
    assert found is not None
    assert (found["text"], found["quoted"]) == ("A plan without a date.", [])
    assert pd.isna(found["date"])
    assert archive.article(99) is None
    assert archive.article(-1) is None
    assert archive.article(10**30) is None


def test_what_an_archive_is(archive: Asking) -> None:
    about = archive.about()
    assert about["skipped"] == {"EmptyText": 1, "NotEnglish": 2}
    expected = {
        "articles": 5,
        "sentences": 7,
        "duplicates": 1,
        "compared": True,
        "first": "2020-01",
        "last": "2020-04",
        "undated": 1,
        "model": "made",
        "model_version": "1",
        "parts": 2,
        "unfinished": 0,
        "settings": {"any_language": False},
    }
    assert {name: about[name] for name in expected} == expected


def test_several_models_are_all_named(tmp_path: Path) -> None:
    articles = (own("A pool.", model_version=version) for version in ("1", "2", "2"))
    out = write_archive(tmp_path, *articles)
    about = Asking(out).about()
    assert (about["model_version"], about["articles"]) == ("2", 3)
    versions = [(one["model_version"], one["articles"]) for one in about["models"]]
    assert versions == [("2", 2), ("1", 1)]


def test_an_unknown_grouping_or_measure_is_refused(archive: Asking) -> None:
    with pytest.raises(ValueError, match="no such"):
        archive.groups("text", "loaded", ALL)
    with pytest.raises(ValueError, match="no such"):
        archive.groups("outlet", "words", ALL)


def test_only_finished_partitions_count(tmp_path: Path) -> None:
    out = write_archive(tmp_path, *_articles(), part=2)
    (out / "done" / "part-000001.json").unlink()
    archive = Asking(out)
    assert archive.articles(ALL) == 3
    assert archive.about()["unfinished"] == 1
    assert archive.article(2) is None
    assert archive.article(4) is not None


def test_an_archive_of_which_nothing_is_finished(tmp_path: Path) -> None:
    out = write_archive(tmp_path, *_articles())
    for file in (out / "done").iterdir():
        file.unlink()
    archive = Asking(out)
    assert archive.articles(ALL) == 0
    assert archive.about()["articles"] == 0
    for grouping in GROUPINGS:
        assert archive.groups(grouping, "tone", ALL).empty
        assert archive.values(grouping, ALL).empty
    assert archive.speakers(ALL).empty
    assert archive.find("pool", ALL)[1:] == (0, 0)
    assert archive.sentences("outlet", STAR, "outlet", "tone", ALL)[1] == 0
    assert archive.article(0) is None


@pytest.mark.parametrize("name", ["nothing", "empty", "file"])
def test_what_is_no_archive_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("{}")
    with pytest.raises(CannotRead, match="give the folder that slant corpus has written"):
        Asking(tmp_path / name)


@pytest.mark.parametrize("damage", ["gone", "cut", "other"])
@pytest.mark.parametrize("table", ["articles", "voices"])
def test_damage_is_said_at_opening(tmp_path: Path, table: str, damage: str) -> None:
    out = write_archive(tmp_path, *_articles())
    _damage(out / table / "part-000001.parquet", damage)
    with pytest.raises(CannotRead, match="run slant corpus again"):
        Asking(out)


@pytest.mark.parametrize("damage", ["gone", "cut", "other"])
def test_damage_is_said_when_it_is_met(tmp_path: Path, damage: str) -> None:
    out = write_archive(tmp_path, *_articles())
    archive = Asking(out)
    for table in ("sentences", "statements", "articles"):
        _damage(out / table / "part-000001.parquet", damage)
    for question in (
        lambda: archive.sentences("outlet", BEACON, "outlet", "tone", ALL),
        lambda: archive.speakers(ALL),
        lambda: archive.find("plan", ALL),
        lambda: archive.article(4),
    ):
        with pytest.raises(CannotRead, match="run slant corpus again"):
            question()
    assert archive.articles(ALL) == 5
    assert archive.article(0) is not None


def _damage(file: Path, how: str) -> None:
    if how == "gone":
        file.unlink()
    elif how == "cut":
        file.write_bytes(file.read_bytes()[:-100])
    else:
        pd.DataFrame({"something": [1]}).to_parquet(file)


def test_damaged_settings_are_said(tmp_path: Path) -> None:
    out = write_archive(tmp_path, *_articles())
    (out / "corpus.json").write_text("{")
    with pytest.raises(CannotRead, match="is damaged"):
        Asking(out).about()
    (out / "corpus.json").write_text(json.dumps([1]))
    assert Asking(out).about()["settings"] == {}


def test_many_threads_ask_at_once(archive: Asking) -> None:
    def ask(measure: str) -> list[object]:
        sentences, number = archive.sentences("outlet", STAR, "outlet", measure, ALL)
        groups = archive.groups("outlet", measure, ALL)
        return [number, len(sentences), groups["value"].tolist(), archive.find("plan", ALL)[1]]

    alone = {measure: ask(measure) for measure in MEASURES}
    with ThreadPoolExecutor(4) as threads:
        together = [*threads.map(lambda measure: (measure, ask(measure)), [*MEASURES] * 2)]
    assert all(found == alone[measure] for measure, found in together)
