"""Train a release: `python -m models.training --data DIR --out FOLDER`.

Runs the stages of `models.training.stages` in order. Stages whose files are in FOLDER already are
not repeated, so that an interrupted run can be resumed. With `--folds-of RELEASE` no folds are
trained, which is most of the work: their results, and the models that the release is scaled to, are
taken from that release. With `--further RELEASE` no network is trained anew: that release's int8
weights are read back and go through the last pass only, which takes minutes.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from models.errors import DataError, ModelError
from models.inference.release import BUNDLED
from models.training.data.folds import FOLDS, SCHEMES
from models.training.stages import FURTHER, STAGES, stage
from models.training.stages.settings import Run

VERSION = "0.9.0"


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit code: 2 where a file is missing or can't be used."""
    options = _parser().parse_args(arguments)
    run = Run(
        data=options.data,
        out=options.out,
        version=options.version,
        seed=options.seed,
        folds_of=options.folds_of or options.further,
        schemes=options.schemes,
        folds=options.folds,
        further=options.further,
    )
    usual = FURTHER if options.further else STAGES[:-1]
    chosen = {*(options.stages or usual), *(["install"] if options.install else [])}
    started = time.monotonic()
    try:
        for name in STAGES:
            if name in chosen:
                stage(name)(run)
    except (DataError, ModelError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"A file of the run can't be read or written: {error}.", file=sys.stderr)
        return 2
    print(f"done in {(time.monotonic() - started) / 60:.1f} minutes", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m models.training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with the sets")
    parser.add_argument("--out", type=Path, required=True, help="folder for the run")
    parser.add_argument("--version", default=VERSION, help="of the release (%(default)s)")
    parser.add_argument("--seed", type=int, default=13, help="(%(default)s)")
    parser.add_argument(
        "--install", action="store_true", help=f"copy the finished release to {BUNDLED.name}/"
    )
    parser.add_argument(
        "--folds-of", type=Path, metavar="RELEASE", help="folder of a release; train no folds"
    )
    parser.add_argument(
        "--further",
        type=Path,
        metavar="RELEASE",
        help="folder of a release to train further, with its folds; only " + ", ".join(FURTHER),
    )
    parser.add_argument(
        "--stages",
        nargs="+",
        choices=STAGES,
        metavar="STAGE",
        help=f"only these of {', '.join(STAGES)}; without it, all but install",
    )
    parser.add_argument(
        "--schemes", nargs="+", choices=SCHEMES, default=SCHEMES, help="of the folds, only these"
    )
    parser.add_argument(
        "--folds",
        nargs="+",
        type=int,
        choices=range(FOLDS),
        default=tuple(range(FOLDS)),
        help="only these of each scheme; the others can be trained on another core meanwhile",
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
