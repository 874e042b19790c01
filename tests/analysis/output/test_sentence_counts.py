"""Sentences counted by voice and by paragraph."""

import pandas as pd

from analysis.output.sentence_counts import paragraph_bands, voice_mix

SENTENCES = pd.DataFrame(
    {
        "part": ["body", "headline", "body", "body"],
        "paragraph": [0, 0, 0, 2],
        "loaded": ["loaded", "not loaded", "loaded", "uncertain"],
        "voice": ["quoted", "outlet", "quoted", "outlet"],
        "tone_label": ["negative", "neutral", "positive", "unclear"],
    }
)


def test_voices_that_occur_have_their_shares() -> None:
    mix = voice_mix(SENTENCES)
    assert mix["voice"].tolist() == ["outlet", "quoted"]
    assert mix["sentences"].tolist() == [2, 2]
    shares = mix[["negative", "neutral", "positive", "unclear"]].to_numpy()
    assert shares.tolist() == [[0, 0.5, 0, 0.5], [0.5, 0, 0.5, 0]]


def test_paragraphs_have_their_bands() -> None:
    columns = ["paragraph", "sentences", "loaded", "uncertain", "not loaded"]
    assert paragraph_bands(SENTENCES)[columns].to_numpy().tolist() == [
        [0, 3, 2, 0, 1],
        [2, 1, 0, 1, 0],
    ]
