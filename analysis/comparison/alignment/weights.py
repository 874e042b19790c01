"""How the evidence is weighed, and where the bands begin: read from ``weights.json``.

``python -m tests.bench.same_event --fit`` writes that file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.comparison.alignment.evidence import EVIDENCE
from analysis.comparison.frames import NO_MATCH, POSSIBLY, SAME_FACT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PATH = Path(__file__).parent / "weights.json"


@dataclass(frozen=True)
class Weights:
    """A logistic regression over ``EVIDENCE``, in its order, and the probabilities from which a
    pair is called the same fact, or possibly the same."""

    weights: tuple[float, ...]
    constant: float
    same_fact_from: float
    possibly_from: float

    def probabilities(self, evidence: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the probability that each pair tells the same fact, 0 to 1."""
        import numpy as np

        logits = evidence @ np.array(self.weights) + self.constant
        return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float64)

    def band(self, probability: float) -> str:
        """Return the band of a probability."""
        if probability >= self.same_fact_from:
            return SAME_FACT
        return POSSIBLY if probability >= self.possibly_from else NO_MATCH


@cache
def weights() -> Weights:
    """Return the weights that the evaluation wrote."""
    given = json.loads(PATH.read_text(encoding="utf-8"))
    return Weights(
        weights=tuple(float(given["weights"][name]) for name in EVIDENCE),
        constant=float(given["constant"]),
        same_fact_from=float(given["same_fact_from"]),
        possibly_from=float(given["possibly_from"]),
    )
