"""Text that a wrong encoding damaged comes back; right text stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.encodings.mojibake import repaired

RIGHT = (
    "The mayor’s “reform” was a farce, the café owner said – and she didn’t stop there… "
    "It cost £3m. “Voilà, la Émile,” said Ávila, naïve as ever. 😀"
)


def damaged(text: str, encoding: str, times: int = 1) -> str:
    """``text`` as a program shows it that takes its UTF-8 for another encoding."""
    for _ in range(times):
        # What Windows-1252 leaves undefined becomes a control character, as browsers do it.
        text = "".join(
            bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode()
        )
    return text


@pytest.mark.parametrize(
    ("encoding", "times"),
    [("cp1252", 1), ("latin-1", 1), ("mac_roman", 1), ("cp437", 1), ("cp1252", 2), ("cp1252", 3)],
)
def test_damage_is_repaired(encoding: str, times: int) -> None:
    found = repaired(damaged(RIGHT, encoding, times))
    assert found.text == RIGHT
    assert len(found.notices) == 1
    assert "were repaired in" in found.notices[0]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("the â€œreformâ€\ufffd was a farce", "the “reform” was a farce"),
        ("the â€œreformâ€ was a farce", "the “reform” was a farce"),
        ("the â€œreformâ€, she said", "the “reform”, she said"),
        ("a plan \x96 no \x93plan\x94", "a plan – no “plan”"),
        ("She didnâ€™t go Â\x96 no.", "She didn’t go – no."),
        ("It cost Â£3m.", "It cost £3m."),
        ("the cafÃ© owner", "the café owner"),
        ("Ã‰mile and the cafÃ©", "Émile and the café"),
        ("voilÃ\xa0 la fin, she didnâ€™t say", "voilà la fin, she didn’t say"),
        ("He wouldnâ€™t saidÂ  it", "He wouldn’t said  it"),
    ],
)
def test_single_damaged_characters(text: str, right: str) -> None:
    assert repaired(text).text == right


def test_a_damaged_paragraph_in_a_right_text_is_repaired() -> None:
    part = "She didnâ€™t go, he couldnâ€™t stay and they wonâ€™t return."
    found = repaired("“Yes,” – “no” – “perhaps”, said the mayor’s aide.\n\n" + part)
    assert found.text.endswith("She didn’t go, he couldn’t stay and they won’t return.")
    assert found.text.startswith("“Yes,” – “no”")


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "“IRMÔ, disse ela, e “MAÇÔ. SÃO PAULO NÃO VAI.",
        "The CAFÉ’S sign and “the CAFɔ – really.",
        "Viel Spaß” und die Straße",
        "Der Baum hat ‚Äpfel‘, sagte sie.",
        "Dvořák’s Škoda in Łódź, ‘Ätna’ – and Ñandú",
        "À l’ÎLE: «Â»",
        "Ελλάδα και ΓΗ – «τέλος»",
        "Мэр сказал: «Нет».",
        "市長は話した。",
        "Plain ASCII, nothing else.",
    ],
)
def test_right_text_stays(text: str) -> None:
    found = repaired(text)
    assert (found.text, found.notices) == (text, ())


def test_an_article_that_mentions_mojibake_stays_and_it_is_said() -> None:
    text = "If you see “â€™” where ’ should be, the page’s encoding is wrong – that’s “mojibake”."
    found = repaired(text)
    assert found.text == text
    assert "they are left as they are" in found.notices[0]


@given(st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs"])))
def test_what_is_not_repaired_is_the_same_string(text: str) -> None:
    found = repaired(text)
    assert found.places or found.text == text
    found.text.encode()
