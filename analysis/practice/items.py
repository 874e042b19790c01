"""The test before and after the practice: two forms of as many sentences, and their keys.

``seeds/practice/before_after.csv`` has the forms that come with Slant. A teacher can give others:
by a file in the same columns, or for the whole server by ``SLANT_PRACTICE_ITEMS``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.practice.item_files import PRACTICE, BadItems, Row, parse_items, read_items

BEFORE_AFTER = PRACTICE / "before_after.csv"
"""The items that come with Slant."""

SETTING = "SLANT_PRACTICE_ITEMS"
"""Environment variable: a file that takes the place of the built-in one."""

FORMS = ("A", "B")

FEWEST_ITEMS, MOST_ITEMS = 4, 30
"""How many sentences a form may have: fewer show nothing, more are no short test."""

COLUMNS = ("form", "item", "text", "loaded", "why")


@dataclass(frozen=True)
class Item:
    """A sentence of the test: its number within the ``form`` (A or B) from 1, whether it is
    ``loaded`` by the key, and in one sentence ``why`` (may be empty)."""

    form: str
    item: int
    text: str
    loaded: bool
    why: str


@dataclass(frozen=True)
class Items:
    """Both forms of the test, each in the order in which it is given."""

    a: tuple[Item, ...]
    b: tuple[Item, ...]

    def form(self, form: str) -> tuple[Item, ...]:
        """Return the items of form A or B; another name raises KeyError."""
        return {"A": self.a, "B": self.b}[form]


def items(path: Path | None = None) -> Items:
    """Return the items of a file; without one those of the file that ``SLANT_PRACTICE_ITEMS``
    names, and where it names none those that come with Slant. Raises BadItems."""
    given = path or Path(os.environ.get(SETTING) or BEFORE_AFTER)
    return _checked(read_items(given, COLUMNS, may_be_empty={"why"}), given.name)


def items_of(content: bytes, name: str = "") -> Items:
    """Return the items of a file's content; ``name`` is what errors call it. Raises BadItems.

    It must have both forms, equally long and of ``FEWEST_ITEMS`` to ``MOST_ITEMS``, numbered from
    1, with as many loaded sentences in one as in the other, some that are loaded and some that are
    not, and no sentence twice.
    """
    return _checked(parse_items(content, COLUMNS, name, may_be_empty={"why"}), name)


def as_json(items: Items) -> dict[str, Any]:
    """Return both forms with their keys, ready for JSON; ``from_json`` gives them back."""
    return {
        form: [
            {"text": item.text, "loaded": item.loaded, "why": item.why} for item in items.form(form)
        ]
        for form in FORMS
    }


def from_json(kept: Mapping[str, Any]) -> Items:
    """Return the items that ``as_json`` made."""
    a, b = (
        tuple(
            Item(form, number, item["text"], item["loaded"], item["why"])
            for number, item in enumerate(kept[form], start=1)
        )
        for form in FORMS
    )
    return Items(a, b)


def told(items: Items, form: str) -> list[str]:
    """Return what a pupil may see of a form: the sentences, nothing of the key."""
    return [item.text for item in items.form(form)]


def score(answers: Mapping[int, bool], items: Items, form: str) -> int:
    """Return how many of a pupil's answers agree with the key.

    ``answers`` say of the items of the form, counted from 0 as marks are, whether the pupil called
    them loaded. An item without an answer scores nothing; numbers of no item are passed over.
    """
    return sum(answers.get(place) is item.loaded for place, item in enumerate(items.form(form)))


def _checked(rows: Sequence[Row], name: str) -> Items:
    found: dict[str, list[Item]] = {form: [] for form in FORMS}
    texts: dict[str, int] = {}
    for row in rows:
        form = row.choice("form", FORMS)
        item = Item(form, row.number("item"), row["text"], row.yes_or_no("loaded"), row["why"])
        if item.item in {other.item for other in found[form]}:
            advice = "number the sentences of each form 1, 2, 3 …"
            raise row.bad(f"is another item {item.item} of form {form}", advice)
        first = texts.setdefault(item.text.casefold(), row.line)
        if first != row.line:
            raise row.bad(f"has the sentence of line {first} again", "write another sentence")
        found[form].append(item)
    a, b = (tuple(sorted(found[form], key=lambda item: item.item)) for form in FORMS)
    _check_forms(a, b, name)
    return Items(a, b)


def _check_forms(a: Sequence[Item], b: Sequence[Item], name: str) -> None:
    if len(a) != len(b):
        problem = f"has {len(a)} sentences of form A and {len(b)} of form B"
        raise BadItems(name, None, problem, "give both forms as many")
    if not FEWEST_ITEMS <= len(a) <= MOST_ITEMS:
        problem = f"has {len(a)} sentences in each form"
        raise BadItems(name, None, problem, f"give {FEWEST_ITEMS} to {MOST_ITEMS}")
    for form, of_form in zip(FORMS, (a, b), strict=True):
        numbers = {item.item for item in of_form}
        missing = next(number for number in range(1, len(a) + 2) if number not in numbers)
        if missing <= len(a):
            advice = "number the sentences of each form 1, 2, 3 …"
            raise BadItems(name, None, f"has no item {missing} of form {form}", advice)
    loaded = [sum(item.loaded for item in of_form) for of_form in (a, b)]
    if loaded[0] != loaded[1]:
        problem = f"has {loaded[0]} loaded sentences in form A and {loaded[1]} in form B"
        raise BadItems(name, None, problem, "give both forms as many")
    if loaded[0] in (0, len(a)):
        problem = f"has {'no' if not loaded[0] else 'only'} loaded sentences"
        raise BadItems(name, None, problem, "give each form some that are loaded and some not")
