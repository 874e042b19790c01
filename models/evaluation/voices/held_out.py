"""The held-out rows of the three labelled sets that slant-voices is measured on.

Of these only the split ``dev`` is measured on: nothing that the network may have been trained on.
`models/training/voices/README.md` says where the sets come from.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from models.errors import DataError
from models.inference.voices.labels import KINDS

Spans = tuple[tuple[int, int], ...]

#: (start, end, kind) of a name; the kinds are those of `KINDS`.
Name = tuple[int, int, str]

#: Kind of a name by the set's type. Groups of people are among its "OTHER" and told apart by the
#: type in the set of origin.
KIND_OF_TYPE = {"PER": "person", "ORG": "organisation", "LOC": "place"}
GROUPS = frozenset({"NORP", "Nationality"})

#: The sets in which groups of people are marked: elsewhere a group that the network finds is
#: neither right nor wrong.
WITH_GROUPS = frozenset({"worldwide", "re3d"})

#: How much of an attribution's content stands in quotation marks: nearly all, none, some.
AttributionKind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True)
class NamedText:
    """A sentence with its names marked.

    Attributes:
        text: the sentence.
        source: the set it is from, such as ``worldwide``.
        document: key of its document.
        names: those of the four kinds; offsets into `text`.
        kinds: the kinds that are marked in this set.
    """

    text: str
    source: str
    document: str
    names: tuple[Name, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class MarkedAttribution:
    """One attribution as an annotator marked it; each part is a tuple of spans, in order."""

    source: Spans
    cue: Spans
    content: Spans
    kind: AttributionKind


@dataclass(frozen=True)
class AttributedArticle:
    """An article with every attribution marked.

    Attributes:
        article: its key.
        text: paragraphs and all.
        attributions: of the annotator whose work is closest to that of the others.
        discard: spans that the annotators set aside, such as an editor's note.
        others: the attributions of other annotators; empty for most articles.
    """

    article: str
    text: str
    attributions: tuple[MarkedAttribution, ...]
    discard: Spans
    others: tuple[tuple[MarkedAttribution, ...], ...]


@dataclass(frozen=True)
class FactPair:
    """Two sentences from two documents of one topic.

    Attributes:
        first, second: the sentences.
        same: whether they report the same event.
        topic: key of the topic.
        one_story: whether both documents are about one occurrence; otherwise they are about two of
            a kind, such as two earthquakes.
    """

    first: str
    second: str
    same: bool
    topic: str
    one_story: bool


@dataclass(frozen=True)
class HeldOut:
    """All that slant-voices is measured on.

    Attributes:
        names: sentences with names.
        articles: articles with attributions.
        read_by_several: articles that several annotators marked, of any split: what people agree
            on is measured on them, never the network.
        pairs: pairs of sentences.
        train_sentences: sentences of the topics for training, from which the baseline of the pairs
            learns how rare each word is.
    """

    names: Sequence[NamedText]
    articles: Sequence[AttributedArticle]
    read_by_several: Sequence[AttributedArticle]
    pairs: Sequence[FactPair]
    train_sentences: Sequence[str]


def read_held_out(folder: Path) -> HeldOut:
    """Read the held-out rows from the files in `folder`.

    Raises:
        DataError: a file is missing or can't be read; the message names it.
    """
    articles = read_attributed(folder)
    sentences = _records(folder, "same_event_sentences.parquet")
    return HeldOut(
        names=[_named(row) for row in _records(folder, "news_entities.parquet") if _is_dev(row)],
        articles=[article for split, article in articles if split == "dev"],
        read_by_several=[article for _, article in articles if article.others],
        pairs=_pairs(_records(folder, "same_event_pairs.parquet"), sentences),
        train_sentences=[row["text"] for row in sentences if row["split"] == "train"],
    )


def read_attributed(folder: Path) -> list[tuple[str, AttributedArticle]]:
    """All articles with attributions, each with its split, train or dev.

    Raises:
        DataError: the file is missing or can't be read.
    """
    return [_article(row) for row in _records(folder, "attributions.parquet")]


def _records(folder: Path, name: str) -> list[dict[str, Any]]:
    import pandas as pd

    path = folder / name
    if not path.is_file():
        raise DataError(f"{path} is missing: name the folder with the labelled sets, --data DIR.")
    try:
        return cast(list[dict[str, Any]], pd.read_parquet(path).to_dict("records"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path} can't be read ({error}): restore it.") from error


def _is_dev(row: dict[str, Any]) -> bool:
    return bool(row["split"] == "dev")


def _named(row: dict[str, Any]) -> NamedText:
    marked = [
        (
            entity["start"],
            entity["end"],
            "group" if entity["original"] in GROUPS else KIND_OF_TYPE.get(entity["type"], ""),
        )
        for entity in json.loads(row["entities"])
    ]
    kinds = KINDS if row["source"] in WITH_GROUPS else KINDS[:3]
    return NamedText(
        text=row["text"],
        source=row["source"],
        document=f"{row['source']} {row['doc_id']}",
        names=tuple((start, end, kind) for start, end, kind in marked if kind in kinds),
        kinds=kinds,
    )


def _article(row: dict[str, Any]) -> tuple[str, AttributedArticle]:
    """The split and the article of a row."""
    return row["split"], AttributedArticle(
        article=row["article_id"],
        text=row["text"],
        attributions=_attributions(json.loads(row["attributions"])),
        discard=_spans(json.loads(row["discard"] or "[]")),
        others=tuple(
            _attributions(other["attributions"])
            for other in json.loads(row["other_annotators"] or "[]")
        ),
    )


def _attributions(marked: Sequence[dict[str, Any]]) -> tuple[MarkedAttribution, ...]:
    return tuple(
        MarkedAttribution(
            _spans(one["sources"]), _spans(one["cues"]), _spans(one["contents"]), one["kind"]
        )
        for one in marked
    )


def _spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(sorted((start, end) for start, end in pairs))


def _pairs(rows: Sequence[dict[str, Any]], sentences: Sequence[dict[str, Any]]) -> list[FactPair]:
    """The held-out pairs that annotators decided; those in between (no label) are left out."""
    text_of = {(row["doc_id"], row["sent_idx"]): row["text"] for row in sentences}
    return [
        FactPair(
            first=text_of[row["doc_a"], row["sent_a"]],
            second=text_of[row["doc_b"], row["sent_b"]],
            same=bool(row["label"] == 1),
            topic=row["topic"],
            one_story=bool(row["subtopic_a"] == row["subtopic_b"]),
        )
        for row in rows
        if _is_dev(row) and row["label"] in (0, 1)
    ]
