"""Fill the tables of ``docs/scale.md`` from the figures that were measured.

    python -m tests.bench.scale_table [--rates docs/figures/corpus_rates.json] [--print]

The rates are those of ``tests.bench.corpus``, the times of the last step those of
``tests.bench.near_duplicates.last_step --out docs/figures/duplicates_step.json``. Nothing in the
tables is written by hand; a test checks that the page agrees with the figures.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.bench.scale_table.model import rates_of
from tests.bench.scale_table.page import filled, parts_of

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGE = DOCS / "scale.md"
RATES = DOCS / "figures" / "corpus_rates.json"
STEPS = DOCS / "figures" / "duplicates_step.json"


def page_of(rates: Path = RATES, steps: Path = STEPS) -> str:
    """Return the page as the figures of two files make it."""
    measured = rates_of(
        json.loads(rates.read_text(encoding="utf-8")),
        json.loads(steps.read_text(encoding="utf-8"))["steps"],
    )
    return filled(PAGE.read_text(encoding="utf-8"), parts_of(measured))


def main() -> None:
    """Write the page, or print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale_table")
    parser.add_argument("--rates", type=Path, default=RATES)
    parser.add_argument("--steps", type=Path, default=STEPS)
    parser.add_argument("--print", action="store_true", help="print the page, write nothing")
    options = parser.parse_args()
    page = page_of(options.rates, options.steps)
    if options.print:
        print(page)
    else:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
