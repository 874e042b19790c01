"""Which sentence of a comparison is selected, after what the browser and Python said."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.components.comparing.choice import chosen
from tests.hand_made_comparison import hand_made


def event(article: Any, sentence: Any, digest: str = "now") -> dict[str, Any]:
    return {"turn": 1, "digest": digest, "article": article, "sentence": sentence}


@pytest.mark.parametrize(
    ("selected", "said", "expected"),
    [
        ((0, 1), None, (0, 1)),
        ((0, 1), event(1, 6), (1, 6)),
        ((0, 1), event(None, None), None),
        # Clicked while other texts came in.
        ((0, 1), event(1, 6, "before"), (0, 1)),
        # What the browser says may be anything.
        ((0, 1), event(1, 7), None),
        ((0, 1), event(2, 0), None),
        ((0, 1), event(-1, 0), None),
        ((0, 1), event(0, None), None),
        ((5, 1), None, None),
    ],
)
def test_the_browsers_choice_goes_first_if_there_is_such_a_sentence(
    selected: tuple[int, int], said: Any, expected: Any
) -> None:
    assert chosen(hand_made(2), selected, said, "now") == expected
