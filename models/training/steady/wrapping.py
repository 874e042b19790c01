"""Sentences put into the mouth of a speaker, in quotation marks or as reported speech.

What somebody says is judged by its own words: a loaded sentence stays loaded inside “…,” she said,
and a plain one plain. `cues.txt` holds the forms: “…” is the sentence, `{speaker}` who says it,
`{day}` a day of the week.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.errors import DataError

CUES = Path(__file__).with_name("cues.txt")

_CONTENT, _SPEAKER, _DAY = "…", "{speaker}", "{day}"

#: Speakers without a name, in mid-sentence form; others are named after the templates' politicians.
SPEAKERS = (
    "he",
    "she",
    "they",
    "a spokesman",
    "a spokeswoman for the ministry",
    "the minister",
    "the senator",
    "the union's leader",
    "an official",
    "officials",
    "the company",
    "the mayor",
    "her lawyer",
    "the campaign",
    "a resident",
    "the committee's chair",
    "one of the organisers",
    "the party",
    "supporters of the bill",
    "the report's authors",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED_SHARE = 0.5


@dataclass(frozen=True)
class Wrapped:
    """A sentence with its attribution; `text[start:end]` is the content, without a full stop."""

    text: str
    start: int
    end: int


def read_cues(path: Path = CUES) -> tuple[str, ...]:
    """The forms, one a line.

    Raises:
        DataError: the list is missing, or a line lacks the sentence or the speaker.
    """
    try:
        cues = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"The list {path} can't be read: {error}") from error
    for cue in cues:
        if cue.count(_CONTENT) != 1 or cue.count(_SPEAKER) != 1:
            raise DataError(f"{path} has a line without one “…” and one {_SPEAKER}: {cue!r}")
    return tuple(cues)


def can_be_wrapped(sentence: str) -> bool:
    """Whether a sentence is one statement that ends with a full stop and holds no quotation."""
    return sentence.endswith(".") and not any(mark in sentence for mark in '"“”:;…')


def wrap(sentence: str, cues: Sequence[str], names: Sequence[str], rng: random.Random) -> Wrapped:
    """`sentence`, for which `can_be_wrapped` holds, in a form of `cues` with one of `names` or of
    `SPEAKERS`."""
    speaker = rng.choice(names) if rng.random() < _NAMED_SHARE else rng.choice(SPEAKERS)
    return in_form(sentence, rng.choice(cues).replace(_DAY, rng.choice(_DAYS)), speaker)


def in_form(sentence: str, cue: str, speaker: str) -> Wrapped:
    """`sentence`, for which `can_be_wrapped` holds, in the form `cue` with this speaker. Behind a
    cue of reported speech its first letter becomes a small one."""
    before, after = cue.replace(_SPEAKER, speaker).split(_CONTENT)
    content = sentence.removesuffix(".")
    if before and before[-1] not in '“"':
        content = content[:1].lower() + content[1:]
    if after == "”":
        after = ".”"
    before = before[:1].upper() + before[1:]
    return Wrapped(before + content + after, len(before), len(before) + len(content))
