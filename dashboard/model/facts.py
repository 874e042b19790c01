"""What was measured about the bundled model, read from the files that the evaluation writes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MODEL_FOLDER = Path(__file__).resolve().parents[2] / "models" / "slant-minilm"

SYSTEMS = {
    "slant": "Slant",
    "tfidf_logistic": "TF-IDF + logistic regression",
    "vader": "VADER",
    "majority": "majority guess",
}
"""The model and its baselines: name in the metrics and name for a person."""

_COMMENT = re.compile(r"<!--.*?-->\n?", re.S)
_HEADING = re.compile(r"^(#+ )", re.M)
_IMAGE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n?", re.M)


class FactsMissing(Exception):
    """The measurements cannot be read; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class ModelFacts:
    """The measurements as ``python -m models.evaluate`` stores them, and the model card.

    ``metrics`` is the object in ``metrics.json``; ``card`` is Markdown whose headings begin at
    the second level, without comments.
    """

    metrics: dict[str, Any]
    card: str


def model_facts(folder: Path = MODEL_FOLDER) -> ModelFacts:
    """Read ``metrics.json`` and the card ``README.md``; raises ``FactsMissing``."""
    try:
        metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
        card = (folder / "README.md").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        name = Path(error.filename).name
        raise FactsMissing(
            f"The model's measurements are missing ({name}): run python -m models.evaluate, or "
            "restore the folder models/slant-minilm from the repository."
        ) from None
    except ValueError as error:
        raise FactsMissing(
            f"The model's measurements cannot be read ({error}): run python -m models.evaluate, "
            "or restore the folder models/slant-minilm from the repository."
        ) from None
    return ModelFacts(metrics, card_body(card))


def card_body(card: str) -> str:
    """Return a model card without comments, each heading one level further down."""
    return _HEADING.sub(r"#\1", _IMAGE.sub("", _COMMENT.sub("", card))).strip()
