"""5,000 requests that nobody thought of, to a real server; every answer is held to the description.

    python -m tests.bench.api_described                     # some minutes
    python -m tests.bench.api_described --requests 500      # a quick look

Starts ``slant serve --api-only`` with the example rules and a token, and has schemathesis ask it:
requests as described and requests that are not, with the checks of
``tests/api/description/schemathesis.toml`` (no answer is a fault of the server; status, media type,
headers and every part of the body are as described; what is wrong is refused; no answer without the
token). Prints how many requests were made, what they were answered with, and the faults. The
reference is the description itself: a fault is an answer that it does not allow.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.served import ROOT, served_api

CONFIG = ROOT / "tests" / "api" / "description" / "schemathesis.toml"
RULES = ROOT / "seeds" / "rules" / "house-rules.csv"
TOKEN = "letter-box"

EXAMPLES = 200
"""Random requests for an address in a round: schemathesis keeps all of a round in memory."""


def main() -> int:
    """Run it; return 0 without a fault, else 1."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--requests", type=int, default=5_000, help="fewest requests to make")
    parser.add_argument("--seed", type=int, default=1, help="seed of the random requests")
    options = parser.parse_args()
    made: Counter[str] = Counter()
    faults: list[str] = []
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        served_api(
            Path(folder) / "server.log",
            SLANT_RULES=str(RULES),
            SLANT_API_TOKEN=TOKEN,
            SLANT_API_RATE="off",
        ) as server,
    ):
        rounds = 0
        while made.total() < options.requests:
            phases = "fuzzing" if rounds else "examples,coverage,fuzzing"
            done, found = _round(server.url, Path(folder), phases, options.seed + rounds)
            made += done
            faults += found
            rounds += 1
        printed = server.log.read_text(encoding="utf-8")
    seconds = time.monotonic() - began
    print(f"{made.total():,} requests in {seconds:.0f} s; answers by status:")
    for status, number in sorted(made.items()):
        print(f"    {status}: {number:,}")
    errors = len(re.findall(r"^(?:ERROR|Traceback)", printed, re.MULTILINE))
    print(f"lines of errors in the server's log: {errors}")
    print(f"faults: {len(faults)}")
    for fault in faults:
        print(f"    {fault}")
    return 1 if faults or errors else 0


def _round(url: str, folder: Path, phases: str, seed: int) -> tuple[Counter[str], list[str]]:
    """Have schemathesis make ``EXAMPLES`` random requests for each address that takes some, beside
    those of its other phases; return the answers by status, and the faults."""
    events = folder / f"events-{seed}.ndjson"
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIG)),
        *("run", f"{url}/openapi.json", "--max-examples", str(EXAMPLES), "--seed", str(seed)),
        *("--header", f"Authorization: Bearer {TOKEN}", "--continue-on-failure", "--no-shrink"),
        *(
            "--phases",
            phases,
            "--suppress-health-check",
            "all",
            "--workers",
            "2",
            "--warnings",
            "off",
        ),
        *("--report", "ndjson", "--report-ndjson-path", str(events)),
    ]
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
    made: Counter[str] = Counter()
    faults = []
    for recorded in _scenarios(events):
        for case, interaction in recorded.get("interactions", {}).items():
            response = interaction["response"]
            made[str(response["status_code"]) if response else "none"] += 1
            faults += [
                f"{recorded['label']}: {check['name']}: {json.dumps(check)[:300]}"
                for check in recorded.get("checks", {}).get(case, [])
                if check["status"] != "success"
            ]
    return made, faults


def _scenarios(events: Path) -> Iterator[dict[str, Any]]:
    """Yield what was asked and answered, scenario by scenario."""
    with events.open(encoding="utf-8") as lines:
        for line in lines:
            finished = json.loads(line).get("ScenarioFinished")
            if finished:
                yield finished["recorder"]


if __name__ == "__main__":
    raise SystemExit(main())
