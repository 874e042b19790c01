"""Joining over HTTP: what is given out, and what is refused how."""

from typing import Any

import pytest

from store.classes.joining import pupils, set_joining
from store.classes.opening import school_class
from store.classes.records import MOST_PUPILS
from tests.api.classroom.small_class import SmallClass

MARKUP = "<img src=x onerror=alert(1)>"


def test_a_pupil_gets_a_nickname_and_a_token(lesson: SmallClass) -> None:
    answer = lesson.ask_to_join()
    assert answer.status_code == 201
    (seat,) = answer.json()["seats"]
    assert set(seat) == {"nickname", "token"}
    assert [one.nickname for one in pupils(lesson.engine, lesson.id)] == [seat["nickname"]]
    assert lesson.get(seat["token"], "lesson").json()["nickname"] == seat["nickname"]
    assert answer.headers["cache-control"] == "no-store"


def test_two_share_a_device(lesson: SmallClass) -> None:
    one, other = lesson.join(seats=2)
    assert one.nickname != other.nickname
    assert one.token != other.token


def test_code_and_word_are_taken_as_people_type_them(lesson: SmallClass) -> None:
    code, word = lesson.opened.code, lesson.opened.word
    typed = {"code": f" {code[:3].lower()} {code[3:].lower()} ", "word": f" {word.upper()} "}
    assert lesson.ask_to_join(**typed).status_code == 201


@pytest.mark.parametrize(
    ("sent", "status", "kind"),
    [
        ({"word": "zzzzz"}, 403, "wrong-word"),
        ({"code": "ZZZZZZ"}, 404, "no-such-class"),
        ({"code": "Z" * 40}, 404, "no-such-class"),
        ({"word": MARKUP}, 422, "malformed"),
        ({"code": MARKUP}, 422, "malformed"),
        ({"word": "' OR 1=1 --"}, 422, "malformed"),
        ({"word": "otter\x00"}, 422, "malformed"),
        ({"word": "\ud800"}, 422, "malformed"),
        ({"word": "x" * 41}, 422, "malformed"),
        ({"word": "  "}, 422, "malformed"),
        ({"word": ["otter"]}, 422, "malformed"),
        ({"code": 123456}, 422, "malformed"),
        ({"code": None}, 422, "malformed"),
        ({"seats": 3}, 422, "malformed"),
        ({"seats": 0}, 422, "malformed"),
        ({"seats": True}, 422, "malformed"),
        ({"seats": 1.0}, 422, "malformed"),
        ({"seats": "2"}, 422, "malformed"),
        ({"nickname": "Bob"}, 422, "malformed"),
        ({MARKUP: 1}, 422, "malformed"),
    ],
)
def test_what_does_not_fit_is_refused_and_nobody_joins(
    lesson: SmallClass, sent: dict[str, Any], status: int, kind: str
) -> None:
    refused = lesson.ask_to_join(**sent)
    assert (refused.status_code, refused.json()["kind"]) == (status, kind)
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["title"].endswith(".")
    assert "<img" not in refused.text
    assert pupils(lesson.engine, lesson.id) == []


def test_joining_that_is_closed(lesson: SmallClass) -> None:
    set_joining(lesson.engine, lesson.id, False)
    refused = lesson.ask_to_join()
    assert (refused.status_code, refused.json()["kind"]) == (409, "joining-closed")


def test_a_full_class(lesson: SmallClass) -> None:
    for _ in range(MOST_PUPILS // 2):
        lesson.join(seats=2)
    refused = lesson.ask_to_join()
    assert (refused.status_code, refused.json()["kind"]) == (409, "class-full")


def test_who_guesses_words_closes_the_class_to_others(lesson: SmallClass) -> None:
    guesses = [lesson.ask_to_join(word="zzzzz").json()["kind"] for _ in range(41)]
    assert guesses == ["wrong-word"] * 40 + ["joining-closed"]
    assert lesson.ask_to_join().json()["kind"] == "joining-closed"
    assert school_class(lesson.engine, lesson.id).word != lesson.opened.word


def test_what_can_be_no_word_is_no_guess(lesson: SmallClass) -> None:
    for _ in range(41):
        lesson.ask_to_join(word=MARKUP)
    assert lesson.ask_to_join().status_code == 201
