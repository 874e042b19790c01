"""Words that name the speaker of a quotation."""

from __future__ import annotations

import pytest

from analysis.text.quotation.attribution import comma_before_speaker, speaker_follows


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        (" the mayor said.", True),
        (" said Mr. J. Hale, who left.", True),
        (", the mayor of Hale Bay has said", True),
        (" according to Pell.", True),
        (" He left. She said so.", False),
        (" was what they wanted.", False),
        ("said", False),
        ("", False),
    ],
)
def test_speaker_after_a_mark(text: str, follows: bool) -> None:
    assert speaker_follows(text, 0, len(text)) is follows


@pytest.mark.parametrize(
    ("text", "anyhow", "surely"),
    [
        ("We won, he said.", "We won,", "We won,"),
        ("We won, Hale told them on Monday.", "We won,", None),
        ("We won, but he said that we lost.", "We won,", None),
        ("We won, the mayor said on Monday.", "We won,", "We won,"),
        ("We won, they lost.", None, None),
    ],
)
def test_comma_before_a_speaker(text: str, anyhow: str | None, surely: str | None) -> None:
    for expected, sure in ((anyhow, False), (surely, True)):
        end = comma_before_speaker(text, 0, len(text), surely=sure)
        assert (None if end is None else text[:end]) == expected
