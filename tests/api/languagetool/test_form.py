"""Forms as clients encode them."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.answers import Problem
from api.languagetool.form import MOST_FIELDS, parameters

ENCODABLE = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.dictionaries(ENCODABLE, ENCODABLE))
def test_what_a_library_encodes_is_read_back(sent: dict[str, str]) -> None:
    assert parameters(urlencode(sent)) == sent


@given(st.text())
def test_nothing_that_is_sent_makes_it_fail(form: str) -> None:
    assert all("=" in form for _ in parameters(form))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("text=a+b%20c", "a b c"),
        ("text=caf%C3%A9", "café"),
        ("text=café", "café"),  # not encoded at all, as LibreOffice 7.3 sent it
        ("text=5% of it, 100 %", "5% of it, 100 %"),
        ("text=caf%E9 noir", "caf\ufffd noir"),  # Latin-1
        ("text=%F0%9F%98%80", "😀"),
        ("text=%ED%A0%BD%ED%B8%80", "😀"),  # its two halves, each encoded by itself
        ("text=%ED%A0%BD!", "\ud83d!"),
        ("text=", ""),
        ("text=1&text=2", "2"),
        ("a&text=1=2", "1=2"),
    ],
)
def test_forms_of_clients(form: str, text: str) -> None:
    assert parameters(form)["text"] == text


def test_a_text_that_is_not_encoded_ends_where_its_language_begins() -> None:
    text = "5% & more; a=b, a%20b&language=de? No + yes. é"
    sent = parameters(f"text={text}&language=en-GB&username=ann%40desk&apiKey=x")
    assert sent == {"text": text, "language": "en-GB", "username": "ann@desk", "apiKey": "x"}
    # What only begins so is a form with a text that somebody typed.
    assert parameters("language=en&text=A b&x=%41") == {"language": "en", "text": "A b", "x": "A"}


def test_a_form_of_very_many_fields_is_refused() -> None:
    assert parameters("a=1" + "&b=2" * (MOST_FIELDS - 1)) == {"a": "1", "b": "2"}
    with pytest.raises(Problem, match="fields"):
        parameters("a=1" + "&b=2" * MOST_FIELDS)
