"""Answers of an archive are kept: the last ones, and no errors."""

from __future__ import annotations

import pytest

from analysis.corpus.archive.asking import Asking
from analysis.corpus.archive.frames import Chosen
from analysis.errors import CannotRead
from dashboard.session.archive import answers
from tests.archive_filled.writing import write_archive


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Asking:
    return Asking(write_archive(tmp_path_factory.mktemp("archives") / "moor"))


def test_a_question_is_asked_once_and_another_choice_is_another_question(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Chosen] = []
    of_all = asking.groups

    def groups(by: str, measure: str, chosen: Chosen, most: int) -> object:
        asked.append(chosen)
        return of_all(by, measure, chosen, most)

    monkeypatch.setattr(asking, "groups", groups)
    one, other = Chosen(), Chosen(outlet=("Quay Post",))
    first = answers.groups(asking, "outlet", "loaded", one, 12)
    assert answers.groups(asking, "outlet", "loaded", Chosen(), 12) is first
    assert set(answers.groups(asking, "outlet", "loaded", other, 12)["group"]) == {"Quay Post"}
    assert asked == [one, other]


def test_numbers_are_those_of_the_archive(asking: Asking) -> None:
    for _ in range(2):
        assert answers.articles(asking, Chosen()) == 174
        assert answers.articles(asking, Chosen(once=False)) == 180
        assert answers.count_of_values(asking, "outlet", Chosen()) == 7


def test_the_last_ones_are_kept_and_no_error() -> None:
    kept = answers.Answers(kept=2)
    for name in ("a", "b", "a", "c"):
        assert kept.get(name, name.upper) == name.upper()
    assert kept.get("a", lambda: "again") == "A"
    assert kept.get("b", lambda: "again") == "again"

    def damaged() -> str:
        raise CannotRead("The archive", "is damaged", "make it again")

    with pytest.raises(CannotRead):
        kept.get("d", damaged)
    assert kept.get("d", lambda: "mended") == "mended"
