"""Whether a sentence keeps its band when it is put into a speaker's mouth.

Slant scores what somebody says by itself (`analysis.scoring`); this is what the network makes of
the whole sentence, cue and quotation marks included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np

from models.corpora import Example
from models.evaluation.metrics import share_interval
from models.inference.onnx_classifier import OnnxClassifier
from models.training.steady.wrapping import can_be_wrapped, in_form

#: Forms that are in no training, with a speaker who is in none either.
FORMS: Mapping[str, str] = MappingProxyType(
    {
        "quoted": "“…,” {speaker} remarked.",
        "reported": "{speaker} remarked that ….",
        "from a view": "As {speaker} sees it, ….",
    }
)
_SPEAKER = "the guild's treasurer"


def spoken(classifier: OnnxClassifier, rows: Sequence[Example]) -> dict[str, Any]:
    """How sentences fare in a speaker's mouth, as stored in `metrics.json` under ``spoken``.

    Args:
        classifier: the release.
        rows: sentences with a majority label; those that can't be wrapped are left out.

    Returns:
        ``flagged`` and ``plain``, each with ``rows`` and, per form of `FORMS`, ``share``, ``low``,
        ``high`` (95 % interval). Flagged: of the loaded sentences that are in the band loaded by
        themselves, the share that stays there. Plain: of the sentences that are not loaded by their
        votes and not in that band by themselves, the share that gets there. Empty without rows.
    """
    fitting = [e for e in rows if can_be_wrapped(e.text)]
    bare = _flags(classifier, [e.text for e in fitting])
    pairs = list(zip(fitting, bare.tolist(), strict=True))
    flagged = [e.text for e, here in pairs if here and e.loaded_label == 1]
    plain = [e.text for e, here in pairs if not here and e.loaded_label == 0]
    return {
        name: {"rows": len(texts), **{form: _share(classifier, texts, form) for form in FORMS}}
        for name, texts in (("flagged", flagged), ("plain", plain))
        if texts
    }


def _share(classifier: OnnxClassifier, texts: Sequence[str], form: str) -> dict[str, float]:
    found = _flags(classifier, [in_form(text, FORMS[form], _SPEAKER).text for text in texts])
    low, high = share_interval(int(found.sum()), len(texts))
    return {
        "share": round(float(found.mean()), 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }


def _flags(classifier: OnnxClassifier, texts: Sequence[str]) -> np.ndarray:
    return np.array(classifier.predict(texts).loaded >= classifier.thresholds.loaded_from)
