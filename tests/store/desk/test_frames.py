"""The desk as frames: declared columns, and rows that say what was put in."""

import math
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine

from analysis.columns import Columns
from analysis.desk.frames import DECISIONS, FLAGS, QUOTED
from store.desk.articles import remove_article
from store.desk.decisions import decide, second_reading
from store.desk.frames import decisions_frame, flags_frame, quoted_frame
from store.desk.queue import flag as flag_now
from tests.store.desk.newsroom import (
    Newsroom,
    article_of,
    flag_of,
    newsroom_in,
    requests,
    statement_of,
)

TEXT = "🏊 The reckless mayor shocked the town."


@pytest.fixture
def desk(engine: Engine) -> Newsroom:
    return newsroom_in(engine)


def does(desk: Newsroom, editor: int, flag: int, act: str, **given: Any) -> Any:
    seen = flag_now(desk.engine, flag).seq
    return decide(desk.engine, editor, flag, act, seen=seen, request=next(requests), **given)


def has_columns(found: pd.DataFrame, columns: Columns) -> bool:
    return {name: str(dtype) for name, dtype in found.dtypes.items()} == {
        name: column.dtype for name, column in columns.items()
    } and list(found.columns) == list(columns)


def test_an_empty_desk_has_the_declared_columns(desk: Newsroom) -> None:
    for found, columns in (
        (decisions_frame(desk.engine), DECISIONS),
        (flags_frame(desk.engine), FLAGS),
        (quoted_frame(desk.engine), QUOTED),
    ):
        assert len(found) == 0
        assert has_columns(found, columns)


def test_decisions_stand_or_not(desk: Newsroom) -> None:
    article, flags = desk.add(
        article_of(
            TEXT,
            flag_of(TEXT, "reckless", reason="why the words are marked"),
            flag_of(TEXT, "shocked", check="house.x", kind="rule", revision=4, probability=None),
            outlet="The Daily",
            section="local",
            url="https://news.example/1",
        )
    )
    first = does(desk, desk.ben, flags[0], "accept", note="Yes.")
    does(desk, desk.cem, flags[0], "dismiss", reason="fair")
    does(desk, desk.ann, flags[0], "undo")
    last = does(desk, desk.cem, flags[1], "reword", wording="surprised")
    second_reading(desk.engine, desk.ben, flags[1], "dismiss", reason="sense", request="second")
    remove_article(desk.engine, desk.ann, article)
    found = decisions_frame(desk.engine)
    assert has_columns(found, DECISIONS)
    said = found[["flag", "act", "standing", "second", "reason", "wording", "note", "name"]]
    assert [tuple(row) for row in said.itertuples(index=False)] == [
        (flags[0], "accept", True, False, "", "", "Yes.", "Ben Okri"),
        (flags[0], "dismiss", False, False, "fair", "", "", "Cem Ay"),
        (flags[0], "undo", False, False, "", "", "", "Ann Lee"),
        (flags[1], "reword", True, False, "", "surprised", "", "Cem Ay"),
        (flags[1], "dismiss", False, True, "sense", "", "", "Ben Okri"),
    ]
    assert list(found["decision"])[::3] == [first.id, last.id]
    assert list(found["made"])[::3] == [first.made, last.made]
    row = found.iloc[3]
    assert (row["check"], row["kind"], row["revision"], row["severity"]) == (
        *("house.x", "rule", 4, "warning"),
    )
    assert (row["outlet"], row["section"], row["url"]) == (
        *("The Daily", "local", "https://news.example/1"),
    )
    assert (row["model"], row["model_version"], row["article"]) == ("slant-minilm", "9", article)
    assert (row["text"], TEXT[row["start"] : row["end"]]) == ("shocked", "shocked")
    assert (row["sentence"], row["sentence_text"], row["sentence_start"]) == (0, TEXT, 0)
    assert math.isnan(row["probability"])
    assert (found["probability"][0], row["sentence_probability"]) == (0.75, 0.5)


def test_sentences_are_those_of_each_article(desk: Newsroom) -> None:
    texts = [f"{TEXT} {place}. Second \x00sentence." for place in range(3)]
    for text in texts:
        start = text.index("Second")
        given = {"sentence": 1, "sentence_start": start, "sentence_end": len(text)}
        desk.add(article_of(text, flag_of(text, "reckless"), flag_of(text, "sentence", **given)))
    remove_article(desk.engine, desk.ann, 2)
    found = flags_frame(desk.engine)
    assert has_columns(found, FLAGS)
    assert list(found["article"]) == [1, 1, 3, 3]
    assert list(found["sentence_text"]) == [
        *(texts[0], "Second \x00sentence."),
        *(texts[2], "Second \x00sentence."),
    ]
    assert list(found["state"]) == ["open"] * 4
    does(desk, desk.ben, int(found["flag"][3]), "accept")
    assert list(flags_frame(desk.engine)["state"]) == ["open", "open", "open", "accept"]


def test_statements_by_article_and_place(desk: Newsroom) -> None:
    desk.add(
        article_of(
            "One.",
            statements=(statement_of("Khan", 20, verb="claim"), statement_of("", 3, words=2)),
            title="First",
            published="2026-11-01",
            words=11,
        )
    )
    desk.add(article_of("Two.", statements=(statement_of("the mayor", 0),)))
    found = quoted_frame(desk.engine)
    assert has_columns(found, QUOTED)
    said = found[["article", "title", "published", "article_words", "speaker", "verb", "start"]]
    assert [tuple(row) for row in said.itertuples(index=False)] == [
        (1, "First", "2026-11-01", 11, "", "say", 3),
        (1, "First", "2026-11-01", 11, "Khan", "claim", 20),
        (2, "A title", "", 1, "the mayor", "say", 0),
    ]
    assert (found["words"][0], found["quoted_words"][0], found["end"][0]) == (2, 5, 12)
    remove_article(desk.engine, desk.ann, 1)
    assert list(quoted_frame(desk.engine)["speaker"]) == ["the mayor"]


def test_half_a_character_is_replaced_and_offsets_stay(desk: Newsroom) -> None:
    half, text = "\udc80", "A \ud83dreckless mayor."
    given = {"title": f"Half {half}", "outlet": half, "section": half}
    flag_given = flag_of(text, "\ud83dreckless")
    _, (flag,) = desk.add(
        article_of(text, flag_given, statements=(statement_of(half, 0, verb="say"),), **given)
    )
    does(desk, desk.ben, flag, "reword", wording=f"rash{half}", note=half)
    decided = decisions_frame(desk.engine).iloc[0]
    assert (decided["sentence_text"], decided["text"]) == (
        "A \ufffdreckless mayor.",
        "\ufffdreckless",
    )
    assert decided["sentence_text"][decided["start"] : decided["end"]] == decided["text"]
    assert (decided["note"], decided["wording"], decided["outlet"]) == (
        "\ufffd",
        "rash\ufffd",
        "\ufffd",
    )
    assert flags_frame(desk.engine)["section"].tolist() == ["\ufffd"]
    quoted = quoted_frame(desk.engine).iloc[0]
    assert (quoted["title"], quoted["speaker"]) == ("Half \ufffd", "\ufffd")
