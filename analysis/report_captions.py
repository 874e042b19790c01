"""The report's figures and findings in words: pure functions from a frame to plain text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.frames import SENTIMENTS

if TYPE_CHECKING:
    import pandas as pd

BAND_NAMES = {"loaded": "likely loaded", "uncertain": "uncertain", "neutral": "not loaded"}
VOICE_NAMES = {"outlet": "own voice", "mixed": "partly quoted", "quoted": "quoted"}
SENTIMENT_SIGNS = {"negative": "▼", "neutral": "○", "positive": "▲"}


def percent(share: float) -> str:
    """Return a share of 0 to 1 as a whole percentage; what is not quite 0 or 1 never shows so."""
    if 0 < share < 0.01:
        return "<1%"
    return ">99%" if 0.99 < share < 1 else f"{share:.0%}"


def counted(count: int, noun: str) -> str:
    """Return ``count`` with its noun: ``1 sentence``, ``2 sentences``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(items: Iterable[int]) -> str:
    """Return ascending numbers with runs of three or more joined: ``1, 3–5 and 8``, or ``none``."""
    runs: list[list[int]] = []
    for item in items:
        if runs and item == runs[-1][-1] + 1:
            runs[-1].append(item)
        else:
            runs.append([item])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run)
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]])) or "none"


def summary(sentences: pd.DataFrame) -> str:
    """Return what was found in one line, without article text.

    Example: ``9 of 23 sentences are likely loaded, 3 of them wholly or partly quoted; 4 are
    uncertain.``
    """
    total = len(sentences)
    bands = sentences["loaded"]
    loaded, uncertain = int((bands == "loaded").sum()), int((bands == "uncertain").sum())
    quoted = int(((bands == "loaded") & (sentences["voice"] != "outlet")).sum())
    line = f"{loaded or 'None'} of {counted(total, 'sentence')} {_are(loaded)} likely loaded"
    if quoted:
        which = "all" if quoted == loaded else str(quoted)
        line += f", {'' if loaded == 1 else which + ' of them '}wholly or partly quoted"
    if uncertain:
        line += f"; {uncertain} {_are(uncertain)} uncertain"
    return line + "."


def _are(count: int) -> str:
    return "is" if count < 2 else "are"


def strip_words(sentences: pd.DataFrame) -> str:
    """Say which sentences are likely loaded and which uncertain."""
    numbers = {
        band: listed((sentences.loc[sentences["loaded"] == band, "sentence"] + 1).tolist())
        for band in ("loaded", "uncertain")
    }
    return (
        f"Of {counted(len(sentences), 'sentence')}, likely loaded: {numbers['loaded']}. "
        f"Uncertain: {numbers['uncertain']}."
    )


def mix_words(mix: pd.DataFrame) -> str:
    """Say, for each voice of ``voice_mix``, the shares of its sentiments."""
    return " ".join(
        f"{VOICE_NAMES[row['voice']].capitalize()}, {counted(row['sentences'], 'sentence')}: "
        + ", ".join(f"{percent(row[label])} {label}" for label in SENTIMENTS)
        + "."
        for row in mix.to_dict("records")
    )


def loaded_words_words(words: pd.DataFrame) -> str:
    """Say the effect and count of each row of ``most_loaded_words``."""
    return (
        "; ".join(
            f"“{word}” {counted(round(effect * 100), 'point')}, found {counted(count, 'time')}"
            for word, count, effect in words[["count", "effect"]].itertuples()
        )
        + "."
    )


def paragraph_words(paragraphs: pd.DataFrame) -> str:
    """Say, for each row of ``paragraph_bands``, how many sentences are likely loaded."""
    return (
        "; ".join(
            f"paragraph {row['paragraph'] + 1}: {row['loaded']} of "
            f"{counted(row['sentences'], 'sentence')} likely loaded, {row['uncertain']} uncertain"
            for row in paragraphs.to_dict("records")
        ).capitalize()
        + "."
    )


def voice_mix(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return one row per voice that occurs: outlet, mixed, quoted.

    Columns: voice, sentences (count), negative, neutral, positive (shares of them, sum 1).
    """
    counts = sentences.groupby(["voice", "sentiment"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(SENTIMENTS), fill_value=0)
    total = counts.sum(axis=1)
    shares = counts.div(total, axis=0).assign(sentences=total)
    return shares.loc[[voice for voice in VOICE_NAMES if voice in shares.index]].reset_index()


def paragraph_bands(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return one row per paragraph: paragraph (from 0), sentences, loaded, uncertain (counts)."""
    groups = sentences["loaded"].groupby(sentences["paragraph"])
    return groups.agg(
        sentences="size",
        loaded=lambda bands: (bands == "loaded").sum(),
        uncertain=lambda bands: (bands == "uncertain").sum(),
    ).reset_index()
