"""Which part of a sentence denies an accusation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.senses.denials import MAX_CHARACTERS, denied_part


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("Nobody called the reeve a liar.", "a liar"),
        ("Few people thought the scheme was rash.", "rash"),
        ("No witness described the guards as brutal.", "brutal"),
        ("The report did not call the bailiff a fool.", "a fool"),
        ("The bailiff was never called a fool, the clerk said.", "a fool"),
        ("The dean denied being a bigot.", "a bigot"),
        ("The court rejected the claim that he was a fraud.", "a fraud"),
        ("The scheme is neither rash nor foolish, they found.", "rash nor foolish"),
        ("The reeve isn’t a crook.", "a crook"),
        ("There was no panic and no chaos at the pier.", "panic and no chaos"),
        ("Without lies or smears, they met.", "lies or smears"),
        ("Nobody was humiliated.", "humiliated"),
        ("None of them thought the speech disgraceful.", "disgraceful"),
        ("Not one member called the chairman a coward.", "a coward"),
    ],
)
def test_denials(sentence: str, denied: str) -> None:
    part = denied_part(sentence)
    assert part is not None
    assert denied in sentence[part[0] : part[1]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The reeve called the bailiff a liar.",
        "Nobody could be as stupid as the reeve.",
        "Nobody doubts that the reeve is a liar.",
        "Nobody thought the reeve could be so stupid.",
        "The scheme is not just rash but criminal.",
        "The scheme is not a slip, it’s a crime.",
        "Nobody called it a “hoax” until now.",
        "Nobody trusts this corrupt reeve.",
        "No decent person would back this vile scheme.",
        "The town is not a barn. The reeve is a fool.",
        "They do not think that a ban on vile acts is late.",
        "Media with no other ideas call the reeve a fool.",
        "If you do not say that he is a liar, I will.",
    ],
)
def test_no_denials(sentence: str) -> None:
    part = denied_part(sentence)
    accused = ("liar", "stupid", "criminal", "crime", "hoax", "corrupt", "vile", "fool")
    assert part is None or not any(word in sentence[part[0] : part[1]] for word in accused)


def test_what_follows_in_another_clause_is_not_denied() -> None:
    sentence = "Nobody called the reeve a liar; the vile bailiff did worse."
    part = denied_part(sentence)
    assert part is not None
    assert "vile" not in sentence[part[0] : part[1]]


@given(st.text(max_size=300))
def test_any_text(sentence: str) -> None:
    part = denied_part(sentence)
    assert part is None or 0 <= part[0] <= part[1] <= len(sentence) <= MAX_CHARACTERS
