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
    """Two logistic regressions, and the probabilities from which a pair is called the same fact, or
    possibly the same.

    The first is over ``EVIDENCE``, in its order, with a ``constant``. The second weighs its logit
    (``first``) beside what the same-fact head's network says of a pair (``network``, in the order
    of ``PAIR_OUTPUTS``), with a constant of its own (``then``).
    """

    weights: tuple[float, ...]
    constant: float
    first: float
    network: tuple[float, ...]
    then: float
    same_fact_from: float
    possibly_from: float

    def logits(self, evidence: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the first logit of each pair."""
        import numpy as np

        return np.asarray(evidence @ np.array(self.weights) + self.constant, dtype=np.float64)

    def with_network(
        self, logits: NDArray[np.float64], said: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return the second logit of pairs with the first ``logits`` and what is ``said`` of them
        (pairs × outputs)."""
        import numpy as np

        found = self.first * logits + said @ np.array(self.network) + self.then
        return np.asarray(found, dtype=np.float64)

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
        first=float(given["first"]),
        network=tuple(float(given["network"][name]) for name in ("whole", "events")),
        then=float(given["then"]),
        same_fact_from=float(given["same_fact_from"]),
        possibly_from=float(given["possibly_from"]),
    )
