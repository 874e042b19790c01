"""The folder of slant-voices: weights, tokenizer, the weights of words, and the settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import ModelError
from models.inference.settings import REINSTALL, read_settings
from models.inference.voices.decoding import TagThresholds
from models.inference.voices.pair_features import FEATURES, SOFT

if TYPE_CHECKING:
    from numpy.typing import NDArray

BUNDLED = Path(__file__).parents[2] / "slant-voices"

WEIGHTS, TOKENIZER, TOKEN_WEIGHTS, REACH_TABLE = FILES = (
    "model.onnx",
    "tokenizer.json",
    "token_weights.npy",
    "reach.npy",
)
"""Names of the files beside `config.json`: the network, its tokenizer, how rare each token is
(uint8, 255 for the rarest), what the distance from a cue adds to a link (float32, source and
content × 193)."""

#: What the network says of a pair: from the pair as a whole, and from the words that name events.
PAIR_OUTPUTS = ("whole", "events")


@dataclass(frozen=True)
class SameFactWeights:
    """Weights of a logistic regression: of what two sentences share (`pair_features`), of what the
    network says of them (`PAIR_OUTPUTS`), and the constant."""

    shared: tuple[float, ...] = (0.0,) * len((*FEATURES, *SOFT))
    network: tuple[float, ...] = (0.0,) * len(PAIR_OUTPUTS)
    constant: float = 0.0


@dataclass(frozen=True)
class VoicesRelease:
    """The settings in `config.json`.

    Attributes:
        folder: where the files lie.
        name, version: of the network.
        thresholds: of cues, sources and contents.
        same_fact: weights of the same-fact logit.
    """

    folder: Path
    name: str = "slant-voices"
    version: str = "0"
    thresholds: TagThresholds = field(default_factory=TagThresholds)
    same_fact: SameFactWeights = field(default_factory=SameFactWeights)

    def array(self, name: str) -> NDArray[Any]:
        """The array in the file `name`. Raises `ModelError` if it can't be read."""
        import numpy as np

        try:
            return np.asarray(np.load(self.folder / name, allow_pickle=False))
        except (OSError, ValueError) as error:
            raise ModelError(
                f"The file {self.folder / name} can't be read ({error}): {REINSTALL}."
            ) from None


def read_voices_release(folder: Path = BUNDLED) -> VoicesRelease:
    """Read `config.json` and check that the files are those that it describes.

    Raises:
        ModelError: a file is missing, damaged or not the one released.
    """

    def make(config: dict[str, Any]) -> VoicesRelease:
        return VoicesRelease(
            folder=folder,
            name=config["name"],
            version=config["version"],
            thresholds=TagThresholds(**config["thresholds"]["attribution"]),
            same_fact=SameFactWeights(
                shared=tuple(config["same_fact"]["shared"].values()),
                network=tuple(config["same_fact"]["network"].values()),
                constant=config["same_fact"]["constant"],
            ),
        )

    return read_settings(folder, FILES, make)
