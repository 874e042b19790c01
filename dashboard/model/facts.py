"""The models' measurements and their cards, as the How it works page shows them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.scoring.release import ReleaseFacts

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


def model_facts() -> ReleaseFacts:
    """Return the bundled release's facts, the card without comments and with headings that begin
    at the second level; raises ``MeasurementsUnavailable``."""
    from analysis.scoring.release import release_facts

    facts = release_facts()
    return replace(facts, card=card_body(facts.card))


def voices_facts() -> ReleaseFacts:
    """Return the same of the network that finds names and who says what; raises
    ``MeasurementsUnavailable``."""
    from analysis.scoring import release

    facts = release.voices_facts()
    return replace(facts, card=card_body(facts.card))


def card_body(card: str) -> str:
    """Return a model card without comments and pictures, each heading one level further down."""
    return _HEADING.sub(r"#\1", _IMAGE.sub("", _COMMENT.sub("", card))).strip()
