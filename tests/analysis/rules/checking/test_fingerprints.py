import pytest

from analysis.rules.checking.fingerprints import fingerprints


def of(check: str, sentence: str) -> str:
    (one,) = fingerprints([(check, sentence)])
    return one


def test_a_fingerprint_has_32_hexadecimal_digits() -> None:
    one = of("pool", "The pool was shut.")
    assert len(one) == 32
    int(one, 16)


@pytest.mark.parametrize(
    "same",
    [
        "The pool was shut.",
        "THE POOL was shut",
        "The  pool\nwas\u00a0shut!",
        "“The pool was shut,”",
        "The po\u00adol was shut.",
    ],
)
def test_case_white_space_and_marks_do_not_count(same: str) -> None:
    assert of("pool", same) == of("pool", "The pool was shut.")


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        ("bath", "The pool was shut."),
        ("pool", "The pool was open."),
        ("pool", "The pool was shut. It rained."),
        ("pool", "Thepool was shut."),
    ],
)
def test_another_rule_or_other_words_have_another(check: str, sentence: str) -> None:
    assert of(check, sentence) != of("pool", "The pool was shut.")


def test_equal_findings_are_counted() -> None:
    first, second, other, third = fingerprints(
        [("pool", "A pool."), ("pool", "A pool."), ("pool", "Another."), ("pool", "a POOL")]
    )
    assert len({first, second, other, third}) == 4
    assert first == of("pool", "A pool.")
    assert fingerprints([("x", "B."), ("pool", "A pool."), ("pool", "A pool.")])[1:] == [
        first,
        second,
    ]


def test_sentences_without_words_differ_by_their_marks() -> None:
    assert of("marks", "!!!") != of("marks", "???")
    assert of("marks", "! ! !") == of("marks", "!!!")
