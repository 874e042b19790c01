"""Named entities → windows with a tag for each word."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from tokenizers import Tokenizer

from models.evaluation.voices.held_out import GROUPS, KIND_OF_TYPE, WITH_GROUPS
from models.inference.voices.labels import NAME_TAGS
from models.inference.voices.shapes import CAPITAL, CAPITALS, HEADLINE, LOWER, SHAPE_COUNT
from models.inference.voices.windows import Window, windows

FILE = "news_entities.parquet"

#: The sets in it.
SOURCES = ("worldwide", "btc", "wnut17", "wikigold", "re3d")

#: Types of the other sets that may hold groups of people: their words have no target.
_UNSURE = frozenset({"MISC"})

#: Sentences of one document are joined up to about so many characters, so that windows look like
#: paragraphs.
JOINED = 400

IGNORED = -100
"""The tag of tokens without a target."""

#: Shares of windows whose words are given the shapes of a headline in title case or in capitals.
TITLE_CASED, UPPER_CASED = 0.06, 0.03


@dataclass(frozen=True)
class NamesExample:
    """A window; `tags` are indexes into `NAME_TAGS`, `IGNORED` where there is no target.
    `groups` tells whether groups of people are annotated."""

    window: Window
    tags: list[int]
    groups: bool


def read_names(folder: Path, split: str, sources: Sequence[str] | None = None) -> pd.DataFrame:
    """Rows of `news_entities.parquet`: one sentence each, in the order of their documents."""
    rows = pd.read_parquet(folder / FILE)
    rows = rows[rows["split"] == split]
    if sources is not None:
        rows = rows[rows["source"].isin(sources)]
    return rows.sort_values(["source", "doc_id", "sent_idx"], kind="stable")


def entities_of(entities: str) -> list[tuple[int, int, str | None]]:
    """(start, end, kind) of each entity in a row's JSON; kind None where it is not said."""
    found: list[tuple[int, int, str | None]] = []
    for entity in json.loads(entities):
        kind = KIND_OF_TYPE.get(entity["type"])
        if entity["original"] in GROUPS:
            kind = "group"
        elif kind is None and entity["original"] not in _UNSURE:
            continue
        found.append((entity["start"], entity["end"], kind))
    return found


def names_examples(
    rows: pd.DataFrame, tokenizer: Tokenizer, rng: random.Random
) -> list[NamesExample]:
    """Windows of one to a few consecutive sentences of a document."""
    examples: list[NamesExample] = []
    for (source, _), document in rows.groupby(["source", "doc_id"], sort=False):
        text = ""
        spans: list[tuple[int, int, str | None]] = []
        room = rng.randint(1, JOINED)
        for sentence, entities in zip(document["text"], document["entities"], strict=True):
            if text and (len(text) + len(sentence) > room or source in ("btc", "wnut17")):
                examples += _examples(text, spans, str(source), tokenizer)
                text, spans = "", []
                room = rng.randint(1, JOINED)
            if text:
                text += " "
            spans += [(len(text) + a, len(text) + b, kind) for a, b, kind in entities_of(entities)]
            text += sentence
        examples += _examples(text, spans, str(source), tokenizer)
    return examples


def _examples(
    text: str, spans: Sequence[tuple[int, int, str | None]], source: str, tokenizer: Tokenizer
) -> Iterable[NamesExample]:
    for window in windows(text, tokenizer):
        tags = [0 if word else IGNORED for word in window.words]
        for start, end, kind in spans:
            first = True
            for index, (a, _) in enumerate(window.offsets):
                if window.words[index] and start <= a < end:
                    tag = IGNORED if kind is None else NAME_TAGS.index(f"{'BI'[not first]}-{kind}")
                    tags[index] = tag
                    first = False
        yield NamesExample(window, tags, source in WITH_GROUPS)


def recased(codes: Sequence[int], rng: random.Random) -> list[int]:
    """The codes as if the window were a headline, now and then; names look the same there."""
    draw = rng.random()
    if draw >= TITLE_CASED + UPPER_CASED:
        return list(codes)
    shown = CAPITAL if draw < TITLE_CASED else CAPITALS
    changed = []
    for code in codes:
        shape, rest = code % SHAPE_COUNT, code - code % SHAPE_COUNT
        if shape == LOWER or (shape == CAPITAL and shown == CAPITALS):
            shape = shown
        changed.append(shape + rest + (0 if code // HEADLINE % 2 else HEADLINE))
    return changed
