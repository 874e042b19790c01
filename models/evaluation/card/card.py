"""The generated part of the model card, between two markers; the rest is written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.errors import ModelError
from models.evaluation.card import readers as readers
from models.evaluation.card import steady as steady
from models.evaluation.card import tables as tables
from models.evaluation.card.names import name_invariance

BEGIN = "<!-- scores: written by python -m models.evaluate -->"
END = "<!-- end of scores -->"

_PICTURES = (
    "![Scores of the model beside its baselines, with intervals](scores.svg)",
    "![Probability given against the share that was so](reliability.svg)",
)


def format_scores(metrics: Mapping[str, Any]) -> str:
    """All that `metrics.json` holds, but for single names, as Markdown."""
    scores, calibration = _PICTURES
    return "\n".join(
        [
            f"{metrics['model']} {metrics['version']}, evaluated {metrics['evaluated']}; in "
            f"brackets: {metrics['interval']}.",
            "",
            *tables.floors(metrics["floors"]),
            *tables.scores(metrics["table"]),
            scores,
            "",
            *tables.annotators(metrics["annotators"]),
            *tables.calibration(metrics["calibration"]),
            calibration,
            "",
            *tables.bands(metrics["bands"], metrics["bands_folds"]),
            *readers.tones(metrics["tones"]),
            *readers.passed_over(metrics["passed_over"]),
            *readers.judged_bands(metrics["judged_bands"]),
            *steady.vivid(metrics["vivid"]),
            *steady.spoken(metrics["spoken"]),
            *tables.faithfulness(metrics["faithfulness"]),
            *tables.techniques(metrics["techniques"]),
            *tables.outlets(metrics["outlets"]),
            *name_invariance(metrics["invariance"]),
            *steady.real_sentences(metrics["steady"]),
            *tables.quantization(metrics["quantization"]),
        ]
    ).strip()


def update_card(path: Path, figures: str) -> None:
    """Replace the text between the markers of the card by the figures, which are Markdown.

    Raises:
        ModelError: the card is missing or has lost its markers.
    """
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ModelError(f"{path} needs the lines {BEGIN!r} and {END!r} for its figures.")
    path.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", encoding="utf-8")
