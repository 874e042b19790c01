"""Labelled sets, unlabelled articles and encoders, all tiny, in the form that training reads."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

SENTENCES = Path(__file__).parents[2] / "gold" / "gate_loaded.csv"
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
SENTIMENTS = ("negative", "neutral", "positive")


def _rows() -> list[dict[str, str]]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _spans(row: dict[str, str]) -> list[list[int]]:
    words = row["words"].split("|") if row["words"] else []
    return [[row["text"].index(word), row["text"].index(word) + len(word)] for word in words]


def write_sets(folder: Path) -> None:
    """Write every Parquet file that `models/training/README.md` names; the same each time."""
    rows = _rows()
    folder.mkdir(exist_ok=True)
    babe: list[dict[str, Any]] = []
    ptc: list[dict[str, Any]] = []
    news: list[dict[str, Any]] = []
    films: list[dict[str, Any]] = []
    for i, row in enumerate(rows):
        label, spans = int(row["loaded"]), _spans(row)
        mood = SENTIMENTS.index(row["sentiment"]) - 1
        if i % 4 < 2:
            babe.append(
                {
                    "text": row["text"],
                    "outlet": f"Outlet {i // 2 % 7}",
                    "url": f"https://news.example/{i // 2}",
                    "label": label,
                    "label_opinion": ("Entirely factual", "Expresses writer's opinion")[label],
                    "n_biased": 4 if label else 1,
                    "n_votes": 5,
                    "biased_spans": json.dumps(spans),
                    "word_votes": json.dumps({row["text"][a:b]: 3 for a, b in spans}),
                }
            )
        if i % 4 > 0:
            technique = ("Loaded_Language", "Doubt")[i % 2]
            ptc.append(
                {
                    "text": f"Once more: {row['text']}",
                    "article_id": i // 2,
                    "duplicate": False,
                    "loaded_language": int(label and not i % 2),
                    "name_calling": 0,
                    "spans": json.dumps(
                        [{"technique": technique, "start": a + 11, "end": b + 11} for a, b in spans]
                    ),
                }
            )
        news.append(
            {
                "text": f"Jane Orr knows: {row['text']}",
                "sent_id": f"all_news_{i // 2}_{i}",
                "start": 0,
                "end": 8,
                "polarity": mood,
                "split": "devtest_mt" if i % 10 == 9 else "train",
            }
        )
        films.append(
            {
                "text": f"This film: {row['text']}",
                "label5": (0, 2, 4)[mood + 1],
                "label3": mood,
                "split": ("train", "train", "dev", "test")[i % 4],
            }
        )
    articles = [
        {
            "outlet": f"Outlet {i % 9}",
            "text": "\n".join(row["text"] for row in rows[i : i + 8]),
        }
        for i in range(0, len(rows), 5)
    ]
    first = [{"text": babe[0]["text"], "n_biased": 8, "n_votes": 8}]
    for name, content in (
        ("babe_train", babe),
        ("babe_sg1", first),
        ("ptc_train", ptc),
        ("newsmtsc", news),
        ("sst5", films),
        ("news_articles", articles),
    ):
        pd.DataFrame(content).to_parquet(folder / f"{name}.parquet")


def write_encoders(folder: Path) -> tuple[Path, Path]:
    """Write an encoder of the small network's kind and one of the large teacher's, both random,
    with a tokenizer that knows most words of the sets; return their folders."""
    found = sorted({word for row in _rows() for word in re.findall(r"\w+", row["text"].lower())})
    vocabulary = {token: number for number, token in enumerate([*SPECIAL, *found, *".,:?!’“”"])}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    small, large = folder / "small", folder / "large"
    shape = {
        "vocab_size": len(vocabulary),
        "hidden_size": 32,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": 48,
    }
    torch.manual_seed(11)
    BertModel(BertConfig(**shape), add_pooling_layer=False).save_pretrained(small)
    MPNetModel(MPNetConfig(**shape), add_pooling_layer=False).save_pretrained(large)
    for encoder in (small, large):
        tokenizer.save(str(encoder / "tokenizer.json"))
    return small, large
