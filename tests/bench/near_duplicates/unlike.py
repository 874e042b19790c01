"""Articles that look alike and are none of each other's copies: the hard negatives."""

from __future__ import annotations

import random
import re

from tests.bench.near_duplicates.edits import (
    LOCAL_NAMES,
    OTHER_WORDS,
    localised,
    paragraphs,
    reworded,
)

_NUMBER = re.compile(r"\d+")

FRAMES = {
    "weather": (
        "Forecast for {place}, {day}: {sky} in the morning with a low of {a} degrees, then {sky} "
        "by noon with a high near {b}. Winds from the {side} at {c} to {d} miles an hour. The "
        "chance of rain is {e} percent. Sunrise is at {a}:{f} and sunset at {b}:{g}. Tonight will "
        "be {sky}, with temperatures around {h}. The outlook for the rest of the week is {sky}, "
        "with highs between {c} and {i}. Water in the harbour of {place} is at {j} degrees, and "
        "the tide turns at {d}:{k}."
    ),
    "shares": (
        "Shares in {place} {moved} on {day}, with the main index closing {a}.{b} points away at "
        "{c},{d}. Banks {moved} by {e}.{f} percent and makers of cars {moved} by {g}.{h} percent. "
        "The biggest change was at {place} Steel, which {moved} {i} percent after it put its "
        "profit for the quarter at {j}.{k} million. Some {a}{c} companies {moved} and {b}{d} did "
        "not. A barrel of oil cost {e}{f}.{g}, and the pound stood at 1.{h}{i} dollars."
    ),
    "result": (
        "{place} beat {other} {a} to {b} on {day}. {name} scored {c} and {name} added {d} for the "
        "winners, who led {e} to {f} at half time. {other} came within {g} points with {h} minutes "
        "to play, but {name} made {i} of {j} free throws. {place} shot {k} percent from the field "
        "and took {a}{c} rebounds. {other} goes to {place} again on {day}, and {place} plays at "
        "home against {name} College."
    ),
    "lottery": (
        "The winning numbers drawn on {day} in {place} were {a}, {b}, {c}, {d}, {e} and {f}, with "
        "the bonus ball {g}. The jackpot of {h}.{i} million was not won and goes up to {j} million "
        "for the next draw. {k} tickets matched five numbers and take {a}{b},{c}{d} each. Prizes "
        "must be claimed within {e}{f} days. Play within your means; help is at hand for those "
        "who cannot stop."
    ),
    "police": (
        "Police in {place} arrested a man of {a} on {day} after a car was stopped at {b}:{c} on "
        "{name} Road. Officers found {d} grams of cannabis and {e}{f} in cash. He was charged "
        "under case {g}{h}{i} and released on bail of {j}{k} until his hearing. Anyone who saw "
        "what happened is asked to call the station in {place} on {a}{b} {c}{d}."
    ),
    "earnings": (
        "{name} Holdings of {place} reported a profit of {a}.{b} million for the quarter, or {c} "
        "cents a share. Analysts had expected {d} cents. Revenue was {e}{f}.{g} million, against "
        "{h}{i} million a year before. The company expects full-year revenue of {j}.{k} billion. "
        "Its shares have {moved} {a} percent since the beginning of the year and closed at "
        "{b}.{c}. This story was made from figures that the company gave on {day}."
    ),
}
"""Frames that texts are filled into by their makers day by day: the same words, other values."""

_SKIES = ("mostly sunny", "overcast", "hazy", "bright", "rainy", "cloudy with showers", "foggy")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SIDES = ("north", "south-west", "east", "north-west")
_MOVED = ("rose", "fell", "climbed", "slipped", "gained", "dropped")


def filled(frame: str, chance: random.Random) -> str:
    """Return a frame of ``FRAMES`` filled with values."""

    def value(found: re.Match[str]) -> str:
        key = found[1]
        if len(key) == 1:
            return str(chance.randint(1, 59))
        choices = {
            "sky": _SKIES,
            "day": _DAYS,
            "side": _SIDES,
            "moved": _MOVED,
        }.get(key, LOCAL_NAMES)
        return chance.choice(choices)

    return re.sub(r"\{(\w+)\}", value, FRAMES[frame])


def framed(text: str, chance: random.Random) -> str:
    """Return a text with other numbers and either all other names or other words here and there:
    the next article of its kind, if it were a frame."""
    other = _NUMBER.sub(lambda found: str(chance.randint(1, 99999)), text)
    if chance.random() < 0.5:
        return localised(other, 1, chance, "")
    return reworded(other, 0.1, chance, "")


def with_passage(text: str, passage: str, chance: random.Random) -> str:
    """Return a text with a passage put in: a statement that several outlets quote at length."""
    lines = paragraphs(text)
    lines.insert(chance.randint(1, len(lines)), passage)
    return "\n\n".join(lines)


def statement(words: int, chance: random.Random) -> str:
    """Return an invented statement of that many words."""
    said = " ".join(chance.choice((*OTHER_WORDS, *LOCAL_NAMES)) for _ in range(words))
    return f"“{said.capitalize()},” the statement said."
