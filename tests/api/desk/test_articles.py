"""Articles, their texts and offsets, and notes."""

from typing import Any

import pytest

from store.desk.articles import remove_article
from store.desk.records import DeskArticle, Note
from tests.api.desk.made_up import MARKUP
from tests.api.desk.small_desk import ANN, BEN, SmallDesk


def test_the_list_of_articles(desk: SmallDesk) -> None:
    other = desk.add(2, flags=2, outlet="The Fen Post", section="news")
    told = desk.get("articles").json()
    assert [one["id"] for one in told["articles"]] == [other, desk.article]
    first = told["articles"][0]
    assert first.keys() == DeskArticle.__annotations__.keys()
    assert (first["outlet"], first["title"]) == ("The Fen Post", f"Plan 2 {MARKUP}")
    assert (first["flags"], first["open"], first["added_by"]) == (2, 2, ANN)
    assert first["added"].endswith("Z")
    assert told["version"] == desk.get("queue").json()["version"]


def test_an_article_with_its_text_counted_in_code_points(desk: SmallDesk) -> None:
    told = desk.get(f"articles/{desk.article}").json()
    text = told["text"]
    assert "😀" in text
    sentences = [text[start:end] for start, end, *_ in told["sentences"]]
    assert sentences == [f"The 😀 mayor slammed plan 1-{place}." for place in range(4)]
    assert told["sentences"][0][2:] == [0, "body", "outlet", 0.8]
    assert {text[flag["start"] : flag["end"]] for flag in told["flags"]} == {"slammed"}
    assert [flag["start"] for flag in told["flags"]] == sorted(
        flag["start"] for flag in desk.flags()
    )
    assert (told["id"], told["title"]) == (desk.article, f"Plan 1 {MARKUP}")


@pytest.mark.parametrize("number", ["0", "99", "2147483647", "9" * 25, "x", "-1", "%00"])
def test_an_article_that_is_not_there(untouched: SmallDesk, number: str) -> None:
    for answer in (
        untouched.get(f"articles/{number}"),
        untouched.get(f"articles/{number}/notes"),
        untouched.post(f"articles/{number}/notes", {"request": "a", "text": "A note."}),
    ):
        assert (answer.status_code, answer.json()["kind"]) == (404, "no-such-article")


def test_a_removed_article_is_gone(desk: SmallDesk) -> None:
    remove_article(desk.engine, desk.ids[ANN], desk.article)
    assert desk.get("articles").json()["articles"] == []
    assert desk.get(f"articles/{desk.article}").status_code == 404


def test_notes_on_an_article_and_on_a_flag(desk: SmallDesk) -> None:
    flag = desk.flags()[0]["id"]
    sent: dict[str, Any] = {"request": "note-1", "text": f"Ask her {MARKUP}", "flag": flag}
    answer = desk.post(f"articles/{desk.article}/notes", sent, BEN)
    assert answer.status_code == 201
    first = answer.json()["note"]
    assert first.keys() == Note.__annotations__.keys()
    assert (first["text"], first["flag"], first["name"]) == (sent["text"], flag, BEN)
    again = desk.post(f"articles/{desk.article}/notes", sent, BEN)
    assert again.json()["note"] == first
    whole = {"request": "note-2", "text": "Good.", "flag": None}
    second = desk.post(f"articles/{desk.article}/notes", whole).json()
    assert second["note"]["flag"] is None
    assert second["version"] > answer.json()["version"]
    assert desk.get(f"articles/{desk.article}/notes").json() == {"notes": [first, second["note"]]}


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        *(({"text": ""}, "bad-note"), ({"text": " \x00"}, "bad-note"), ({"text": 1}, "bad-note")),
        *(({"text": "x" * 2001}, "bad-note"), ({"request": "é"}, "bad-note")),
        *(({"flag": "1"}, "bad-note"), ({"flag": -1}, "bad-note"), ({"flag": 2**40}, "bad-note")),
        ({"other": 1}, "malformed"),
    ],
)
def test_what_is_no_note(untouched: SmallDesk, changed: dict[str, Any], kind: str) -> None:
    body = {"request": "note-1", "text": "A note.", **changed}
    answer = untouched.post(f"articles/{untouched.article}/notes", body)
    assert (answer.status_code, answer.json()["kind"]) == (422, kind)
    assert untouched.get(f"articles/{untouched.article}/notes").json() == {"notes": []}


def test_a_note_on_a_flag_of_another_article(desk: SmallDesk) -> None:
    other = desk.add(2)
    flag = desk.flags(f"article={other}")[0]["id"]
    sent = {"request": "note-1", "text": "A note.", "flag": flag}
    answer = desk.post(f"articles/{desk.article}/notes", sent)
    assert (answer.status_code, answer.json()["kind"]) == (404, "no-such-flag")
