"""The table of nouns for persons."""

import csv

import pytest

from analysis.comparison.wording.nouns import people
from analysis.comparison.wording.nouns.people import plurals, singulars


def test_the_table_is_in_order_and_without_repetitions() -> None:
    with people._TABLE.open(encoding="utf-8", newline="") as lines:
        rows = [tuple(row) for row in csv.reader(lines)]
    assert rows[0] == ("noun", "plural")
    assert rows[1:] == sorted(set(rows[1:]))
    forms = [form for row in rows[1:] for form in row]
    assert len(forms) == len(set(forms))
    assert all(form.isalpha() and form.islower() for form in forms)


@pytest.mark.parametrize(
    ("form", "singular"),
    [("rioters", "rioter"), ("rioter", "rioter"), ("women", "woman"), ("families", "family")],
)
def test_singulars(form: str, singular: str) -> None:
    assert singulars()[form] == singular


def test_plurals() -> None:
    assert {"people", "nurses", "fishermen"} <= plurals()
    assert "nurse" not in plurals()
