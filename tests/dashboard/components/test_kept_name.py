"""What a browser gives back of a name is taken only in the form it was given."""

import pytest
import streamlit as st

from dashboard.components.kept_name import KEY, name_back
from store.desk.records import MOST_NAME


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (None, None),
        ({}, None),
        ({"kept": None}, None),
        ({"kept": "Ann"}, None),
        ({"kept": {"name": "Ann Lee"}}, "Ann Lee"),
        ({"kept": {"name": ""}}, ""),
        ({"kept": {"name": 3}}, ""),
        ({"kept": {}}, ""),
        ({"kept": {"name": "a" * MOST_NAME}}, "a" * MOST_NAME),
        ({"kept": {"name": "a" * (MOST_NAME + 1)}}, ""),
    ],
)
def test_what_the_browser_says(monkeypatch, said, name):
    monkeypatch.setattr(st, "session_state", {} if said is None else {KEY: said})
    assert name_back() == name
