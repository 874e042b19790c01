"""What calibration and the choice of thresholds find for a release."""

from __future__ import annotations

from dataclasses import dataclass

from models.inference.prediction import ToneThresholds
from models.inference.words import WordThresholds
from models.training.calibration.scaling import Scaling


@dataclass(frozen=True)
class Settings:
    """What `config.json` stores under `calibration` and `thresholds`: `scaling` is the release's,
    `of_folds` that of the folds' models."""

    sentiment_temperature: float
    sentiment_balance: float
    scaling: Scaling
    of_folds: Scaling
    neutral_below: float
    loaded_from: float
    word: WordThresholds
    tone: ToneThresholds
    techniques: dict[str, float]
