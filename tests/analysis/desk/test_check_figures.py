"""What a person needs who is to mend a rule: the order, the reasons, the examples."""

import pandas as pd

from analysis.desk.check_figures import check_figures
from analysis.desk.checks import DeskCheck
from tests.analysis.desk.made import decided, decisions_of


def check(name, revision=1, open_flags=0):
    return DeskCheck(name, "rule", "warning", revision, "Say it plainly.", 30, open_flags)


def test_what_is_to_be_mended_comes_first() -> None:
    rows = [
        *decided("a.good", 12, 0),
        *decided("b.few", 0, 3, first=100),
        *decided("c.perhaps", 8, 2, first=200),
        *decided("d.mend", 6, 6, first=300),
        *decided("e.mend", 2, 12, first=400),
    ]
    found = check_figures(decisions_of(rows))
    assert [(one.check.check, one.verdict) for one in found] == [
        ("e.mend", "to mend"),
        ("d.mend", "to mend"),
        ("c.perhaps", "perhaps to mend"),
        ("b.few", "too few"),
        ("a.good", "good"),
    ]
    assert (found[0].decided, found[0].accepted) == (14, 2)


def test_reasons_and_examples_are_of_the_last_revision() -> None:
    dismissed = [
        {"flag": 20 + number, "act": "dismiss", "reason": reason, "text": words, "revision": 2}
        for number, (reason, words) in enumerate(
            [("sense", "slams"), ("fair", "slammed"), ("sense", "Slammed"), ("fact", "slamming")]
        )
    ]
    rows = [*decided("house.slam", 0, 8, revision=1), *dismissed]
    (found,) = check_figures(decisions_of(rows), [check("house.slam", 2, open_flags=4)])
    # As often: in the order in which the desk offers the reasons.
    assert found.reasons == (("sense", 2), ("fair", 1), ("fact", 1))
    assert [one.words for one in found.examples] == ["slamming", "Slammed", "slams"]
    assert found.revisions == ((1, 0, 8), (2, 0, 4))
    assert (found.check.message, found.check.open) == ("Say it plainly.", 4)


def test_an_example_says_where_its_words_stand_in_the_sentence() -> None:
    (found,) = check_figures(decisions_of([{"act": "dismiss", "reason": "other", "note": "Door."}]))
    (one,) = found.examples
    assert one.sentence[one.start : one.end] == one.words == "slammed"
    assert (one.flag, one.article, one.reason, one.note) == (1, 1, "other", "Door.")


def test_the_same_words_make_an_example_where_there_are_no_others() -> None:
    (found,) = check_figures(decisions_of(decided("house.slam", 0, 5)))
    assert [one.flag for one in found.examples] == [5, 4, 3]


def test_a_check_without_a_decision_and_one_whose_articles_are_gone() -> None:
    found = check_figures(decisions_of(decided("gone.rule", 1, 0)), [check("new.rule", 1, 30)])
    assert [(one.check.check, one.decided, one.check.message) for one in found] == [
        ("gone.rule", 1, ""),
        ("new.rule", 0, "Say it plainly."),
    ]
    assert pd.isna(found[1].shares["share"].iloc[0])
