"""Marks over HTTP: what is kept, and that what does not fit the text is kept nowhere."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.classes.joining import pupils
from store.classes.marks import own_marks
from store.classes.records import BEFORE, MARKING
from store.classes.rounds import pause, reveal
from tests.api.classroom.small_class import (
    BUNGLED,
    BUNGLED_WORD,
    BYLINE,
    ENDS,
    FARCE,
    MET,
    STARTS,
    SmallClass,
    mark,
)

MARKUP = "<script>alert(1)</script>"
CUT = [BUNGLED_WORD[0], ENDS[BUNGLED] + 1]


def kept(lesson: SmallClass, number: int = 1) -> list[list[tuple[int, bool, int]]]:
    """Return what the store holds: sentence, loaded and seq of each mark, pupil by pupil."""
    return [
        [
            (one.mark.sentence, one.mark.loaded, one.seq)
            for one in own_marks(lesson.engine, pupil, number)
        ]
        for pupil in pupils(lesson.engine, lesson.id)
    ]


def test_marks_are_kept_and_changed(lesson: SmallClass) -> None:
    token = lesson.token()
    number = lesson.start()
    answer = lesson.mark(token, number, [mark(BUNGLED), mark(FARCE, seq=2, reason="feeling")])
    assert (answer.status_code, answer.json()) == (200, {"kept": 2})
    assert lesson.mark(token, number, [mark(BUNGLED, False, seq=3)]).status_code == 200
    assert kept(lesson) == [[(BUNGLED, False, 3), (FARCE, True, 2)]]


def test_what_comes_late_or_twice_changes_nothing(lesson: SmallClass) -> None:
    token = lesson.token()
    number = lesson.start()
    lesson.mark(token, number, [mark(BUNGLED, False, seq=5)])
    for _ in range(2):
        assert lesson.mark(token, number, [mark(BUNGLED, True, seq=4)]).json() == {"kept": 1}
    assert kept(lesson) == [[(BUNGLED, False, 5)]]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"reason": MARKUP}, "reason"),
        ({"reason": ["feeling"]}, "reason"),
        ({"sentence": 4}, "no sentence"),
        ({"sentence": -1}, "no sentence"),
        ({"sentence": True}, "no sentence"),
        ({"sentence": 1.0}, "no sentence"),
        ({"sentence": MARKUP}, "no sentence"),
        ({"sentence": BYLINE}, "not to be marked"),
        ({"loaded": 1}, "loaded"),
        ({"words": [CUT]}, "outside the sentence"),
        ({"words": [[STARTS[MET], ENDS[MET]]]}, "outside the sentence"),
        ({"words": [BUNGLED_WORD, BUNGLED_WORD]}, "over one another"),
        ({"words": [BUNGLED_WORD[::-1]]}, "outside the sentence"),
        ({"words": MARKUP}, "no list"),
        ({"words": [MARKUP]}, "start and an end"),
        ({"words": [[0.5, 1]]}, "start and an end"),
        ({"words": [BUNGLED_WORD] * 41}, "no list"),
        ({"seq": -1}, "order"),
        ({"seq": 2**53}, "order"),
        ({"seq": True}, "order"),
        ({"seq": "1"}, "order"),
        ({MARKUP: 1}, "not known"),
        ({"nickname": "Amber Otter"}, "not known"),
        ({"participant": 2}, "not known"),
    ],
)
def test_a_mark_that_does_not_fit_is_named_and_nothing_is_kept(
    lesson: SmallClass, wrong: dict[str, Any], said: str
) -> None:
    token = lesson.token()
    number = lesson.start()
    refused = lesson.mark(token, number, [mark(MET), {**mark(BUNGLED), **wrong}])
    assert refused.status_code == 422
    assert said in refused.json()["title"]
    assert refused.json()["mark"] == 1
    assert "script" not in refused.text
    assert kept(lesson) == [[]]


@pytest.mark.parametrize(
    "body",
    [
        *(None, [], {}, "marks", {"marks": None}, {"marks": {}}, {"marks": [1]}),
        *({"marks": [[]]}, {"marks": [{}]}, {"marks": [], "finished": 1}),
        *({"marks": [], "finished": MARKUP}, {"marks": [], MARKUP: 1}),
    ],
)
def test_a_request_that_is_none(lesson: SmallClass, body: Any) -> None:
    token = lesson.token()
    refused = lesson.send("PUT", f"rounds/{lesson.start()}/marks", body, token)
    assert refused.status_code == 422
    assert "script" not in refused.text


@pytest.mark.parametrize(
    "wrong", [{"sentence": 4}, {"reason": "feeling"}, {"words": [[0, 1]]}, {"loaded": None}]
)
def test_answers_to_the_test(lesson: SmallClass, wrong: dict[str, Any]) -> None:
    token = lesson.token()
    number = lesson.start(BEFORE)
    assert lesson.mark(token, number, [mark(0, False), mark(3)]).status_code == 200
    assert lesson.mark(token, number, [{**mark(1, seq=9), **wrong}]).status_code == 422
    assert kept(lesson) == [[(0, False, 1), (3, True, 1)]]


def test_the_token_alone_says_whose_marks_they_are(lesson: SmallClass) -> None:
    seat, other = lesson.join(seats=2)
    number = lesson.start()
    assert lesson.mark(other.nickname, number, [mark(BUNGLED)]).status_code == 401
    lesson.mark(seat.token, number, [mark(BUNGLED)])
    lesson.mark(other.token, number, [mark(MET)])
    assert kept(lesson) == [[(BUNGLED, True, 1)], [(MET, True, 1)]]


def test_while_the_class_halts_nothing_is_lost(lesson: SmallClass) -> None:
    token = lesson.token()
    number = lesson.start()
    pause(lesson.engine, lesson.id)
    assert lesson.mark(token, number, [mark(BUNGLED)]).status_code == 200
    assert kept(lesson) == [[(BUNGLED, True, 1)]]


def test_a_phone_that_was_offline_may_send_what_it_has_until_it_saw_the_reveal(
    lesson: SmallClass,
) -> None:
    offline, other = lesson.token(), lesson.token()
    number = lesson.start()
    reveal(lesson.engine, lesson.id)
    assert lesson.get(other, f"rounds/{number}/reveal").status_code == 200
    assert lesson.mark(offline, number, [mark(BUNGLED)]).status_code == 200
    refused = lesson.mark(other, number, [mark(BUNGLED)])
    assert (refused.status_code, refused.json()["kind"]) == (409, "already-revealed")
    assert kept(lesson) == [[(BUNGLED, True, 1)], []]


def test_the_round_before_the_one_that_is_on_still_takes_marks(lesson: SmallClass) -> None:
    token = lesson.token()
    first = lesson.start()
    lesson.start()
    assert lesson.mark(token, first, [mark(BUNGLED)]).status_code == 200


TEXTS = st.text(st.characters(exclude_categories=()), max_size=9)
"""Any text, with halves of surrogate pairs, which JSON can say and UTF-8 cannot."""

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
NEARLY = st.fixed_dictionaries(
    {},
    optional={
        "sentence": st.integers(-1, 5) | ANYTHING,
        "loaded": st.booleans() | ANYTHING,
        "reason": st.sampled_from(["", "label", MARKUP]) | ANYTHING,
        "words": st.lists(st.lists(st.integers(0, 90), max_size=3), max_size=3) | ANYTHING,
        "seq": st.integers(-1, 9) | ANYTHING,
        "more": ANYTHING,
    },
)
BODIES = ANYTHING | st.fixed_dictionaries(
    {"marks": st.lists(NEARLY | ANYTHING, max_size=4)}, optional={"finished": ANYTHING}
)


@pytest.fixture(scope="module")
def both_kinds() -> tuple[SmallClass, str]:
    """A class with a test and a text, and a pupil's token; property tests share it."""
    lesson = SmallClass()
    token = lesson.token()
    lesson.start(BEFORE)
    lesson.start(MARKING)
    return lesson, token


@given(body=BODIES, number=st.sampled_from([1, 2]))
def test_whatever_is_sent_is_kept_or_refused(
    both_kinds: tuple[SmallClass, str], body: Any, number: int
) -> None:
    lesson, token = both_kinds
    answer = lesson.send("PUT", f"rounds/{number}/marks", body, token)
    assert answer.status_code in (200, 422)


@given(body=ANYTHING | st.fixed_dictionaries({"code": ANYTHING, "word": ANYTHING}))
def test_whatever_is_sent_to_join_is_refused(both_kinds: tuple[SmallClass, str], body: Any) -> None:
    answer = both_kinds[0].send("POST", "join", body)
    assert answer.status_code in (404, 422)


@given(text=TEXTS)
def test_any_text_as_code_and_word(both_kinds: tuple[SmallClass, str], text: str) -> None:
    answer = both_kinds[0].ask_to_join(code=text)
    assert answer.status_code in (404, 422)
