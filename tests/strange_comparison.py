"""A comparison with the same text wherever the words of strangers can be, to try odd ones on."""

from typing import Any

import pandas as pd

from analysis.comparison.frames import Comparison
from analysis.frames import Result
from tests.hand_made_comparison import comparison_of, hand_made
from tests.hand_made_result import result_of
from tests.hand_made_statements import names_of, piece, statements_of

_WORDS = {
    *("text", "text_a", "text_b", "counted", "number_a", "number_b", "speaker", "cue", "cue_a"),
    *("cue_b", "verb_a", "verb_b", "said_text", "asserted_text", "wording", "subject"),
}
"""The columns of a comparison's frames that hold words of articles."""


def comparison_with(text: str, articles: int = 2) -> Comparison:
    """Return a comparison with every kind of difference, in which every title, sentence, loaded
    word, speaker, cue and name is ``text``. It must not be empty."""
    made = hand_made(articles)
    frames = {name: frame for name, frame in vars(made).items() if name != "articles"}
    moved = {name: _moved(frame, text) for name, frame in frames.items()}
    return comparison_of([_article(text)] * articles, **moved)


def _article(text: str) -> Result:
    """Two sentences: somebody's loaded statement, and the same in the outlet's own voice."""
    return result_of(
        [text, text],
        spans={
            "sentence": [0],
            "start": [0],
            "end": [len(text)],
            "text": [text],
            "probability": [0.9],
            "alternative": [text],
            "effect": [0.3],
        },
        statements=statements_of(
            piece(text, text, form="reported", speaker=text, cue=text, verb=text)
        ),
        names=names_of((text, "person", [(0, len(text))])),
        article={"title": text, "source": text, "language": "en"},
        voice=["reported", "outlet"],
        speaker=[text, ""],
        loaded=["loaded", "uncertain"],
        loaded_probability=[0.95, 0.5],
    )


def _moved(frame: pd.DataFrame, text: str) -> pd.DataFrame:
    """Return a frame whose passages are all of the first sentence, and whose words are ``text``."""
    columns: dict[str, Any] = {}
    for name in frame.columns:
        if name in _WORDS:
            columns[name] = frame[name].where(frame[name].isna(), text)
        elif name in ("only_a", "only_b", "pieces_a", "pieces_b", "mentions"):
            columns[name] = [[(0, len(text))] for _ in range(len(frame))]
        elif "start" in name:
            columns[name] = frame[name] * 0
        elif "end" in name:
            columns[name] = frame[name] * 0 + len(text)
        elif "sentence" in name:
            columns[name] = frame[name].clip(upper=1)
    return frame.assign(**columns)
