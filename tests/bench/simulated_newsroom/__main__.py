"""Simulated newsrooms: what the fit of the house learns of a known taste.

    python -m tests.bench.simulated_newsroom --archive FILE --data DIR

Flags of the archive's articles are decided on by a simulated house, half of the articles for the
fit, half never seen by it; that for each taste (``tastes.py``) and several divisions. Printed are
the precision of flags before and after, on the half that was not seen, and the share of accepted
flags that stay, with intervals by article. ``--keep FILE`` keeps the flags, which take a second an
article; ``--out FILE`` writes the figures as JSON. Without ``--archive`` the articles are invented.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from statistics import fmean

from analysis.desk.fit import FLOOR
from tests.bench.simulated_newsroom.flags import (
    archive_articles,
    flags_of,
    invented_articles,
    kept_flags,
)
from tests.bench.simulated_newsroom.lexicon import OWN, Lexicon
from tests.bench.simulated_newsroom.newsroom import fit_seconds, tried
from tests.bench.simulated_newsroom.tastes import TASTES


def main() -> None:
    """Print a line for each taste and seed, and the means of each taste."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.simulated_newsroom")
    parser.add_argument("--archive", type=Path, help="Parquet file of articles")
    parser.add_argument("--data", type=Path, help="folder with lexicons.csv.gz")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--floor", type=float, default=FLOOR)
    parser.add_argument("--keep", type=Path, help="keep the flags here, or take them from here")
    parser.add_argument("--out", type=Path, help="write the figures here")
    parser.add_argument("--speed", action="store_true", help="only time a fit on 5,000 decisions")
    options = parser.parse_args()
    articles = (
        archive_articles(options.archive, options.articles)
        if options.archive
        else invented_articles(options.articles)
    )
    flags = kept_flags(options.keep, articles) if options.keep else flags_of(articles)
    flags = flags[flags["article"].isin(flags["article"].unique()[: options.articles])]
    lexicon = Lexicon(options.data / "lexicons.csv.gz" if options.data else OWN)
    if options.speed:
        seconds, many = fit_seconds(flags, lexicon)
        print(f"fit on {many:,} decisions: {seconds:.2f} s, the best of three")
        return
    print(f"{flags['article'].nunique()} articles, {len(flags):,} flags; floor {options.floor:.2f}")
    found = {}
    for name, taste in TASTES.items():
        runs = [tried(flags, taste, lexicon, seed, options.floor) for seed in range(options.seeds)]
        found[name] = runs
        for seed, run in enumerate(runs):
            print(f"{name:12} {seed}: {_line(run)}")
        measured = [run["unseen"] for run in runs if "unseen" in run]
        if measured:
            before, after, kept = (
                fmean(run[which]["value"] for run in measured)
                for which in ("before", "after", "kept")
            )
            held = sum(run["kept"]["high"] >= options.floor for run in measured)
            print(
                f"{name:12} mean: precision {before:.3f} to {after:.3f} ({after - before:+.3f}), "
                f"kept {kept:.3f}; floor within its interval in {held} of {len(measured)}; "
                f"with the taste known {fmean(run['reachable'] for run in runs):.3f}\n"
            )
    if options.out:
        data = {
            "articles": int(flags["article"].nunique()),
            "flags": len(flags),
            "floor": options.floor,
            "tastes": found,
        }
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _line(run: dict) -> str:  # type: ignore[type-arg]
    if "unseen" not in run:
        return f"too few decisions: {run['missing']}"
    shares = {
        name: "{value:.3f} [{low:.3f}, {high:.3f}]".format(**run["unseen"][name])
        for name in ("before", "after", "gain", "kept")
    }
    advice = "use" if run["recommended"] else "do not use"
    return "  ".join(f"{name} {share}" for name, share in shares.items()) + f"  {advice}"


if __name__ == "__main__":
    main()
