import csv
import hashlib
import random
from dataclasses import replace
from pathlib import Path

import pytest

from models.corpora import Example
from models.errors import DataError
from models.invariance import suite
from models.training.data.name_templates import (
    NameTemplates,
    fill_templates,
    read_name_templates,
    replace_people,
)


@pytest.fixture(scope="module")
def source() -> NameTemplates:
    return read_name_templates()


def test_every_template_has_one_slot_and_known_kinds(source: NameTemplates) -> None:
    for template in source.templates:
        assert template.text.count("{name}") == 1
        assert set(template.kinds) <= set(suite.KINDS)
    assert set(source.names) == set(suite.KINDS)


def test_half_of_the_measured_names_are_kept_from_training(source: NameTemplates) -> None:
    trained = {name.casefold() for names in source.names.values() for name in names}
    assert trained & {name.name.casefold() for name in suite.read_suite().names}
    for name in suite.read_suite().names:
        kept_out = hashlib.sha1(name.name.encode()).hexdigest()[0] in "89abcdef"
        assert not (kept_out and name.name.casefold() in trained), name


def test_no_template_is_a_sentence_of_the_suite(source: NameTemplates) -> None:
    measured = suite.read_suite()
    theirs = {t.text for t in measured.templates} | {s.text for s in measured.sentences}
    assert not theirs & {template.text for template in source.templates}


def test_templates_are_filled_with_names_of_their_kinds(source: NameTemplates) -> None:
    examples = fill_templates(source, 2, random.Random(4))
    assert len(examples) == 2 * len(source.templates)
    for example, template in zip(examples[::2], source.templates, strict=True):
        before, after = template.text.split("{name}")
        text = example.text
        assert text.casefold().startswith(before.casefold())
        assert text.endswith(after)
        name = text[len(before) : len(text) - len(after)]
        names = {n.casefold() for kind in template.kinds for n in source.names[kind]}
        assert name.casefold() in names
        assert example.sentiment is not None
        assert example.sentiment[template.sentiment] == 1
        assert example.loaded == template.loaded


def test_people_are_swapped_where_they_are_named_and_nothing_else(source: NameTemplates) -> None:
    text = "Critics of Jane Orr said she erred."
    person = Example(text, "newsmtsc", "train", sentiment=(1.0, 0.0, 0.0), target=(11, 19))
    pronoun = Example(text, "newsmtsc", "train", sentiment=(1.0, 0.0, 0.0), target=(25, 28))
    swapped, same, unasked = (
        replace_people([person], source, 1.0, random.Random(1))
        + replace_people([pronoun], source, 1.0, random.Random(1))
        + replace_people([person], source, 0.0, random.Random(1))
    )
    assert same.text == unasked.text == text
    assert swapped.target is not None
    start, end = swapped.target
    assert swapped.text[start:end] in source.names["politician"]
    assert swapped.text[:start] + "Jane Orr" + swapped.text[end:] == text


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    with (tmp_path / "names.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["kind", "name"], ["party", "the Orchard Party"]])
    with pytest.raises(DataError, match="can't be read"):
        read_name_templates(tmp_path)


def test_a_name_of_more_weight_is_drawn_oftener(source: NameTemplates) -> None:
    heavy = replace(source, weights={"Fianna Fáil": 1e9})
    texts = [e.text for e in fill_templates(heavy, 3, random.Random(4))]
    count = sum("Fianna Fáil" in text for text in texts)
    assert count == 3 * sum("party" in template.kinds for template in source.templates)
