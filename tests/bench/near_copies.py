"""Near-identical articles among edited copies of the samples, other tellings and other events.

    python -m tests.bench.near_copies [--mistakes]

Every sample is edited in each of the ways below, several times with a seeded generator. Each copy
is compared with its original, which must be found to be the same text or a near copy; each sample
is compared with every other, of its own event or not, which must not. It prints precision, recall
and F1 with counts, the extremes of the share of words that stand alike, and how exactly sentences
that differ are found: those that an edit changed, put in or took out, on both sides.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations, pairwise

from analysis.comparison.relations import NEAR_COPY_FROM, alike
from analysis.reading.samples import Sample, samples
from analysis.scoring.wording.spelling import to_american
from analysis.text.segmentation.sentences import segment
from tests.bench.furniture import Counts

SEED = 22
TIMES = 3
"""How often each sample is edited in each way."""

PUT_IN = (
    "Readers who saw any of this are asked to write to the editors.",
    "Our reporters will follow the story through the week.",
    "Nothing else was known when this edition went to press.",
)
"""Sentences that no sample has, for a paragraph put in."""
OTHER_WORDS = ("lamp", "pebble", "orchard", "kettle", "marble", "ribbon", "saddle", "thimble")
"""Words that replace others; no sample has them but by chance, and then for something else."""


@dataclass(frozen=True)
class Copy:
    """An edited copy: its sentences by paragraph, those of them that are new or changed, and those
    of the original that are no longer in it."""

    paragraphs: list[list[str]]
    new: set[str]
    gone: set[str]


Edit = Callable[[list[list[str]], random.Random], Copy]


def cut(paragraphs: list[list[str]], chance: random.Random) -> Copy:
    """Cut the last paragraphs, at most half of them."""
    kept = len(paragraphs) - chance.randint(1, len(paragraphs) // 2)
    gone = {sentence for paragraph in paragraphs[kept:] for sentence in paragraph}
    return Copy(paragraphs[:kept], set(), gone)


def retitled(paragraphs: list[list[str]], chance: random.Random) -> Copy:
    """Give it another headline."""
    title = " ".join(chance.sample(OTHER_WORDS, 6)).capitalize()
    return Copy([[title], *paragraphs[1:]], {title}, set(paragraphs[0]))


def swapped(paragraphs: list[list[str]], chance: random.Random) -> Copy:
    """Put a fifth of the sentences of the body elsewhere."""
    title, *body = paragraphs
    flat = [sentence for paragraph in body for sentence in paragraph]
    places = chance.sample(range(len(flat)), len(flat) // 5)
    for one, other in pairwise(places):
        flat[one], flat[other] = flat[other], flat[one]
    sizes = [len(paragraph) for paragraph in body]
    starts = [sum(sizes[:number]) for number in range(len(sizes))]
    moved = [flat[start : start + size] for start, size in zip(starts, sizes, strict=True)]
    return Copy([title, *moved], set(), set())


def reworded(paragraphs: list[list[str]], chance: random.Random) -> Copy:
    """Replace 1 to 15 % of the words."""
    share = chance.uniform(0.01, 0.15)
    new: set[str] = set()
    gone: set[str] = set()

    def word(match: re.Match[str]) -> str:
        if chance.random() >= share:
            return match[0]
        other = chance.choice(OTHER_WORDS)
        return other.capitalize() if match[0][0].isupper() else other

    def reworded_sentence(sentence: str) -> str:
        changed = re.sub(r"[^\W\d_]{3,}", word, sentence)
        if changed != sentence:
            new.add(changed)
            gone.add(sentence)
        return changed

    changed = [[reworded_sentence(sentence) for sentence in each] for each in paragraphs]
    return Copy(changed, new, gone)


def inserted(paragraphs: list[list[str]], chance: random.Random) -> Copy:
    """Put in a paragraph."""
    place = chance.randint(1, len(paragraphs))
    return Copy([*paragraphs[:place], list(PUT_IN), *paragraphs[place:]], set(PUT_IN), set())


def respelt(paragraphs: list[list[str]], chance: random.Random) -> Copy:
    """Write it with straight quotes, other spaces and accents, American spelling of the plainer
    words, and a headline in capitals."""

    def plain(sentence: str) -> str:
        quotes = str.maketrans("“”‘’", "\"\"''")
        spaced = to_american(sentence.translate(quotes)).replace(" ", "\N{NO-BREAK SPACE}", 2)
        return unicodedata.normalize("NFD", spaced)

    title, *rest = [[plain(sentence) for sentence in each] for each in paragraphs]
    return Copy([[sentence.upper() for sentence in title], *rest], set(), set())


def all_together(paragraphs: list[list[str]], chance: random.Random) -> Copy:
    """Replace 1 to 15 % of the words, cut the end, give another headline, put in a paragraph."""
    changed = reworded(paragraphs, chance)
    kept = chance.randint(len(paragraphs) // 2, len(paragraphs) - 1)
    titled = retitled(changed.paragraphs[:kept], chance)
    longer = inserted(titled.paragraphs, chance)
    cut_off = {sentence for paragraph in paragraphs[kept:] for sentence in paragraph}
    gone = changed.gone | cut_off | set(paragraphs[0])
    return Copy(longer.paragraphs, changed.new | titled.new | longer.new, gone)


EDITS: tuple[Edit, ...] = (cut, retitled, swapped, reworded, inserted, respelt, all_together)


def by_paragraph(text: str) -> list[list[str]]:
    """Return the sentences of a text, one list a paragraph."""
    found: dict[int, list[str]] = {}
    for sentence in segment(text):
        found.setdefault(sentence.paragraph, []).append(text[sentence.start : sentence.end])
    return list(found.values())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[sentence.start : sentence.end] for sentence in segment(text)]


def as_text(paragraphs: list[list[str]]) -> str:
    """Return the text of sentences by paragraph."""
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)


def main() -> None:
    """Print the figures; with ``--mistakes`` every mistake too."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--mistakes", action="store_true", help="print every mistake too")
    options = parser.parse_args()
    chance = random.Random(SEED)
    found = samples()
    copies, differing = Counts(), Counts()
    by_edit: dict[str, list[float]] = {}
    for sample in found:
        for edit in EDITS:
            for _ in range(TIMES):
                share = _one(sample, edit, chance, copies, differing)
                by_edit.setdefault(edit.__name__, []).append(share)
    others: dict[str, list[float]] = {"another telling": [], "another event": []}
    for one, other in combinations(found, 2):
        both = alike(sentences(one.text), sentences(other.text))
        copies.add(False, both.is_copy, f"{one.slug} and {other.slug}")
        others["another telling" if one.event == other.event else "another event"].append(
            both.share
        )
    print(f"{len(found)} samples, near copies from {NEAR_COPY_FROM:.2f} of the words")
    print("same text or near copy", copies.line())
    print("sentences that differ ", differing.line())
    for name, shares in (by_edit | others).items():
        print(f"{name:16} {len(shares):4}  share {min(shares):.3f} to {max(shares):.3f}")
    if options.mistakes:
        print(*copies.mistakes, *differing.mistakes, sep="\n")


def _one(
    sample: Sample, edit: Edit, chance: random.Random, copies: Counts, differing: Counts
) -> float:
    """Count what is found of one edited copy; return the share of words that stand alike."""
    original = by_paragraph(sample.text)
    copy = edit(original, chance)
    text = as_text(copy.paragraphs)
    a, b = sentences(sample.text), sentences(text)
    both = alike(a, b)
    copies.add(True, both.is_copy, f"{sample.slug}, {edit.__name__}")
    for texts, changed, places in (
        (a, copy.gone, both.differing_a),
        (b, copy.new, both.differing_b),
    ):
        for place, sentence in enumerate(texts):
            note = f"{edit.__name__} of {sample.slug}: {sentence}"
            differing.add(sentence in changed, place in places, note)
    return both.share


if __name__ == "__main__":
    main()
