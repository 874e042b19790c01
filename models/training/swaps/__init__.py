"""Names and sentences that teach the network that a name by itself says nothing.

`names.csv` and `templates.csv` are data for training. What is measured is the suite in
`models/invariance`, whose sentences are others, and half of whose names are not here.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from models.corpora import Example
from models.errors import DataError

FOLDER = Path(__file__).parent
SLOT = "{name}"

#: Name of the set that filled templates form.
CORPUS = "names"

_SENTIMENTS = ("negative", "neutral", "positive")

#: A person's name as a label's target: two or three words with capitals, “Mr. Orr” included.
_PERSON = re.compile(r"(?:[A-Z][\w.\u2019'-]+ ){1,2}[A-Z][\w\u2019'-]+")


@dataclass(frozen=True)
class Template:
    """A sentence with one slot, the kinds of names that fit, and its labels."""

    kinds: tuple[str, ...]
    sentiment: int
    loaded: int
    text: str

    @property
    def is_neutral(self) -> bool:
        """Whether it says nothing of whoever is named."""
        return _SENTIMENTS[self.sentiment] == "neutral" and not self.loaded

    def with_name(self, name: str) -> str:
        """The sentence with `name` in its slot."""
        text = self.text.replace(SLOT, name)
        return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Swaps:
    """Names by kind, in mid-sentence form, and the templates.

    A name is drawn in proportion to its weight, 1 where `weights` doesn't have it.
    """

    names: dict[str, tuple[str, ...]]
    templates: tuple[Template, ...]
    weights: dict[str, float] = field(default_factory=dict)


def read_swaps(folder: Path = FOLDER) -> Swaps:
    """Read both tables.

    Raises:
        DataError: a table is missing or has a line that can't be read.
    """
    names: dict[str, list[str]] = {}
    try:
        with (folder / "names.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                names.setdefault(row["kind"], []).append(row["name"])
        with (folder / "templates.csv").open(encoding="utf-8", newline="") as file:
            templates = tuple(
                Template(
                    tuple(row["kinds"].split()),
                    _SENTIMENTS.index(row["sentiment"]),
                    int(row["loaded"]),
                    row["template"],
                )
                for row in csv.DictReader(file)
            )
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"The tables in {folder} can't be read: {error}") from error
    return Swaps({kind: tuple(members) for kind, members in names.items()}, templates)


def filled(swaps: Swaps, each: int, rng: random.Random) -> list[Example]:
    """Every template with `each` random names of its kinds, as examples of the set `names`."""
    examples = []
    for template in swaps.templates:
        pool = [name for kind in template.kinds for name in swaps.names[kind]]
        target = tuple(float(i == template.sentiment) for i in range(3))
        for name in _drawn(pool, swaps.weights, each, rng):
            examples.append(
                Example(
                    text=template.with_name(name),
                    corpus=CORPUS,
                    part="train",
                    loaded=float(template.loaded),
                    loaded_label=template.loaded,
                    sentiment=(target[0], target[1], target[2]),
                    sentiment_label=template.sentiment,
                    words=None if template.loaded else (),
                )
            )
    return examples


def _drawn(
    names: Sequence[str], weights: Mapping[str, float], count: int, rng: random.Random
) -> list[str]:
    if not weights:
        return rng.sample(names, count)
    return rng.choices(names, [weights.get(name, 1.0) for name in names], k=count)


def with_other_people(
    examples: Sequence[Example], swaps: Swaps, share: float, rng: random.Random
) -> list[Example]:
    """`examples` with, in `share` of those about a named person, another politician's name."""
    result = []
    for example in examples:
        if example.target is not None and rng.random() < share:
            start, end = example.target
            if _PERSON.fullmatch(example.text[start:end]):
                name = rng.choice(swaps.names["politician"])
                text = example.text[:start] + name + example.text[end:]
                example = replace(example, text=text, target=(start, start + len(name)))
        result.append(example)
    return result
