"""Evaluate the releases on rows that they were not trained on: `python -m models.evaluate`.

Writes, for each of the two networks, `metrics.json`, the figures of its model card (`README.md`)
and, for slant-minilm, the card's pictures beside the weights, and prints the figures. Every other
number about the models, in the README or in the app, is read from there. `--only slant-voices`
evaluates one network. `--parts NAMES` measures only these parts of slant-minilm's figures anew; the
others stay as they are in `metrics.json`. With `--gate` nothing is written, and the exit code is 1
where a floor of `models/evaluation/floors.csv` or `models/evaluation/voices/floors.csv` is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.corpora import read_corpora
from models.errors import DataError, ModelError
from models.evaluation.card.card import format_scores, update_card
from models.evaluation.card.plots import write_plots
from models.evaluation.desks import read_desks
from models.evaluation.figures.shown_to_readers import read_judged
from models.evaluation.floors import missed_floors
from models.evaluation.inputs import Inputs
from models.evaluation.measure import evaluate
from models.evaluation.parts import PARTS
from models.evaluation.voices.card import format_voices_scores
from models.evaluation.voices.held_out import read_held_out
from models.evaluation.voices.measure import evaluate_voices
from models.facts import release_facts
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import BUNDLED, read_release
from models.inference.voices.network import Voices
from models.inference.voices.release import BUNDLED as VOICES
from models.inference.voices.release import read_voices_release
from models.invariance import read_suite
from models.training.data.unlabelled import read_sentences

#: The data folder that is used when none is named.
DEFAULT_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

#: Unlabelled sentences on which it is measured how steady scores are, and their choice.
NEWS, NEWS_SEED, NEWS_PER_ARTICLE = 6_000, 5, 8


@dataclass(frozen=True)
class Network:
    """How one network is evaluated.

    Attributes:
        folder: its bundled release.
        measure: all figures of the release in a folder, from the folder with the labelled sets;
            with names of `PARTS` only these anew, the others from its `metrics.json`.
        score_text: the figures as Markdown.
        draw: writes the card's pictures into the release's folder; None where it has none.
    """

    folder: Path
    measure: Callable[[Path, Path, Collection[str]], dict[str, Any]]
    score_text: Callable[[Mapping[str, Any]], str]
    draw: Callable[[Mapping[str, Any], Path], None] | None = None


def _minilm(folder: Path, data: Path, parts: Collection[str]) -> dict[str, Any]:
    inputs = Inputs(
        OnnxClassifier(read_release(folder)),
        read_corpora(data),
        read_suite(),
        read_judged(data),
        read_sentences(data, NEWS, NEWS_SEED, NEWS_PER_ARTICLE, measured=True),
        read_desks(),
    )
    stored = release_facts(folder).metrics if parts else None
    return evaluate(inputs, parts, stored)


def _voices(folder: Path, data: Path, parts: Collection[str]) -> dict[str, Any]:
    rows = read_held_out(data)
    return evaluate_voices(Voices(read_voices_release(folder)), rows)


NETWORKS = {
    "slant-minilm": Network(BUNDLED, _minilm, format_scores, write_plots),
    "slant-voices": Network(VOICES, _voices, format_voices_scores),
}


def write(network: Network, metrics: Mapping[str, Any], folder: Path) -> None:
    """Write the figures, the card's part that holds them, and the pictures.

    Raises:
        ModelError: the card is missing or has lost its markers; nothing was written.
    """
    update_card(folder / "README.md", network.score_text(metrics))
    (folder / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    if network.draw:
        network.draw(metrics, folder)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit code: 1 a floor missed (`--gate`), 2 nothing evaluated."""
    parser = argparse.ArgumentParser(prog="python -m models.evaluate", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="folder with the labelled sets"
    )
    parser.add_argument("--only", choices=list(NETWORKS), help="evaluate this network, not both")
    parser.add_argument(
        "--model",
        type=Path,
        help="folder of another release of the network that --only names (without --only: of "
        "slant-minilm)",
    )
    parser.add_argument(
        "--parts",
        nargs="+",
        choices=list(PARTS),
        default=(),
        metavar="PART",
        help=f"of slant-minilm's figures only these of {', '.join(PARTS)}",
    )
    parser.add_argument(
        "--gate", action="store_true", help="write nothing; fail where a floor is missed"
    )
    options = parser.parse_args(arguments)
    only = options.only or ("slant-minilm" if options.model or options.parts else None)
    below: list[str] = []
    for name in [only] if only else list(NETWORKS):
        network = NETWORKS[name]
        folder = options.model or network.folder
        try:
            metrics = network.measure(folder, options.data, options.parts)
            if not options.gate:
                write(network, metrics, folder)
        except (DataError, ModelError) as error:
            print(error, file=sys.stderr)
            return 2
        print(network.score_text(metrics), end="\n\n")
        missed = missed_floors(metrics["floors"])
        for sentence in missed:
            print(sentence, file=sys.stderr)
        below += missed
    return 1 if options.gate and below else 0


if __name__ == "__main__":
    raise SystemExit(main())
