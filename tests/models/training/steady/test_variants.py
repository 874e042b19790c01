"""Variants of sentences: other names, no full stop."""

import random

from models.corpora import Example
from models.invariance.people import person
from models.training.steady.variants import NAMES_EACH, name_variants, people_in, stop_variants

SUBSTITUTES = [person(f"Ada Numan{n}") for n in range(12)]


def target(text: str, name: str) -> Example:
    start = text.index(name)
    return Example(text, "newsmtsc", "train", target=(start, start + len(name)))


def test_people_are_targets_of_several_sentences_and_those_known() -> None:
    examples = [
        *[target(f"{n} times Jane Orrin spoke.", "Jane Orrin") for n in range(3)],
        *[target(f"{n} times Jane Orrin’s bill fell.", "Jane Orrin’s") for n in range(2)],
        *[target(f"{n} times President Holm spoke.", "President Holm") for n in range(3)],
        target("Once Peter Holm spoke.", "Peter Holm"),
        *[target(f"{n} times he spoke.", "he") for n in range(3)],
    ]
    assert [p.full for p in people_in(examples, ["Al Gore"])] == ["Al Gore", "Jane Orrin"]


def test_each_variant_differs_in_its_names_only() -> None:
    people = [person("Jane Orrin"), person("Peter Holm")]
    sentences = ["Nobody spoke.", "Orrin met Peter Holm and praised Holm.", "HOLM LEFT."]
    rng = random.Random(1)
    (found,) = name_variants(sentences, people, SUBSTITUTES, 5, 2, rng)
    assert found.texts[0] == sentences[1]
    assert len(found.texts) == 1 + NAMES_EACH
    assert found.trained == (0, 1, 2)
    for text in found.texts[1:]:
        words = text.rstrip(".").split()
        assert [words[i] for i in (1, 4, 5)] == ["met", "and", "praised"]
        assert words[2] == "Ada"
        assert words[3] == words[6]
        assert words[0] != words[3]


def test_no_more_than_asked_for() -> None:
    sentences = [f"On day {n} Orrin spoke." for n in range(9)]
    found = name_variants(sentences, [person("Jane Orrin")], SUBSTITUTES, 4, 1, random.Random(1))
    assert [variants.texts[0] for variants in found] == sentences[:4]


def test_a_full_stop_is_there_and_is_not() -> None:
    found = stop_variants(["It rained.", "Did it?", "It snowed.", "It hailed."], 2)
    assert [v.texts for v in found] == [("It rained.", "It rained"), ("It snowed.", "It snowed")]
