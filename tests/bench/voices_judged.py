"""Whose words: voices and speakers of real articles, against what a reader said of each sentence.

    python -m tests.bench.voices_judged --data DIR

``DIR`` holds ``judged_articles_*.parquet`` (one row a sentence, with `article`, `start`, `end`,
`text`, `loaded`, `speaker`, `speaker_name`, `is_boilerplate`) and beside each the articles' texts,
``judged_articles_*_texts.parquet`` (`id`, `title`, `text`). Lines that are not the article are left
out. A judged sentence has the voice and the speaker of the found sentence with which it shares most
characters. It prints

- how many judged sentences of each voice were found as which;
- precision, recall and F1 of each voice, with 95 % intervals: bootstrap, 500 draws of articles;
- of the sentences whose speaker the reader named, how many have a speaker of that surname;
- of the clearly loaded sentences, the share that is the outlet's own, as judged and as found.

``--mistakes`` prints every sentence with another voice or speaker than the reader's.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import analyze
from analysis.frames import VOICES
from models.evaluation.metrics import bootstrap_interval, f1_of_class, share_interval

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
AFTER_NAMES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What may stand after a surname."""

CLEARLY_LOADED = 2


@dataclass(frozen=True)
class Sentence:
    """A judged sentence and what was found of it.

    ``judged`` and ``found`` are voices; a found sentence that is furniture has the voice
    ``furniture``. ``names`` are what the reader called the speaker, ``speaker`` what was found.
    """

    article: str
    text: str
    judged: str
    found: str
    names: str
    speaker: str
    loaded: int


def surname(name: str) -> str:
    """The last word of a name in lower case, without possessives and what follows surnames."""
    words = [re.sub(r"['’]s$", "", word.lower()) for word in WORD.findall(name)]
    while len(words) > 1 and words[-1] in AFTER_NAMES:
        words.pop()
    return words[-1] if words else ""


def surnames(names: str) -> set[str]:
    """The surnames of one or several people, between which stand commas or “and”."""
    return {surname(one) for one in re.split(r",|;|/| and | & ", names)} - {""}


def is_named(names: str) -> bool:
    """Whether a speaker is given by name: a word of it has a capital, as in the article."""
    return any(word[0].isupper() for word in WORD.findall(names))


def sentences_of(folder: Path) -> list[Sentence]:
    """Analyse every judged article of a folder and pair its sentences with the judged ones."""
    found: list[Sentence] = []
    for texts in sorted(folder.glob("judged_articles_*_texts.parquet")):
        judged = pd.read_parquet(texts.with_name(texts.name.replace("_texts", "")))
        rows_of = dict(list(judged[~judged["is_boilerplate"].astype(bool)].groupby("article")))
        for article in pd.read_parquet(texts).itertuples(index=False):
            if article.id in rows_of:
                frame = analyze(article.text, title=article.title, any_language=True).sentences
                found += paired(rows_of[article.id], frame)
    return found


def paired(judged: pd.DataFrame, frame: pd.DataFrame) -> Iterable[Sentence]:
    """Yield the judged sentences of one article with what was found of them."""
    starts, ends = frame["start"].to_numpy(), frame["end"].to_numpy()
    for row in judged.itertuples(index=False):
        shared = np.minimum(ends, row.end) - np.maximum(starts, row.start)
        best = frame.iloc[int(shared.argmax())]
        yield Sentence(
            article=str(row.article),
            text=row.text,
            judged=row.speaker,
            found=best["voice"] if best["part"] != "furniture" else "furniture",
            names=row.speaker_name or "",
            speaker=best["speaker"] or "",
            loaded=int(row.loaded),
        )


def share(part: int, whole: int) -> str:
    """Return a share with its counts and its 95 % interval (Wilson 1927)."""
    if not whole:
        return "none"
    low, high = share_interval(part, whole)
    return f"{part / whole:.3f} ({part}/{whole}, {low:.3f} to {high:.3f})"


def voice_line(rows: Sequence[Sentence], voice: str) -> str:
    """Return precision, recall and F1 of a voice."""
    judged = np.array([int(row.judged == voice) for row in rows])
    found = np.array([int(row.found == voice) for row in rows])
    right = int((judged & found).sum())
    low, high = bootstrap_interval(
        lambda drawn: f1_of_class(judged[drawn], found[drawn], 1), [row.article for row in rows]
    )
    return (
        f"{voice:<9} precision {share(right, int(found.sum()))}   "
        f"recall {share(right, int(judged.sum()))}   "
        f"F1 {f1_of_class(judged, found, 1):.3f} ({low:.3f} to {high:.3f})"
    )


def same_speaker(row: Sentence) -> bool:
    """Whether the found speaker has a surname that the reader gave."""
    return bool(surnames(row.speaker) & surnames(row.names))


def speaker_lines(rows: Sequence[Sentence]) -> list[str]:
    """Return how often the speaker is right where the reader gave a name, or only a description."""
    lines = []
    for kind, named in (("by name", True), ("by description", False)):
        here = [r for r in rows if r.judged != "outlet" and r.names and is_named(r.names) == named]
        given = [row for row in here if row.speaker]
        right = sum(same_speaker(row) for row in given)
        lines.append(
            f"speakers given {kind}: {len(here)} sentences, with a speaker {len(given)}; "
            f"right of these {share(right, len(given))}, of all {share(right, len(here))}"
        )
    wrongly = [row for row in rows if row.judged == "outlet"]
    lines.append(
        "outlet's sentences to which a speaker was given "
        + share(sum(bool(row.speaker) for row in wrongly), len(wrongly))
    )
    return lines


def main() -> None:
    """Print the figures; with ``--mistakes`` every mistake too."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--data", type=Path, required=True, help="the folder of the judged articles"
    )
    parser.add_argument("--mistakes", action="store_true", help="print every mistake too")
    options = parser.parse_args()
    rows = sentences_of(options.data)
    if not rows:
        parser.error(f"{options.data} holds no judged_articles_*_texts.parquet; name its folder")
    print(f"{len({row.article for row in rows})} articles, {len(rows)} judged sentences")
    table = pd.crosstab(
        pd.Series([row.judged for row in rows], name="judged"),
        pd.Series([row.found for row in rows], name="found"),
    )
    found = [*VOICES, *(["furniture"] if "furniture" in table else [])]
    print(table.reindex(index=VOICES, columns=found, fill_value=0), end="\n\n")
    for voice in VOICES:
        print(voice_line(rows, voice))
    print(*speaker_lines(rows), sep="\n")
    loaded = [row for row in rows if row.loaded == CLEARLY_LOADED]
    for what in ("judged", "found"):
        own = share(sum(getattr(row, what) == "outlet" for row in loaded), len(loaded))
        print(f"clearly loaded sentences that are the outlet's own, as {what} {own}")
    if options.mistakes:
        for row in rows:
            wrong = row.judged != "outlet" and row.names and not same_speaker(row)
            if row.judged != row.found or wrong:
                print(f"{row.judged} > {row.found} [{row.names} > {row.speaker}] {row.text}")


if __name__ == "__main__":
    main()
