"""Two invented houses: one whose taste can be learned, one that throws a coin."""

from __future__ import annotations

import random
from functools import cache

import pandas as pd

from tests.analysis.desk.decided import decision_row, decisions_frame, flag_row, flags_frame

JUDGING = (
    *("shameful", "disgraceful", "ridiculous", "absurd", "pathetic", "outrageous", "vile"),
    *("idiotic", "monstrous", "despicable", "laughable", "grotesque", "appalling", "stupid"),
)
TELLING = (
    *("slammed", "soared", "plunged", "crushed", "blasted", "battled", "stormed", "smashed"),
    *("surged", "tumbled", "clashed", "exploded", "rocketed", "hammered"),
)


@cache
def flags(many: int = 400, seed: int = 1) -> pd.DataFrame:
    """Return flags on judging adjectives and telling verbs, four an article."""
    dice = random.Random(seed)
    rows = []
    for number in range(many):
        judging = dice.random() < 0.5
        word = dice.choice(JUDGING if judging else TELLING)
        sentence = (
            f"It was a {word} answer, the council of Ashby said on day {number}."
            if judging
            else f"The shares {word} after the council of Ashby met on day {number}."
        )
        chance, of_sentence = dice.uniform(0.3, 0.95), dice.uniform(0.5, 0.98)
        rows.append(
            flag_row(number, sentence, word, probability=chance, sentence_probability=of_sentence)
        )
    return flags_frame(rows)


def dislikes_judging(found: pd.DataFrame, seed: int = 2) -> pd.DataFrame:
    """Return decisions: judging words are accepted, telling ones dismissed; one of twelve the other
    way round."""
    dice = random.Random(seed)
    return _decided(
        found, [(text in JUDGING) != (dice.random() < 1 / 12) for text in found["text"]]
    )


def throws_a_coin(found: pd.DataFrame, seed: int = 3) -> pd.DataFrame:
    """Return decisions by chance."""
    dice = random.Random(seed)
    return _decided(found, [dice.random() < 0.6 for _ in range(len(found))])


def _decided(found: pd.DataFrame, accepted: list[bool]) -> pd.DataFrame:
    return decisions_frame(
        decision_row(number + 1, flag, "accept" if yes else "dismiss")
        for number, (flag, yes) in enumerate(zip(found.to_dict("records"), accepted, strict=True))
    )
