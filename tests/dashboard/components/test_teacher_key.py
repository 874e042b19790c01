"""What is taken from a browser as a teacher's keys."""

import pytest

from dashboard.components import teacher_key
from dashboard.components.teacher_key import LONGEST, MOST_KEYS, ClassKey, kept_keys


@pytest.fixture
def answer(monkeypatch):
    """Return a function that makes the browser's answer."""

    def give(kept):
        monkeypatch.setattr(
            teacher_key.st, "session_state", {teacher_key.KEY: {"kept": kept} if kept else None}
        )
        return kept_keys()

    return give


def test_before_the_answer_there_is_none(answer):
    assert answer(None) is None


def test_the_keys_are_given_back_in_their_order(answer):
    kept = answer(
        {
            "works": True,
            "keys": [{"code": "ABC234", "key": "one"}, {"code": "XYZ789", "key": "two"}],
        }
    )
    assert kept.works
    assert kept.keys == (ClassKey("ABC234", "one"), ClassKey("XYZ789", "two"))


@pytest.mark.parametrize(
    "keys",
    [
        "ABC234",
        {"code": "ABC234", "key": "one"},
        [None],
        ["ABC234"],
        [{"code": "ABC234"}],
        [{"code": "ABC234", "key": 5}],
        [{"code": ["ABC234"], "key": "one"}],
        [{"code": "", "key": "one"}],
        [{"code": "ABC234", "key": "k" * (LONGEST + 1)}],
    ],
)
def test_what_has_another_form_is_passed_over(answer, keys):
    assert answer({"works": True, "keys": keys}).keys == ()


def test_no_more_than_a_few_keys_are_taken(answer):
    many = [{"code": f"C{number}", "key": "k"} for number in range(1000)]
    assert len(answer({"works": True, "keys": many}).keys) == MOST_KEYS


def test_a_browser_that_stores_nothing_says_so(answer):
    assert not answer({"works": False, "keys": []}).works
    assert not answer({"keys": []}).works


def test_a_key_shows_in_no_log():
    assert "very-secret" not in f"{ClassKey('ABC234', 'very-secret')!r}"
