"""Ways in which copies of an article differ from it, each in three strengths, with a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\b[a-z]{4,}\b")
_SENTENCE = re.compile(r"(?<=[.!?”\"]) +(?=[A-Z“\"])")

_NAMES = """Ashby Brackwell Corrin Dunmere Eastholt Farley Gransby Hollin Ivelow Kestrel Larkham
Merrow Norring Oxley Penwick Quarley Renshaw Stalham Thornby Uswell"""
LOCAL_NAMES = tuple(_NAMES.split())
_WORDS = """lamp pebble orchard kettle marble ribbon saddle thimble gravel bucket candle mirror
basket ladder pillow button anchor barrel blanket cushion"""
OTHER_WORDS = tuple(_WORDS.split())
REWRITTEN = (
    "What follows is the account that readers of this paper were promised yesterday.",
    "It has been a long week for everyone who is concerned with the matter.",
    "Few had expected so much to be said about it in so little time.",
    "Here is what is known at the hour at which this page was closed.",
    "Some of those named below have since been reached by telephone.",
    "The whole of it is told here for those who missed the beginning.",
)
CREDITS = (
    "Associated Press writer Nora Pell contributed to this report.",
    "(Reporting by Tom Reed; editing by Ana Hale)",
    "© 2021 Northern Wire. All rights reserved.",
)


@dataclass(frozen=True)
class Edit:
    """A way of editing: its name, its strengths as a reader would put them, and what it makes of a
    text at a strength, with other text for what is put in."""

    name: str
    strengths: tuple[float, ...]
    make: Callable[[str, float, random.Random, str], str]


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [line for line in text.split("\n") if line.strip()]


def cut(text: str, kept: float, chance: random.Random, other: str) -> str:
    """Keep that share of the words, from the beginning, to the end of the paragraph or sentence."""
    sentences = _SENTENCE.split("\n\n".join(paragraphs(text)))
    room, found = kept * len(text.split()), list[str]()
    for sentence in sentences:
        if room <= 0:
            break
        found.append(sentence)
        room -= len(sentence.split())
    return " ".join(found)


def appended(text: str, share: float, chance: random.Random, other: str) -> str:
    """Append other paragraphs, that share of the words."""
    words = other.split()[: int(share * len(text.split()))]
    lines = [" ".join(words[at : at + 40]) + "." for at in range(0, len(words), 40)]
    return "\n\n".join([text, *lines])


def put_in(text: str, share: float, chance: random.Random, other: str) -> str:
    """Put other sentences between those of the text, that share of its words."""
    words = other.split()[: int(share * len(text.split()))]
    lines = paragraphs(text)
    for at in range(0, len(words), 25):
        lines.insert(chance.randint(1, len(lines)), " ".join(words[at : at + 25]) + ".")
    return "\n\n".join(lines)


def credited(text: str, many: float, chance: random.Random, other: str) -> str:
    """Add a place and agency, then a byline, then credits at the end."""
    made = f"{chance.choice(LOCAL_NAMES).upper()} (Reuters) - {text}"
    if many > 1:
        made = f"By Nora Pell and Tom Reed\nPublished 3 March 2021\n{made}"
    return "\n\n".join([made, *CREDITS[: int(many)]])


def opening_rewritten(text: str, many: float, chance: random.Random, other: str) -> str:
    """Replace the first sentences by others, and put a headline above."""
    sentences = _SENTENCE.split("\n\n".join(paragraphs(text)))
    title = " ".join(chance.sample(OTHER_WORDS, 6)).capitalize()
    new = chance.sample(REWRITTEN, int(many))
    return "\n\n".join([title, " ".join([*new, *sentences[int(many) :]])])


def localised(text: str, share: float, chance: random.Random, other: str) -> str:
    """Replace that share of its names, wherever they stand, by names of the place."""
    names = sorted(set(_NAME.findall(text)))
    chosen = chance.sample(names, round(share * len(names)))
    local = {name: chance.choice(LOCAL_NAMES) for name in chosen}
    return _NAME.sub(lambda found: local.get(found[0], found[0]), text)


def reworded(text: str, share: float, chance: random.Random, other: str) -> str:
    """Replace that share of its longer words, each by itself."""
    return _WORD.sub(
        lambda found: chance.choice(OTHER_WORDS) if chance.random() < share else found[0], text
    )


def shortened(text: str, share: float, chance: random.Random, other: str) -> str:
    """Leave out that share of its sentences."""
    kept = []
    for line in paragraphs(text):
        sentences = [one for one in _SENTENCE.split(line) if chance.random() >= share]
        kept.append(" ".join(sentences))
    return "\n\n".join(line for line in kept if line)


def other_figures(text: str, share: float, chance: random.Random, other: str) -> str:
    """Give that share of its numbers another value, as the update of a count does."""
    return _NUMBER.sub(
        lambda found: _other_number(found[0], chance) if chance.random() < share else found[0],
        text,
    )


def _other_number(number: str, chance: random.Random) -> str:
    return str(int(number) + chance.randint(1, 9)) if number.isascii() else number


def several(text: str, strength: float, chance: random.Random, other: str) -> str:
    """Cut it, give it another opening, local names, other words, and a credit."""
    made = cut(text, 1 - strength / 2, chance, other)
    made = reworded(localised(made, strength / 2, chance, other), strength / 20, chance, other)
    return credited(opening_rewritten(made, 1, chance, other), 2, chance, other)


def continued(text: str, kept: float, chance: random.Random, other: str) -> str:
    """Keep that share from the beginning and go on otherwise, to the same length."""
    return appended(cut(text, kept, chance, other), (1 - kept) / kept, chance, other)


EDITS = (
    Edit("cut from the end, share kept", (0.75, 0.5, 0.3), cut),
    Edit("paragraphs appended, share of the words", (0.2, 0.5, 1.0), appended),
    Edit("sentences put in, share of the words", (0.1, 0.2, 0.4), put_in),
    Edit("bylines and credits added, how many", (1, 2, 3), credited),
    Edit("headline and first sentences changed, how many", (1, 2, 3), opening_rewritten),
    Edit("names replaced, share of them", (0.1, 0.25, 0.5), localised),
    Edit("words replaced, share of the longer ones", (0.05, 0.1, 0.2), reworded),
    Edit("sentences left out, share", (0.1, 0.25, 0.4), shortened),
    Edit("cut and continued otherwise, share kept", (0.8, 0.7, 0.6), continued),
    Edit("numbers updated, share", (0.1, 0.2, 0.4), other_figures),
    Edit("several of these, strength", (0.4, 0.7, 1.0), several),
)
