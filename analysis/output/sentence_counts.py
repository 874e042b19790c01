"""Count an article's sentences by voice and tone, and by paragraph and band."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from analysis.frames import FURNITURE, TONE_LABELS
from analysis.output.phrasing.labels import BAND_NAMES, VOICE_NAMES

if TYPE_CHECKING:
    import pandas as pd


def voice_mix(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return one row per voice that occurs in the sentences frame: outlet, mixed, quoted.

    Columns: voice, sentences (count of those scored), negative, neutral, positive, unclear (shares
    of them by ``tone_label``, sum 1).
    """
    import pandas as pd

    counts = Counter(zip(sentences["voice"], sentences["tone_label"], strict=True))
    rows: list[dict[str, Any]] = []
    for voice in VOICE_NAMES:
        of_voice = {label: counts[voice, label] for label in TONE_LABELS}
        total = sum(of_voice.values())
        if total:
            shares = {label: count / total for label, count in of_voice.items()}
            rows.append({"voice": voice, **shares, "sentences": total})
    return pd.DataFrame(rows, columns=["voice", *TONE_LABELS, "sentences"])


def paragraph_bands(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return one row per paragraph of the sentences frame that is not all furniture.

    Columns: paragraph (from 0), sentences (count of those scored, 0 where none was), loaded,
    uncertain, not loaded (counts of them).
    """
    import pandas as pd

    sentences = sentences[sentences["part"] != FURNITURE]
    counts = Counter(zip(sentences["paragraph"], sentences["loaded"], strict=True))
    rows = []
    for paragraph in dict.fromkeys(sentences["paragraph"]):
        of_band = {band: counts[paragraph, band] for band in BAND_NAMES}
        rows.append({"paragraph": paragraph, **of_band, "sentences": sum(of_band.values())})
    return pd.DataFrame(rows, columns=["paragraph", *BAND_NAMES, "sentences"])
