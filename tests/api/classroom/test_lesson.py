"""What a phone is told each second of where the lesson is."""

import pytest

from store.classes.deletion import delete_class
from store.classes.joining import pupils, remove_pupil
from store.classes.records import AFTER, BEFORE, MARKING
from store.classes.rounds import pause, resume, reveal
from tests.api.classroom.small_class import BUNGLED, SmallClass, mark


def test_a_lesson_from_its_beginning_to_its_end(lesson: SmallClass) -> None:
    token = lesson.token()
    seen = []

    def look() -> None:
        told = lesson.get(token, "lesson").json()
        seen.append((told["state"], told["round"], told["kind"]))

    look()
    lesson.start(BEFORE)
    look()
    reveal(lesson.engine, lesson.id)
    look()
    lesson.start(MARKING)
    look()
    pause(lesson.engine, lesson.id)
    look()
    resume(lesson.engine, lesson.id)
    look()
    lesson.start(AFTER)
    look()
    assert seen == [
        ("waiting", None, None),
        ("open", 1, "before"),
        ("revealed", 1, "before"),
        ("open", 2, "marking"),
        ("paused", 2, "marking"),
        ("open", 2, "marking"),
        ("open", 3, "after"),
    ]


def test_nothing_is_said_twice(lesson: SmallClass) -> None:
    token = lesson.token()
    version = lesson.get(token, "lesson").json()["version"]
    again = lesson.get(token, f"lesson?after={version}")
    assert (again.status_code, again.content) == (204, b"")
    lesson.start()
    later = lesson.get(token, f"lesson?after={version}")
    assert later.status_code == 200
    assert later.json()["version"] > version


def test_marks_of_others_are_no_news(lesson: SmallClass) -> None:
    token, other = lesson.token(), lesson.token()
    number = lesson.start()
    version = lesson.get(token, "lesson").json()["version"]
    lesson.mark(other, number, [mark(BUNGLED)], finished=True)
    lesson.token()
    assert lesson.get(token, f"lesson?after={version}").status_code == 204


def test_who_has_finished_is_told_so(lesson: SmallClass) -> None:
    token, other = lesson.token(), lesson.token()
    number = lesson.start()
    lesson.mark(token, number, [mark(BUNGLED)], finished=True)
    assert lesson.get(token, "lesson").json()["finished"] is True
    assert lesson.get(other, "lesson").json()["finished"] is False
    lesson.mark(token, number, [], finished=False)
    assert lesson.get(token, "lesson").json()["finished"] is False


@pytest.mark.parametrize("after", ["", "x", "-1", "9" * 5000, "1;drop", "%00", "%F0%9F%98%80"])
def test_a_version_that_is_none_is_an_old_one(lesson: SmallClass, after: str) -> None:
    assert lesson.get(lesson.token(), f"lesson?after={after}").status_code == 200


def test_without_a_token_of_this_class_nothing_is_told(lesson: SmallClass) -> None:
    seat = lesson.join()[0]
    key, code = lesson.opened.key, lesson.opened.code
    for token in ("", "x", seat.nickname, code, key, seat.token[:-1], seat.token + "x", "é"):
        refused = lesson.client.get(
            "/api/class/lesson", headers={"Authorization": f"Bearer {token}".encode()}
        )
        assert (refused.status_code, refused.json()["kind"]) == (401, "not-in-class")
        assert refused.headers["www-authenticate"] == "Bearer"


def test_who_was_removed_and_who_stays(lesson: SmallClass) -> None:
    token, other = lesson.token(), lesson.token()
    number = lesson.start()
    lesson.mark(token, number, [mark(BUNGLED)])
    remove_pupil(lesson.engine, lesson.id, pupils(lesson.engine, lesson.id)[0].number)
    for address in ("lesson", f"rounds/{number}", f"rounds/{number}/reveal"):
        assert lesson.get(token, address).status_code == 401
    assert lesson.mark(token, number, [mark(BUNGLED, seq=2)]).status_code == 401
    assert lesson.get(other, "lesson").status_code == 200


def test_a_class_that_was_deleted(lesson: SmallClass) -> None:
    token = lesson.token()
    delete_class(lesson.engine, lesson.id)
    assert lesson.get(token, "lesson").status_code == 401
    assert lesson.ask_to_join().json()["kind"] == "no-such-class"
