"""What ``/api/analyze`` and ``/api/compare`` answer is what the command line prints."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cli.main import main
from analysis.comparison.wording.counted import counted
from analysis.comparison.wording.quantities import quantities
from analysis.comparison.wording.words import words_of
from tests.analysis.cli.command import call
from tests.api.articles.asking import ask, client_of

FIRST = """The mayor’s reckless plan would gut the library. “It is a vile lie,” said Ana Hale. 🙂

Hale claimed that nobody had asked the readers. The vote is due on 4 May.
"""
SECOND = """The council plans to close the library on Fridays. Ana Hale called it “a lie”.

She said that nobody had asked the readers. The council votes on 4 May.
"""
GERMAN = "Der Gemeinderat hat gestern beschlossen, dass die alte Brücke im Mai erneuert wird."


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


def test_analyze_answers_what_slant_read_prints(files: Path) -> None:
    printed = json.loads(call(main, "read", "--json", "first.txt", folder=files).stdout)
    status, told = ask(client_of(), "/api/analyze", {"text": FIRST, "source": "first.txt"})
    assert status == 200
    assert told == printed
    assert told["text"] == FIRST


def test_compare_answers_what_slant_compare_prints(files: Path) -> None:
    done = call(main, "compare", "--json", "first.txt", "second.txt", folder=files)
    articles = [{"text": FIRST, "source": "first.txt"}, {"text": SECOND, "source": "second.txt"}]
    status, told = ask(client_of(), "/api/compare", {"articles": articles})
    assert status == 200
    assert told == json.loads(done.stdout)
    assert told["sayings"] or told["cuts"]


def test_a_title_is_an_articles_own() -> None:
    _, told = ask(client_of(), "/api/analyze", {"text": FIRST, "title": "Library", "source": None})
    assert (told["article"]["title"], told["article"]["source"]) == ("Library", "")


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        ({"text": ""}, "empty-text", "is empty"),
        ({"text": " \n"}, "empty-text", "only white space"),
        ({"text": "123 !"}, "empty-text", "no letters"),
        ({"text": "a\0b"}, "not-text", "binary data"),
        ({"text": GERMAN}, "not-english", "send “any_language”: true"),
        ({"text": "w " * 100_001}, "text-too-long", "100,001 words"),
        ({}, "malformed", "no “text”"),
        ({"text": 3}, "malformed", "“text” is not a string"),
        ({"text": "Rain.", "title": 3}, "malformed", "“title” is not a string"),
        ({"text": "Rain.", "title": "x" * 2001}, "malformed", "2,000 characters"),
        ({"text": "Rain.", "any_language": "yes"}, "malformed", "true or false"),
        ({"text": "Rain.", "<b>": 1}, "malformed", "not known"),
        ([], "malformed", "not a JSON object"),
    ],
)
def test_what_cannot_be_analysed_is_told_in_one_sentence(body: Any, kind: str, said: str) -> None:
    status, told = ask(client_of(), "/api/analyze", body)
    assert (status, told["kind"]) == (422, kind)
    assert said in told["title"]
    assert "<b>" not in told["title"]


def test_another_language_is_scored_if_asked_for() -> None:
    status, told = ask(client_of(), "/api/analyze", {"text": GERMAN, "any_language": True})
    assert (status, told["article"]["any_language"]) == (200, True)


@pytest.mark.parametrize(
    ("articles", "place", "kind"),
    [
        ([{"text": FIRST}], None, "malformed"),
        ([{"text": FIRST}] * 6, None, "malformed"),
        ("both", None, "malformed"),
        ([{"text": FIRST}, {"text": " "}], 1, "empty-text"),
        ([{"text": GERMAN}, {"text": FIRST}], 0, "not-english"),
        ([{"text": FIRST}, FIRST], 1, "malformed"),
        ([{"text": FIRST}, {"text": FIRST}, {"text": 1}], 2, "malformed"),
    ],
)
def test_which_of_several_articles_is_wrong_is_told(
    articles: Any, place: int | None, kind: str
) -> None:
    status, told = ask(client_of(), "/api/compare", {"articles": articles})
    assert (status, told["kind"], told.get("article")) == (422, kind, place)


def test_half_an_emoji_leaves_every_offset_where_it_was() -> None:
    whole = "🙂 The reckless plan \N{GRINNING FACE} shocked the reckless town."
    cut = whole.replace("🙂", "\ud83d", 1)
    _, of_whole = ask(client_of(), "/api/analyze", {"text": whole})
    status, of_cut = ask(client_of(), "/api/analyze", {"text": cut})
    assert status == 200
    assert of_cut["text"] == cut.replace("\ud83d", "\ufffd")
    assert [(one["start"], one["end"]) for one in of_cut["spans"]] == [
        (one["start"], one["end"]) for one in of_whole["spans"]
    ]
    assert of_whole["spans"]
    assert of_cut["notices"] != of_whole["notices"] == []
    _, both = ask(client_of(), "/api/compare", {"articles": [{"text": cut}, {"text": whole}]})
    assert [len(one["notices"]) for one in both["articles"]] == [1, 0]


@settings(max_examples=15)
@given(st.text(st.characters(codec=None), max_size=60).map(lambda some: f"The plan {some} failed."))
def test_any_text_is_answered_with_offsets_that_fit_or_a_problem(text: str) -> None:
    status, told = ask(client_of(), "/api/analyze", {"text": text, "any_language": True})
    assert status in (200, 422)
    if status == 200:
        assert len(told["text"]) == len(
            text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
        for name in ("sentences", "spans", "statements", "quotations"):
            for row in told[name]:
                assert told["text"][row["start"] : row["end"]] == row["text"]


def test_no_sentence_is_kept_after_a_comparison() -> None:
    """Sentences are cached for the comparison, of any length; then a server forgets them."""
    texts = ["The mayor closed three libraries.", "Three libraries were closed by the mayor."]
    status, _ = ask(client_of(), "/api/compare", {"articles": [{"text": text} for text in texts]})
    assert status == 200
    assert {one.cache_info().currsize for one in (words_of, quantities, counted)} == {0}
