"""Plots for the model card: scores beside baselines, and reliability diagrams.

The same figures give the same bytes: ids in the SVG are made from a fixed salt, and no date is
written. matplotlib is needed for evaluation only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.evaluation.card.tables import SYSTEMS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SCORES = "scores.svg"
RELIABILITY = "reliability.svg"

#: Text stays text: the files are smaller, and screen readers can read them.
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "slant",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
}
_ACCENT, _MUTED = "#1f5fa8", "#5f6368"
_MARKS = {"slant": "D", "tfidf_logistic": "o", "vader": "s", "majority": "x"}
_PANELS = {"loaded": "loaded", "sentiment": "sentiment label"}


def write_plots(metrics: Mapping[str, Any], folder: Path) -> None:
    """Write `scores.svg` and `reliability.svg` into a folder from the figures of `metrics.json`."""
    import matplotlib

    with matplotlib.rc_context(_SETTINGS):
        _save(_scores(metrics["table"]), folder / SCORES)
        _save(_reliability(metrics["calibration"]), folder / RELIABILITY)


def _figure(width: float, height: float) -> Figure:
    from matplotlib.figure import Figure

    # Not pyplot, which keeps figures open and needs a display.
    return Figure(figsize=(width, height), layout="constrained")


def _save(figure: Figure, path: Path) -> None:
    figure.savefig(path, format="svg", metadata={"Date": None, "Creator": "Slant"})


def _scores(rows: Sequence[Mapping[str, Any]]) -> Figure:
    figure = _figure(8.4, 0.36 * len(rows) + 0.9)
    axes = figure.subplots()
    places = list(range(len(rows)))
    for system, name in reversed(SYSTEMS.items()):
        marks = [row["scores"][system] for row in rows]
        ours = system == "slant"
        axes.errorbar(
            [mark["value"] for mark in marks],
            places,
            # A percentile interval of a skewed score need not hold the score itself.
            xerr=[
                [max(0.0, mark["value"] - mark["low"]) for mark in marks],
                [max(0.0, mark["high"] - mark["value"]) for mark in marks],
            ],
            fmt=_MARKS[system],
            color=_ACCENT if ours else _MUTED,
            markerfacecolor=_ACCENT if ours else "none",
            markersize=6 if ours else 5,
            elinewidth=1,
            label=name,
        )
    axes.set_yticks(places, [f"{row['task']}, {row['metric']}" for row in rows])
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.set_xlabel("score")
    axes.grid(axis="x", linewidth=0.4, color="#c8c8c8")
    handles, names = axes.get_legend_handles_labels()
    figure.legend(handles[::-1], names[::-1], loc="outside upper center", ncols=4, frameon=False)
    return figure


def _reliability(measured: Mapping[str, Any]) -> Figure:
    figure = _figure(8.0, 3.9)
    panels = figure.subplots(1, len(_PANELS), sharey=True)
    for axes, (head, title) in zip(panels, _PANELS.items(), strict=True):
        axes.plot([0, 1], [0, 1], linestyle=":", color=_MUTED, linewidth=1)
        # The set with the floor comes first, in the accent colour.
        of_head = [row for key, row in measured.items() if key.partition("_")[0] == head]
        for row, marker in zip(of_head, _MARKS.values(), strict=False):
            first = row is of_head[0]
            axes.plot(
                [bin_["confidence"] for bin_ in row["bins"]],
                [bin_["correct"] for bin_ in row["bins"]],
                marker=marker,
                markerfacecolor=_ACCENT if first else "none",
                color=_ACCENT if first else _MUTED,
                linewidth=1.2,
                markersize=5,
                label=f"{row['rows_of'].partition(';')[0]}, {row['rows']:,} rows",
            )
        axes.set_title(title)
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1.03)
        axes.set_xlabel("probability given")
        axes.legend(loc="upper left", frameon=False, fontsize=8)
    panels[0].set_ylabel("share that was so")
    return figure
