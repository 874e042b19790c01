import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.desk.names import name_key, plain_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ann \t\n Lee ", "Ann Lee"),
        ("Ann\u00a0Lee", "Ann Lee"),
        ("Zoe\u0308", "Zo\u00eb"),
        # Direction marks and overrides, a zero-width space, a soft hyphen, a byte order mark.
        ("\u202eeeL nnA\u202c", "eeL nnA"),
        ("\ufeffAn\u200bn\u00ad \u2066Lee\u2069\u200f", "Ann Lee"),
        # Control characters, half a character, one for private use.
        ("A\x00n\x1b[31mn\x7f\x9f", "An[31mn"),
        ("Ann\ud83d \ue000", "Ann"),
        # A Persian name is written with a joiner; at its ends it would only hide.
        ("\u200cمی\u200cرا\u200d", "می\u200cرا"),
        ("\u202e \u200b", ""),
    ],
)
def test_what_is_kept_of_a_name(typed: str, kept: str) -> None:
    assert plain_name(typed) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lee", "ann LEE"),
        ("STRASSE", "straße"),
        ("Zoe\u0308", "ZO\u00cb"),
        ("می\u200cرا", "میرا"),
    ],
)
def test_forms_of_one_name(one: str, other: str) -> None:
    assert name_key(plain_name(one)) == name_key(plain_name(other))


def test_other_names() -> None:
    assert name_key("Ann Lee") != name_key("AnnLee")
    assert name_key("Ann") != name_key("Anne")


@given(st.text(max_size=100))
def test_names_are_stable_and_fit_their_columns(typed: str) -> None:
    kept = plain_name(typed)
    assert plain_name(kept) == kept
    assert {unicodedata.category(sign) for sign in kept} <= {
        *("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs"),
        *("Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cf"),
    }
    assert {sign for sign in kept if unicodedata.category(sign) == "Cf"} <= {"\u200c", "\u200d"}
    assert len(name_key(kept[:80])) <= 240
