"""A network of slant-voices' shape, small and random, and examples of our own."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import torch
from transformers import BertConfig, BertModel

from models.training.voices.network import VoicesNetwork

NAMED = (
    ("worldwide", "a", 0, "Orla Bane left Velmark.", [("Orla Bane", "PER", "Person")]),
    ("worldwide", "a", 1, "The Danes stayed.", [("Danes", "OTHER", "NORP")]),
    (
        "wikigold",
        "b",
        0,
        "Hale likes Hymnal.",
        [("Hale", "PER", "PER"), ("Hymnal", "OTHER", "MISC")],
    ),
)
"""(source, document, number, sentence, its entities as (text, type, type in its set))."""

ARTICLE = "Bane said the pier was closed.\n“It leaks,” Hale added. Follow us!"
ATTRIBUTIONS = (
    ("Bane", "said", ("the pier was closed",)),
    ("Hale", "added", ("“It leaks,”",)),
)
DISCARDED = ("Follow us!",)

PAIR = ("Nurses walked out on Monday.", "A walkout of nurses began.")
EVENTS = (("walked", "strike"), ("walkout", "strike"), ("began", "start"))


def tiny_voices(seed: int) -> VoicesNetwork:
    """Two layers, 48 inputs; the same for the same ``seed``."""
    torch.manual_seed(seed)
    config = BertConfig(
        hidden_size=48,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=96,
        attn_implementation="eager",
    )
    return VoicesNetwork(BertModel(config, add_pooling_layer=False)).eval()


def write_sets(folder: Path) -> None:
    """Write the sets that training reads, tiny, with ten documents of each sort."""
    rows: list[dict[str, Any]] = [
        {
            "source": source,
            "doc_id": document,
            "sent_idx": number,
            "split": "train",
            "text": text,
            "entities": json.dumps(
                [
                    {
                        "start": text.index(n),
                        "end": text.index(n) + len(n),
                        "type": t,
                        "original": o,
                    }
                    for n, t, o in entities
                ]
            ),
        }
        for source, document, number, text, entities in NAMED
    ]
    pd.DataFrame(rows).to_parquet(folder / "news_entities.parquet")
    articles = [
        {
            "article_id": f"article {number}",
            "split": "dev" if number == 0 else "train",
            "text": ARTICLE,
            "attributions": json.dumps(
                [
                    {
                        "sources": [_at(s)],
                        "cues": [_at(c)],
                        "contents": [_at(x) for x in content],
                        "kind": "direct" if content[0].startswith("“") else "indirect",
                    }
                    for s, c, content in ATTRIBUTIONS
                ]
            ),
            "discard": json.dumps([_at(passage) for passage in DISCARDED]),
            "other_annotators": "[]",
        }
        for number in range(40)
    ]
    pd.DataFrame(articles).to_parquet(folder / "attributions.parquet")
    sentences = []
    for number, text in enumerate(PAIR):
        events = [
            {"start": text.index(w), "end": text.index(w) + len(w), "cluster": c}
            for w, c in EVENTS
            if w in text
        ]
        for topic in (1, 2, 3):
            sentences.append(
                {
                    "doc_id": f"{topic}_{number}",
                    "sent_idx": 0,
                    "text": text,
                    "events": json.dumps(events),
                }
            )
    pd.DataFrame(sentences).to_parquet(folder / "same_event_sentences.parquet")
    pairs = [
        {
            "topic": str(topic),
            "doc_a": f"{topic}_0",
            "sent_a": 0,
            "doc_b": f"{topic}_1",
            "sent_b": 0,
            "label": label,
            "split": split,
        }
        for topic, label, split in ((1, 1.0, "train"), (2, None, "dev"), (3, 0.0, "train"))
    ]
    pd.DataFrame(pairs).to_parquet(folder / "same_event_pairs.parquet")
    pd.DataFrame({"text": [ARTICLE, *PAIR]}).to_parquet(folder / "news_articles.parquet")


def _at(passage: str) -> list[int]:
    start = ARTICLE.index(passage)
    return [start, start + len(passage)]
