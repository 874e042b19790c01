"""Sentence templates filled with names: training data against a bias towards single names.

The same is said of every name, so that a name by itself does not change a score (counterfactual
data augmentation). `names.csv` and `templates.csv` are for training only: the invariance suite in
`models/invariance` has other sentences, and half of its names are held out from training.
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
from models.inference.prediction import SENTIMENT_LABELS
from models.invariance.suite import fill

FOLDER = Path(__file__).parent

#: The `corpus` of examples made from filled templates.
CORPUS = "names"

#: A person's full name as the target of a sentiment label: two or three words with capitals,
#: “Mr. Orr” included.
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
        """Whether its labels are neutral sentiment and not loaded."""
        return SENTIMENT_LABELS[self.sentiment] == "neutral" and not self.loaded

    def with_name(self, name: str) -> str:
        """The sentence with `name` in its slot."""
        return fill(self.text, name)


@dataclass(frozen=True)
class NameTemplates:
    """Names by kind, in mid-sentence form, and the templates.

    A name is sampled in proportion to its weight, 1 where it is not in `weights`.
    """

    names: dict[str, tuple[str, ...]]
    templates: tuple[Template, ...]
    weights: dict[str, float] = field(default_factory=dict)


def read_name_templates(folder: Path = FOLDER) -> NameTemplates:
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
                    SENTIMENT_LABELS.index(row["sentiment"]),
                    int(row["loaded"]),
                    row["template"],
                )
                for row in csv.DictReader(file)
            )
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"The tables in {folder} can't be read: {error}") from error
    return NameTemplates({kind: tuple(members) for kind, members in names.items()}, templates)


def fill_templates(source: NameTemplates, each: int, rng: random.Random) -> list[Example]:
    """Every template with `each` random names of its kinds, as examples of the corpus `names`."""
    examples = []
    for template in source.templates:
        pool = [name for kind in template.kinds for name in source.names[kind]]
        target = tuple(float(i == template.sentiment) for i in range(3))
        for name in _sampled(pool, source.weights, each, rng):
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


def _sampled(
    names: Sequence[str], weights: Mapping[str, float], count: int, rng: random.Random
) -> list[str]:
    if not weights:
        return rng.sample(names, count)
    return rng.choices(names, [weights.get(name, 1.0) for name in names], k=count)


def replace_people(
    examples: Sequence[Example], source: NameTemplates, share: float, rng: random.Random
) -> list[Example]:
    """`examples`, in which a `share` of those about a named person have another politician's name
    instead."""
    result = []
    for example in examples:
        if example.target is not None and rng.random() < share:
            start, end = example.target
            if _PERSON.fullmatch(example.text[start:end]):
                name = rng.choice(source.names["politician"])
                text = example.text[:start] + name + example.text[end:]
                example = replace(example, text=text, target=(start, start + len(name)))
        result.append(example)
    return result
