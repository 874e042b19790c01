"""The floors that a release has to meet, from `floors.csv`, compared with its figures.

There are two tables: `TABLE` for slant-minilm, `voices/floors.csv` for slant-voices. A line is a
measure, whether ``high`` or ``low`` is better, its floor (the least that is acceptable), its aim,
and ``held``, the value that the tests require: the floor, or, where the release misses it, a little
below its own value; ``known``, where it is there, is what other means had reached before. Lines
without a floor are measured in the tests only, on sentences written for this project.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from models.errors import DataError

TABLE = Path(__file__).with_name("floors.csv")

_MARKS = "shown tones right, NewsMTSC devtest, worst of negative and positive"
#: Changes of real sentences that should change no label, and what they are called in the table.
_CHANGES = {
    "names": "swapped politicians, real sentences",
    "full stop": "a missing full stop, real sentences",
}
_TECHNIQUES = "precision of the worst technique named"


@dataclass(frozen=True)
class Floor:
    """One line of `floors.csv`; for ``better`` = ``low`` the floor is the most allowed."""

    measure: str
    better: Literal["high", "low"]
    floor: float | None
    aim: float | None
    held: float
    known: str = ""


def read_floors(path: Path = TABLE) -> list[Floor]:
    """The table, in its order.

    Raises:
        DataError: it is missing or has a line that can't be read.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [
                Floor(
                    row["measure"],
                    "low" if row["better"] == "low" else "high",
                    float(row["floor"]) if row["floor"] else None,
                    float(row["aim"]) if row["aim"] else None,
                    float(row["held"]),
                    row.get("known") or "",
                )
                for row in csv.DictReader(file)
            ]
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise DataError(f"The table {path.name} can't be read: {error}.") from error


def meets(better: str, value: float, bar: float) -> bool:
    """Whether a value is as good as the bar or better."""
    return value >= bar if better == "high" else value <= bar


def measures(metrics: Mapping[str, Any]) -> dict[str, float]:
    """Every measure that has a floor, by its name in `floors.csv`, from the figures of
    `metrics.json`.

    The precision of techniques is left out where the release names none.
    """
    found = {
        _measure(row["task"], row["metric"]): float(row["scores"]["slant"]["value"])
        for row in metrics["table"]
    }
    calibration, bands = metrics["calibration"], metrics["bands"]
    invariance = metrics["invariance"]
    found["loaded, BABE test articles, ECE"] = calibration["loaded"]["ece"]
    found["loaded, BABE folds by article, ECE"] = calibration["loaded_folds"]["ece"]
    found["sentiment, NewsMTSC devtest, ECE"] = calibration["sentiment"]["ece"]
    for band in ("not loaded", "loaded"):
        if "right" in bands[band]:
            found[f"{band} band right, BABE test, clear votes"] = bands[band]["right"]
    for label in ("loaded", "sentiment"):
        found[f"{label} labels turned by swapped names"] = invariance["swaps"][f"{label}_flips"]
    for score in ("loaded", "tone"):
        found[f"gap between two names, {score}"] = max(
            kind[score]["names"]["gap"] for kind in invariance["kinds"].values()
        )
    for change, name in _CHANGES.items():
        lines = [line for line in metrics["steady"] if line["change"] == change]
        for label in ("band", "sentiment") if lines else ():
            found[f"{label} turned by {name}"] = max(line[label]["share"] for line in lines)
    if "held_out" in metrics["vivid"]:
        found["false alarms, plain sentences of unseen desks"] = metrics["vivid"]["held_out"][
            "share"
        ]
    found["int8 against fp32, worst metric"] = min(row["gain"] for row in metrics["quantization"])
    found["named words outweigh random ones"] = metrics["faithfulness"]["share"]
    marks = [metrics["tones"][0][label] for label in ("negative", "positive")]
    if all("right" in mark for mark in marks):
        found[_MARKS] = min(mark["right"] for mark in marks)
    if metrics["techniques"]:
        # A technique that is never named on the test articles counts as 0.
        found[_TECHNIQUES] = min(row.get("precision", 0.0) for row in metrics["techniques"])
    return found


def compare_with_floors(
    metrics: Mapping[str, Any], floors: Sequence[Floor]
) -> list[dict[str, Any]]:
    """`held_against` of the figures of slant-minilm; a release that names no technique has no line
    for their precision."""
    found = measures(metrics)
    return held_against(
        found, [one for one in floors if one.measure != _TECHNIQUES or one.measure in found]
    )


def held_against(found: Mapping[str, float], floors: Sequence[Floor]) -> list[dict[str, Any]]:
    """Each measure with its floor and aim, as stored in `metrics.json` under ``floors``.

    Args:
        found: values by the name of their measure.
        floors: those without a floor of their own are left out.

    Returns:
        per floor ``measure``, ``better``, ``floor``, ``aim`` (or None), ``reached`` (the value, or
        None where it could not be measured), ``held`` (bool: the floor is met), and ``known``
        where the table has it.
    """
    lines = []
    for floor in floors:
        if floor.floor is None:
            continue
        reached = found.get(floor.measure)
        lines.append(
            {
                "measure": floor.measure,
                "better": floor.better,
                "floor": floor.floor,
                "aim": floor.aim,
                "reached": reached,
                "held": reached is not None and meets(floor.better, reached, floor.floor),
                **({"known": floor.known} if floor.known else {}),
            }
        )
    return lines


def missed_floors(lines: Sequence[Mapping[str, Any]]) -> list[str]:
    """One sentence for each floor of `compare_with_floors` that is missed."""
    bounds = {"high": "at least", "low": "at most"}
    return [
        f"{row['measure']}: {row['reached']}, the floor is {bounds[row['better']]} {row['floor']}."
        if row["reached"] is not None
        else f"{row['measure']}: not measured, the floor is {row['floor']}."
        for row in lines
        if not row["held"]
    ]


def _measure(task: str, metric: str) -> str:
    """Name in `floors.csv` of a line of the table."""
    short = task.removeprefix("loaded sentences, ").replace("sentence sentiment", "sentiment")
    return f"{short}, {metric}"
