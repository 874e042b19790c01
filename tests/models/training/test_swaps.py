import csv
import hashlib
import random
from dataclasses import replace
from pathlib import Path

import pytest

from models.corpora import Example
from models.errors import DataError
from models.invariance import suite
from models.training.swaps import Swaps, filled, read_swaps, with_other_people


@pytest.fixture(scope="module")
def swaps() -> Swaps:
    return read_swaps()


def test_every_template_has_one_slot_and_known_kinds(swaps: Swaps) -> None:
    for template in swaps.templates:
        assert template.text.count("{name}") == 1
        assert set(template.kinds) <= set(suite.KINDS)
    assert set(swaps.names) == set(suite.KINDS)


def test_half_of_the_measured_names_are_kept_from_training(swaps: Swaps) -> None:
    trained = {name.casefold() for names in swaps.names.values() for name in names}
    for name in suite.read_suite().names:
        kept_out = hashlib.sha1(name.name.encode()).hexdigest()[0] in "89abcdef"
        assert not (kept_out and name.name.casefold() in trained), name


def test_no_template_is_a_sentence_of_the_suite(swaps: Swaps) -> None:
    measured = suite.read_suite()
    theirs = {t.text for t in measured.templates} | {s.text for s in measured.sentences}
    assert not theirs & {template.text for template in swaps.templates}


def test_templates_are_filled_with_names_of_their_kinds(swaps: Swaps) -> None:
    examples = filled(swaps, 2, random.Random(4))
    assert len(examples) == 2 * len(swaps.templates)
    for example, template in zip(examples[::2], swaps.templates, strict=True):
        before, after = template.text.split("{name}")
        text = example.text
        assert text.casefold().startswith(before.casefold())
        assert text.endswith(after)
        name = text[len(before) : len(text) - len(after)]
        names = {n.casefold() for kind in template.kinds for n in swaps.names[kind]}
        assert name.casefold() in names
        assert example.sentiment is not None
        assert example.sentiment[template.sentiment] == 1
        assert example.loaded == template.loaded


def test_people_are_swapped_where_they_are_named_and_nothing_else(swaps: Swaps) -> None:
    text = "Critics of Jane Orr said she erred."
    person = Example(text, "newsmtsc", "train", sentiment=(1.0, 0.0, 0.0), target=(11, 19))
    pronoun = Example(text, "newsmtsc", "train", sentiment=(1.0, 0.0, 0.0), target=(25, 28))
    swapped, same, unasked = (
        with_other_people([person], swaps, 1.0, random.Random(1))
        + with_other_people([pronoun], swaps, 1.0, random.Random(1))
        + with_other_people([person], swaps, 0.0, random.Random(1))
    )
    assert same.text == unasked.text == text
    assert swapped.target is not None
    start, end = swapped.target
    assert swapped.text[start:end] in swaps.names["politician"]
    assert swapped.text[:start] + "Jane Orr" + swapped.text[end:] == text


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    with (tmp_path / "names.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["kind", "name"], ["party", "the Orchard Party"]])
    with pytest.raises(DataError, match="can't be read"):
        read_swaps(tmp_path)


def test_a_name_of_more_weight_is_drawn_oftener(swaps: Swaps) -> None:
    heavy = replace(swaps, weights={"Fianna Fáil": 1e9})
    texts = [e.text for e in filled(heavy, 3, random.Random(4))]
    count = sum("Fianna Fáil" in text for text in texts)
    assert count == 3 * sum("party" in template.kinds for template in swaps.templates)
