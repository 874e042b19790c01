"""Sets that ask related questions, for the first stage of training alone.

What is biased in Wikipedia, a persuasion technique or a subjective sentence elsewhere is near to
what is loaded here. Each set's strictness is learnt beside it (`models.training.network`), and
nothing is ever reported on its rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np

from models.corpora import Example, records

#: Neutral statements of Wikipedia's featured articles taken, easy ones beside the hard ones.
EASY_STATEMENTS = 1500

#: Repeated sentences of PTC no longer than this are headings and the like, and may stay.
SHORTEST_REPEATED = 25

_NO_WORD = re.compile(r"\W+")


def _judged(text: str, corpus: str, loaded: float) -> Example:
    return Example(text, corpus, "train", loaded=loaded, loaded_label=int(loaded >= 0.5))


def read_npov(folder: Path) -> list[Example]:
    """Wikipedia statements removed as biased, and neutral ones (Hube and Fetahu 2019)."""
    rows = records(folder, "wiki_npov_statements.parquet")
    easy = [row for row in rows if row["subset"] == "neutral_featured"]
    kept = [row for row in rows if row["subset"] in {"biased", "neutral_cw_hard"}]
    chosen = np.random.RandomState(1).permutation(len(easy))[:EASY_STATEMENTS]
    kept += [easy[number] for number in chosen]
    return [_judged(row["text"], "npov", float(row["label"])) for row in kept]


def read_semeval(folder: Path) -> list[Example]:
    """Paragraphs of SemEval-2023 task 3 (Piskorski et al. 2023): loaded or name calling.

    Left out is what repeats the Propaganda Techniques Corpus, some of which is tested on.
    """
    known = list(dict.fromkeys(_plain(row["text"]) for row in records(folder, "ptc_train.parquet")))
    known = [text for text in known if len(text) > SHORTEST_REPEATED]
    everything = "\n".join(known)
    examples = []
    for row in records(folder, "semeval2023_task3_en.parquet"):
        text = _plain(row["text"])
        if row["overlaps_ptc_train"] or len(text.split()) < 3:
            continue
        if text not in everything and not any(sentence in text for sentence in known):
            loaded = float(row["loaded_language"] or row["name_calling"])
            examples.append(_judged(row["text"], "semeval", loaded))
    return examples


def _plain(text: str) -> str:
    return _NO_WORD.sub(" ", text.lower()).strip()


def read_ukraine(folder: Path) -> list[Example]:
    """Sentences on the crisis in Ukraine with subjectivity votes, 0 to 2 (Färber et al. 2020)."""
    return [
        _judged(row["text"], "ukraine", min(1.0, row["subjectivity_avg"] / 2))
        for row in records(folder, "ukraine_news_bias.parquet")
    ]


RELATED: dict[str, Callable[[Path], list[Example]]] = {
    "npov": read_npov,
    "semeval": read_semeval,
    "ukraine": read_ukraine,
}


def read_related(folder: Path) -> list[Example]:
    """All examples of the related sets, in a fixed order.

    Raises:
        DataError: a set's file is missing; the message names it.
    """
    return [example for read in RELATED.values() for example in read(folder)]
