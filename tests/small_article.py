"""A small article with frames made by hand, so that charts and pages have known numbers."""

import pandas as pd
import pytest

from analysis.frames import (
    ARTICLE,
    NAMES,
    QUOTATIONS,
    SENTENCES,
    SPANS,
    STATEMENTS,
    Result,
    empty,
    frame,
)

# text, paragraph, voice, (negative, neutral, positive), loaded probability, band
LINES = [
    (
        "The council voted 11 to 8 to close the pool.",
        0,
        "outlet",
        (0.2, 0.7, 0.1),
        0.04,
        "not loaded",
    ),
    ("The reckless vote shocked families.", 0, "outlet", (0.8, 0.1, 0.1), 0.91, "loaded"),
    ("“It is a shameful, reckless betrayal!”", 1, "quoted", (0.9, 0.1, 0.0), 0.88, "loaded"),
    ("The mayor called it “a hard choice”.", 1, "mixed", (0.3, 0.6, 0.1), 0.45, "uncertain"),
    ("Opening hours end in June.", 2, "outlet", (0.1, 0.8, 0.1), 0.03, "not loaded"),
    ("Swimmers <b>cheered</b> the rescue plan.", 2, "outlet", (0.0, 0.2, 0.8), 0.30, "uncertain"),
]
WORDS = [
    (1, "reckless", 0.9, 0.40, "hasty"),
    (1, "shocked", 0.7, 0.10, ""),
    (2, "shameful", 0.8, 0.15, ""),
    (2, "Reckless", 0.6, 0.20, "hasty"),
]
CLEAR_FROM = 0.65  # the fourth sentence, neutral with 0.6, is of unclear tone
LABELS = ("negative", "neutral", "positive")
TEXT = "\n\n".join(
    " ".join(line[0] for line in LINES if line[1] == paragraph) for paragraph in range(3)
).replace("shameful, reckless", "shameful, Reckless")


@pytest.fixture(scope="session")
def result() -> Result:
    """Six sentences in three paragraphs: two loaded (one quoted), two uncertain."""
    rows = []
    position = 0
    for number, (text, paragraph, voice, sentiment, loaded, band) in enumerate(LINES):
        text = text.replace("shameful, reckless", "shameful, Reckless")
        start = TEXT.index(text, position)
        position = start + len(text)
        negative, neutral, positive = sentiment
        rows.append(
            {
                "sentence": number,
                "paragraph": paragraph,
                "start": start,
                "end": position,
                "text": text,
                "part": "body",
                "voice": voice,
                "speaker": "",
                "statement": None,
                "negative": negative,
                "neutral": neutral,
                "positive": positive,
                "sentiment": LABELS[sentiment.index(max(sentiment))],
                "tone_label": LABELS[sentiment.index(max(sentiment))]
                if max(sentiment) >= CLEAR_FROM
                else "unclear",
                "tone": positive - negative,
                "loaded_probability": loaded,
                "loaded": band,
                "joint_effect": 0.45 if number == 1 else float("nan"),
                "words": len(text.split()),
                "reading_ease": 60.0,
                "language": "en",
            }
        )
    sentences = frame(pd.DataFrame(rows), SENTENCES)
    spans = []
    for sentence, text, probability, effect, alternative in WORDS:
        start = TEXT.index(text, int(sentences["start"][sentence]))
        spans.append(
            {
                "sentence": sentence,
                "start": start,
                "end": start + len(text),
                "text": text,
                "probability": probability,
                "alternative": alternative,
                "effect": effect,
            }
        )
    article = dict.fromkeys(ARTICLE, 0)
    article |= {
        "title": "Pool to close",
        "source": "",
        "language": "en",
        "model": "by hand",
        "model_version": "1",
        "words": 40,
        "flesch_reading_ease": 55.2,
        "flesch_kincaid_grade": 8.1,
        "gunning_fog": 10.0,
        "smog_index": float("nan"),
        "automated_readability_index": 7.0,
        "coleman_liau_index": 9.4,
    }
    return Result(
        article=frame(pd.DataFrame([article]), ARTICLE),
        sentences=sentences,
        spans=frame(pd.DataFrame(spans), SPANS),
        statements=empty(STATEMENTS),
        names=empty(NAMES),
        quotations=empty(QUOTATIONS),
        text=TEXT,
    )
