"""Train slant-voices: `python -m models.training.voices --data DIR --out FOLDER [--install]`.

Writes the trained weights (float32) and the release to FOLDER; an interrupted run goes on from its
last checkpoint. `--without` leaves sets out, to measure what they add. Takes about 40 minutes on
two cores that multiply bfloat16.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from models.errors import DataError, ModelError
from models.training.data.batches import mask_id_of
from models.training.network.base_encoder import base_folder, base_tokenizer
from models.training.voices.attribution_data import attribution_examples, read_articles
from models.training.voices.fit import Example, averaged, fit, plan_of
from models.training.voices.names_data import SOURCES, names_examples, read_names
from models.training.voices.network import new_voices
from models.training.voices.pairs_data import count_tokens, pair_examples, read_pairs

VERSION = "0.1.0"


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit code: 2 where a file is missing or can't be used."""
    parser = argparse.ArgumentParser(
        prog="python -m models.training.voices",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with the sets")
    parser.add_argument("--out", type=Path, required=True, help="folder for the run")
    parser.add_argument("--seed", type=int, default=13, help="(%(default)s)")
    parser.add_argument("--version", default=VERSION, help="of the release (%(default)s)")
    parser.add_argument(
        "--without",
        nargs="+",
        default=[],
        choices=[*SOURCES, "attributions", "pairs"],
        metavar="SET",
        help=f"leave out any of {', '.join(SOURCES)}, attributions, pairs",
    )
    parser.add_argument(
        "--unfinished", action="store_true", help="make a release of the last checkpoint"
    )
    parser.add_argument("--install", action="store_true", help="copy it to models/slant-voices/")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    try:
        run(options.data, options.out, options)
    except (DataError, ModelError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"A file of the run can't be read or written: {error}.", file=sys.stderr)
        return 2
    print(f"done in {(time.monotonic() - started) / 60:.1f} minutes", file=sys.stderr)
    return 0


def run(data: Path, out: Path, options: argparse.Namespace) -> None:
    """Train, unless the weights are there, and write the release."""
    from models.training.voices.release import install, write_release

    weights, checkpoint = out / "weights.pt", out / "checkpoint.pt"
    if not options.unfinished and not weights.is_file():
        train(data, out, options.seed, options.without)
    network = new_voices(base_folder())
    if options.unfinished:
        averaged(network, checkpoint)
    else:
        network.load_state_dict(torch.load(weights, weights_only=True))
    network.eval()
    record = {"seed": options.seed, "without": list(options.without)}
    write_release(network, data, out, options.version, record)
    if options.install:
        install(out)


def train(data: Path, out: Path, seed: int, without: Sequence[str] = ()) -> None:
    """Write `token_weights.npy` and `weights.pt`."""
    tokenizer = base_tokenizer()
    rng = random.Random(seed)
    # As they are stored: in 255 steps.
    steps = np.round(count_tokens(data, tokenizer) * 255).astype(np.uint8)
    np.save(out / "token_weights.npy", steps)
    rarity = np.asarray(steps / 255, dtype=np.float32)
    sources = [source for source in SOURCES if source not in without]
    examples: dict[str, Sequence[Example]] = {
        "names": names_examples(read_names(data, "train", sources), tokenizer, rng)
    }
    if "attributions" not in without:
        articles = read_articles(data, "train")
        examples["attributions"] = attribution_examples(articles, tokenizer)
    if "pairs" not in without:
        examples["pairs"] = pair_examples(read_pairs(data, "train"), tokenizer, rarity)
    torch.manual_seed(seed)
    network = new_voices(base_folder())
    fit(network, plan_of(examples, seed), mask_id_of(tokenizer), seed, out / "checkpoint.pt")
    torch.save(network.state_dict(), out / "weights.pt")


if __name__ == "__main__":
    raise SystemExit(main())
