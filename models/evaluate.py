"""Evaluate a release on rows that it was not trained on: `python -m models.evaluate`.

Writes `metrics.json`, the figures of the model card (`README.md`) and its pictures beside the
weights, and prints the figures. Every other number about the models, in the README or in the app,
is read from there. With `--gate` nothing is written, and the exit code is 1 where a floor of
`models/evaluation/floors.csv` is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from models.corpora import read_corpora
from models.errors import DataError, ModelError
from models.evaluation.card.card import format_scores, update_card
from models.evaluation.card.plots import write_plots
from models.evaluation.figures.shown_to_readers import read_judged
from models.evaluation.floors import missed_floors
from models.evaluation.measure import evaluate
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import BUNDLED, read_release
from models.invariance import read_suite

#: The data folder that is used when none is named.
DEFAULT_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def write(metrics: Mapping[str, Any], folder: Path) -> None:
    """Write the figures, the card's part that holds them, and the pictures.

    Raises:
        ModelError: the card is missing or has lost its markers; nothing was written.
    """
    update_card(folder / "README.md", metrics)
    (folder / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    write_plots(metrics, folder)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit code: 1 a floor missed (`--gate`), 2 nothing evaluated."""
    parser = argparse.ArgumentParser(prog="python -m models.evaluate", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="folder with the labelled sets"
    )
    parser.add_argument("--model", type=Path, default=BUNDLED, help="release folder to evaluate")
    parser.add_argument(
        "--gate", action="store_true", help="write nothing; fail where a floor is missed"
    )
    options = parser.parse_args(arguments)
    try:
        classifier = OnnxClassifier(read_release(options.model))
        metrics = evaluate(
            classifier, read_corpora(options.data), read_suite(), read_judged(options.data)
        )
        if not options.gate:
            write(metrics, options.model)
    except (DataError, ModelError) as error:
        print(error, file=sys.stderr)
        return 2
    print(format_scores(metrics))
    below = missed_floors(metrics["floors"])
    for sentence in below:
        print(sentence, file=sys.stderr)
    return 1 if options.gate and below else 0


if __name__ == "__main__":
    raise SystemExit(main())
