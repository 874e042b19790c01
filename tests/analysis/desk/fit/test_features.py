import pytest

from analysis.desk.fit.features import names_of, sections_of, seen, word_key
from tests.analysis.desk.decided import decision_row, decisions_frame, flag_row, flags_frame


def shown(sentence: str, words: str, sections=(), **given) -> set[str]:
    what = seen(flags_frame([flag_row(1, sentence, words, **given)]), sections)
    return {
        name
        for name, value in zip(what.names, what.values[0], strict=True)
        if value == 1 and not name.startswith("vector")
    }


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        (
            "It was a shameful answer.",
            "shameful",
            {"ends in -ful", "after article"},
        ),
        ("They were utterly lost.", "lost", {"after degree", "before a stop"}),
        ("He slammed the plan.", "slammed", {"ends in -ed", "after pronoun", "before article"}),
        ("Shares soared.", "soared", {"ends in -ed", "before a stop"}),
        ("The mayor, shamefully, left.", "shamefully", {"ends in -ly", "before a stop"}),
        ("Brazen lies of a left-wing mob", "Brazen", {"capital", "begins the sentence"}),
        ("Lies of a left-wing mob", "left-wing", {"hyphen", "ends in -ing", "after article"}),
        ("Sie ist “GROẞ” 🙂 so mad", "mad", {"after degree", "before a stop"}),
    ],
)
def test_forms_and_places(sentence, words, expected):
    assert shown(sentence, words) == expected


def test_kind_part_and_section():
    flag = {"kind": "doubting", "part": "headline", "section": "sport"}
    found = shown("The mayor claims it.", "claims", ("news", "sport"), **flag)
    assert {"doubting verb", "headline", "section sport"} <= found
    assert "section news" not in found


def test_without_a_probability_it_says_nothing():
    flag = flag_row(
        1, "He claims it.", "claims", probability=float("nan"), sentence_probability=0.5
    )
    what = seen(flags_frame([flag]), ())
    assert what.values[0, :2].tolist() == [0, 0]


def test_names_fit_values_with_and_without_flags():
    for rows in ([], [flag_row(1, "He lied.", "lied")]):
        what = seen(flags_frame(rows), ("news",))
        assert what.values.shape == (len(rows), len(names_of(("news",))))


@pytest.mark.parametrize(
    ("one", "other"),
    [("absurd", "Absurdly"), ("slammed", "slams"), ("a vile attack", "attacks"), ("", " ")],
)
def test_forms_of_a_word_have_one_key(one, other):
    assert word_key(one)[:4] == word_key(other)[:4]


def test_only_sections_with_twenty_decisions_count():
    rows = [
        decision_row(n, flag_row(n, "He lied.", "lied", section="a" if n < 20 else "b"), "accept")
        for n in range(39)
    ]
    assert sections_of(decisions_frame(rows)) == ("a",)
