"""The reveal: nothing before it, the model's view and the class's shares after it."""

from collections.abc import Sequence

import pytest

from analysis.practice import class_figures as module
from analysis.practice.class_figures import FEWEST
from api.classroom import class_shares
from store.classes.joining import as_pupil
from store.classes.marks import own_marks
from store.classes.records import AFTER, BEFORE
from store.classes.rounds import reveal
from tests.api.classroom.small_class import (
    BUNGLED,
    BUNGLED_WORD,
    FARCE,
    MET,
    SmallClass,
    bearer,
    mark,
)


def marked_by(lesson: SmallClass, marks: Sequence[Sequence[int]]) -> tuple[list[str], int]:
    """Have a pupil join for each list of sentences and mark those; return tokens and round."""
    tokens = [lesson.token() for _ in marks]
    number = lesson.start()
    for token, sentences in zip(tokens, marks, strict=True):
        given = [mark(sentence) for sentence in sentences]
        assert lesson.mark(token, number, given, finished=True).status_code == 200
    return tokens, number


def test_before_the_reveal_nothing_is_told(lesson: SmallClass) -> None:
    (token,), number = marked_by(lesson, [[BUNGLED]])
    refused = lesson.get(token, f"rounds/{number}/reveal")
    assert (refused.status_code, refused.json()["kind"]) == (403, "not-revealed")
    assert set(refused.json()) == {"title", "status", "kind"}


def test_the_model_is_shown_and_where_reader_and_model_differ(lesson: SmallClass) -> None:
    (token,), number = marked_by(lesson, [[MET]])
    reveal(lesson.engine, lesson.id)
    told = lesson.get(token, f"rounds/{number}/reveal").json()
    assert [view["band"] for view in told["model"]] == ["", "loaded", "not loaded", "uncertain"]
    assert told["model"][BUNGLED]["words"] == [BUNGLED_WORD]
    assert (told["only_reader"], told["only_model"]) == ([MET], [BUNGLED])
    assert "can be wrong" in told["note"]
    assert "0 of 2 sentences" in told["agreement"][0]
    assert "chance" in told["agreement"][1]


def test_whoever_marked_nothing_reads_so_and_gets_no_kappa(lesson: SmallClass) -> None:
    (token,), number = marked_by(lesson, [[]])
    reveal(lesson.engine, lesson.id)
    (said,) = lesson.get(token, f"rounds/{number}/reveal").json()["agreement"]
    assert said.startswith("You marked nothing. The model marks 1 of 2 sentences.")


def test_below_five_nothing_is_told_of_the_class(lesson: SmallClass) -> None:
    tokens, number = marked_by(lesson, [[BUNGLED]] * (FEWEST - 1))
    reveal(lesson.engine, lesson.id)
    assert lesson.get(tokens[0], f"rounds/{number}/reveal").json()["class"] is None


def test_the_shares_of_a_class_of_five(lesson: SmallClass) -> None:
    marks = [[BUNGLED, FARCE], [BUNGLED, FARCE], [BUNGLED], [BUNGLED], []]
    tokens, number = marked_by(lesson, marks)
    reveal(lesson.engine, lesson.id)
    told = lesson.get(tokens[0], f"rounds/{number}/reveal").json()["class"]
    assert told["participants"] == 5
    assert told["shares"] == [None, 0.8, 0.0, 0.4]
    assert told["said"]
    assert all(isinstance(sentence, str) for sentence in told["said"])


def test_who_did_not_finish_has_judged_what_is_left_unmarked(lesson: SmallClass) -> None:
    tokens = [lesson.token() for _ in range(5)]
    number = lesson.start()
    for token in tokens:
        lesson.mark(token, number, [mark(BUNGLED)])
    reveal(lesson.engine, lesson.id)
    told = lesson.get(tokens[0], f"rounds/{number}/reveal").json()["class"]
    assert told["shares"] == [None, 1.0, 0.0, 0.0]


def test_the_class_is_worked_out_once_for_all_and_anew_after_a_late_mark(
    lesson: SmallClass, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []

    def counting(*given: object, over: bool) -> object:
        counted.append(1)
        return module.round_figures(*given, over=over)  # type: ignore[arg-type]

    monkeypatch.setattr(class_shares, "round_figures", counting)
    tokens, number = marked_by(lesson, [[BUNGLED]] * 6)
    reveal(lesson.engine, lesson.id)
    for token in tokens[:5]:
        shares = lesson.get(token, f"rounds/{number}/reveal").json()["class"]["shares"]
        assert shares == [None, 1.0, 0.0, 0.0]
    assert len(counted) == 1
    lesson.mark(tokens[5], number, [mark(BUNGLED, False, seq=2), mark(MET, seq=3)])
    shares = lesson.get(tokens[5], f"rounds/{number}/reveal").json()["class"]["shares"]
    assert shares == [None, 0.833, 0.167, 0.0]
    assert len(counted) == 2


def test_figures_are_of_one_class_only(lesson: SmallClass) -> None:
    other = SmallClass(lesson.engine)
    for one, sentences in ((lesson, [BUNGLED]), (other, [MET])):
        tokens, number = marked_by(one, [sentences] * 5)
        reveal(one.engine, one.id)
        shares = one.get(tokens[0], f"rounds/{number}/reveal").json()["class"]["shares"]
        assert [place for place, share in enumerate(shares) if share] == sentences


def test_looking_at_the_headers_is_not_seeing_the_reveal(lesson: SmallClass) -> None:
    (token,), number = marked_by(lesson, [[BUNGLED]])
    reveal(lesson.engine, lesson.id)
    address = f"/api/class/rounds/{number}/reveal"
    assert lesson.client.head(address, headers=bearer(token)).status_code == 200
    assert lesson.mark(token, number, [mark(MET, seq=2)]).status_code == 200
    assert lesson.get(token, f"rounds/{number}/reveal").status_code == 200
    assert lesson.mark(token, number, [mark(MET, False, seq=3)]).status_code == 409
    pupil = as_pupil(lesson.engine, token)
    assert [kept.seq for kept in own_marks(lesson.engine, pupil, number)] == [1, 2]


@pytest.mark.parametrize(("kind", "tells"), [(BEFORE, "a second test"), (AFTER, "gained")])
def test_of_a_test_no_pupil_is_told_a_score(lesson: SmallClass, kind: str, tells: str) -> None:
    token = lesson.token()
    number = lesson.start(kind)
    lesson.mark(token, number, [mark(place, bool(place % 2)) for place in range(4)])
    reveal(lesson.engine, lesson.id)
    told = lesson.get(token, f"rounds/{number}/reveal").json()
    assert set(told) == {"note"}
    # What the class gained there is to show only after the second test.
    assert tells in told["note"]
    assert ("gained" in told["note"]) == (kind == AFTER)
    assert lesson.mark(token, number, [mark(0, seq=9)]).status_code == 409
