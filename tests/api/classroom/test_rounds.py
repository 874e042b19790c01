"""What a phone gets to work on, and that nothing of the model's or of the keys is in it."""

import json
from typing import Any

import pytest

from analysis.practice.marks import REASONS
from store.classes.records import AFTER, BEFORE
from store.classes.rounds import reveal
from tests.api.classroom.small_class import (
    BUNGLED,
    BUNGLED_WORD,
    ENDS,
    FARCE,
    MET,
    STARTS,
    TEXT,
    SmallClass,
    mark,
)


def leaves(value: Any) -> list[Any]:
    """Return every key, text and number in decoded JSON."""
    if isinstance(value, dict):
        return [*value, *(leaf for inner in value.values() for leaf in leaves(inner))]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [value]


def test_the_text_comes_as_it_is_with_the_offsets_of_its_sentences(lesson: SmallClass) -> None:
    token = lesson.token()
    told = lesson.get(token, f"rounds/{lesson.start()}").json()
    assert (told["number"], told["kind"], told["title"]) == (1, "marking", "A mayor & a vote")
    assert told["text"] == TEXT
    assert told["lines"] == [
        [STARTS[0], ENDS[0], 0, False],
        *([STARTS[place], ENDS[place], 1, True] for place in (BUNGLED, MET, FARCE)),
    ]
    assert told["reasons"] == REASONS
    assert (told["marks"], told["finished"]) == ([], False)


def test_nothing_of_the_model_is_in_it(lesson: SmallClass) -> None:
    token = lesson.token()
    answer = lesson.get(token, f"rounds/{lesson.start()}")
    assert set(answer.json()) == {
        *("number", "kind", "title", "text", "lines", "reasons", "marks", "finished"),
    }
    found = leaves(answer.json())
    assert not {0.911, 0.077, 0.533, "uncertain", "not loaded", "outlet", "views"} & set(found)


def test_the_own_marks_come_back_and_those_of_others_do_not(lesson: SmallClass) -> None:
    token, other = lesson.token(), lesson.token()
    number = lesson.start()
    sent = mark(BUNGLED, seq=7, reason="label", words=[BUNGLED_WORD])
    lesson.mark(token, number, [sent], finished=True)
    lesson.mark(other, number, [mark(MET)])
    told = lesson.get(token, f"rounds/{number}").json()
    assert (told["marks"], told["finished"]) == ([sent], True)


@pytest.mark.parametrize(("kind", "forms"), [(BEFORE, "ABAB"), (AFTER, "BABA")])
def test_the_forms_of_the_test_change_places(lesson: SmallClass, kind: str, forms: str) -> None:
    tokens = [lesson.token() for _ in forms]
    number = lesson.start(kind)
    told = [lesson.get(token, f"rounds/{number}").json() for token in tokens]
    assert "".join(one["form"] for one in told) == forms
    assert told[0]["items"] == [
        f"{forms[0]} 1: The rink closes in May.",
        f"{forms[0]} 2: The rink is a disgrace.",
        f"{forms[0]} 3: The bus was late twice.",
        f"{forms[0]} 4: The bus is a joke.",
    ]


@pytest.mark.parametrize("revealed", [False, True])
def test_no_key_of_the_test_is_ever_told(lesson: SmallClass, revealed: bool) -> None:
    token = lesson.token()
    number = lesson.start(BEFORE)
    lesson.mark(token, number, [mark(0, False), mark(1)])
    if revealed:
        reveal(lesson.engine, lesson.id)
    told = lesson.get(token, f"rounds/{number}").json()
    assert set(told) == {"number", "kind", "form", "question", "items", "marks", "finished"}
    assert "keyword" not in json.dumps(told)
    shown = lesson.get(token, f"rounds/{number}/reveal")
    assert shown.status_code == (200 if revealed else 403)
    assert "keyword" not in shown.text


@pytest.mark.parametrize("number", ["0", "2", "99999", "9" * 5000, "-1", "1.0", "x", "²", "%00"])
def test_a_round_that_is_none(lesson: SmallClass, number: str) -> None:
    token = lesson.token()
    lesson.start()
    for address in (f"rounds/{number}", f"rounds/{number}/reveal"):
        refused = lesson.get(token, address)
        assert (refused.status_code, refused.json()["kind"]) == (404, "no-such-round")


def test_a_round_of_another_class_is_none(lesson: SmallClass) -> None:
    elsewhere = SmallClass(lesson.engine)
    elsewhere.start()
    elsewhere.start()
    token = lesson.token()
    lesson.start()
    assert lesson.get(token, "rounds/2").status_code == 404
    assert lesson.mark(token, 2, [mark(BUNGLED)]).status_code == 404
    assert lesson.get(elsewhere.token(), "rounds/2").status_code == 200
