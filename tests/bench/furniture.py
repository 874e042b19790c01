"""Furniture and sentence ends of real articles, against what a reader said of each sentence.

    python -m tests.bench.furniture --data DIR

``DIR`` holds ``judged_articles_*.parquet`` (one row a sentence, with `article`, `start`, `end`,
`paragraph`, `segmentation_ok`, `segmentation_kind`, `is_boilerplate`) and beside each the articles'
texts, ``judged_articles_*_texts.parquet`` (`id`, `title`, `text`). It prints, with counts:

- precision and recall of furniture, one judged sentence being one case: it counts as furniture if
  that is what most of its letters are found to be;
- the same by characters;
- boundary F1: starts of sentences but the first of a paragraph. Where the reader found two
  sentences glued, the right cuts are the stops between letters without a space.

The 95 % intervals of shares are Wilson's (1927).
"""

from __future__ import annotations

import argparse
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.frames import FURNITURE
from analysis.text.parts.parts import parts
from analysis.text.segmentation.sentences import segment

GLUED = re.compile(r"[a-z\d%][.!?](?P<marks>[\"”’]*)(?P<opening>[“‘]?)(?=[A-Z])")
"""A sentence that is glued to the one before it."""


@dataclass
class Counts:
    """What was found right, found wrongly and not found, with an example of each mistake."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    mistakes: list[str] = field(default_factory=list)

    def add(self, true: bool, found: bool, example: str = "") -> None:
        """Count one case; ``example`` is kept if it is a mistake."""
        self.right += true and found
        self.wrong += found and not true
        self.missed += true and not found
        if true != found and example:
            self.mistakes.append(("missed " if true else "wrong  ") + " ".join(example.split()))

    def line(self) -> str:
        """Return precision, recall and F1 with their counts."""
        found, true = self.right + self.wrong, self.right + self.missed
        f1 = 2 * self.right / max(1, found + true)
        return (
            f"precision {share(self.right, found)}   recall {share(self.right, true)}   F1 {f1:.3f}"
        )


def share(part: int, whole: int) -> str:
    """Return a share with its counts and its Wilson interval at 95 %."""
    if not whole:
        return "none"
    p, z = part / whole, 1.96
    middle = (p + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z / (1 + z * z / whole) * (p * (1 - p) / whole + z * z / (4 * whole * whole)) ** 0.5
    return f"{p:.3f} ({part}/{whole}, {middle - half:.3f} to {min(1.0, middle + half):.3f})"


def judged(folder: Path) -> list[tuple[Any, pd.DataFrame]]:
    """Return each judged article of a folder with its judged sentences."""
    found = []
    for texts in sorted(folder.glob("judged_articles_*_texts.parquet")):
        sentences = pd.read_parquet(texts.with_name(texts.name.replace("_texts", "")))
        by_article = dict(list(sentences.groupby("article")))
        for article in pd.read_parquet(texts).itertuples(index=False):
            found.append((article, by_article[article.id].sort_values("start")))
    return found


def glued_starts(text: str) -> list[int]:
    """Return where the sentences begin that are glued to the one before, in one judged sentence.

    A straight quotation mark between the two belongs to the second if those before it are in pairs.
    """
    found = []
    for match in GLUED.finditer(text):
        start = match.start("opening")
        opens = match["marks"].endswith('"') and text.count('"', 0, start - 1) % 2 == 0
        found.append(start - opens)
    return found


def measure(articles: list[tuple[Any, pd.DataFrame]]) -> tuple[Counts, Counts, Counts]:
    """Return the counts of furniture by sentence and by character, and of sentence starts."""
    lines, characters, starts = Counts(), Counts(), Counts()
    for article, rows in articles:
        text = article.text
        sentences = segment(text)
        unwanted: set[int] = set()
        for sentence, part in zip(sentences, parts(text, sentences, article.title), strict=True):
            if part == FURNITURE:
                unwanted.update(range(sentence.start, sentence.end))
        true_starts: set[int] = set()
        known: set[int] = set()
        for row in rows.itertuples(index=False):
            letters = [i for i in range(row.start, row.end) if text[i].isalnum()] or [row.start]
            inside = sum(i in unwanted for i in letters)
            lines.add(bool(row.is_boilerplate), 2 * inside > len(letters), row.text)
            for i in letters:
                characters.add(bool(row.is_boilerplate), i in unwanted)
            true_starts.add(row.start)
            if row.segmentation_kind == "glued":
                true_starts.update(row.start + start for start in glued_starts(row.text))
            if row.segmentation_ok or row.segmentation_kind == "glued":
                known.update(range(row.start, row.end))
        first = set(rows.groupby("paragraph")["start"].min())
        found_starts = {sentence.start for sentence in sentences}
        for start in sorted((true_starts | found_starts) & known - first):
            around = text[max(0, start - 60) : start] + "¦" + text[start : start + 40]
            starts.add(start in true_starts, start in found_starts, around)
    return lines, characters, starts


def main() -> None:
    """Print the figures; with ``--mistakes`` every mistake too."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--data", type=Path, required=True, help="the folder of the judged articles"
    )
    parser.add_argument("--mistakes", action="store_true", help="print every mistake too")
    options = parser.parse_args()
    articles = judged(options.data)
    if not articles:
        parser.error(f"{options.data} holds no judged_articles_*_texts.parquet; name its folder")
    started = time.process_time()
    lines, characters, starts = measure(articles)
    took = time.process_time() - started
    words = sum(len(article.text.split()) for article, _ in articles)
    print(f"{len(articles)} articles, {sum(len(rows) for _, rows in articles)} judged sentences")
    print("furniture, sentences ", lines.line())
    print("furniture, characters", characters.line())
    print("sentence starts      ", starts.line())
    print(f"processor time of segmentation and parts: {1e6 * took / words:.1f} ms for 1,000 words")
    if options.mistakes:
        print(*lines.mistakes, *starts.mistakes, sep="\n")


if __name__ == "__main__":
    main()
