"""The generated part of the model card: a table between two marks, the rest written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from models.errors import ModelError

BEGIN = "<!-- scores: written by python -m models.evaluate -->"
END = "<!-- end of scores -->"

_NAMES = {
    "slant": "Slant",
    "tfidf_logistic": "TF-IDF + logistic regression",
    "vader": "VADER",
    "majority": "majority guess",
}


def _cell(score: dict[str, float]) -> str:
    return f"{score['value']:.3f} ({score['low']:.3f}–{score['high']:.3f})"


def format_table(metrics: dict[str, Any]) -> str:
    """The scores as a Markdown table, calibration and bands as sentences below it."""
    systems = list(_NAMES)
    lines = [
        f"{metrics['model']} {metrics['version']}, evaluated {metrics['evaluated']}; "
        f"in brackets: {metrics['interval']}.",
        "",
        "| what | metric | rows | " + " | ".join(_NAMES[s] for s in systems) + " |",
        "| --- | --- | --- |" + " --- |" * len(systems),
    ]
    for row in metrics["table"]:
        cells = [_cell(row["scores"][s]) for s in systems]
        lines.append(
            f"| {row['task']} | {row['metric']} | {row['rows']} | " + " | ".join(cells) + " |"
        )
    calibration, bands = metrics["calibration"], metrics["bands"]
    lines += [
        "",
        f"Expected calibration error (10 bins): loaded {calibration['loaded']['ece']:.3f}, "
        f"sentiment {calibration['sentiment']['ece']:.3f}.",
        "",
        f"Bands on {bands['rows']} held-out rows with clear votes: "
        + "; ".join(
            f"{band} {bands[band]['share']:.0%} of rows"
            + (f", right {bands[band]['right']:.1%}" if "right" in bands[band] else "")
            for band in ("neutral", "uncertain", "loaded")
        )
        + ".",
        "",
        "| outlet | in training | rows | loaded by votes | loaded by model | accuracy |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for line in metrics["outlets"]:
        lines.append(
            f"| {line['outlet']} | {'yes' if line['in_training'] else 'no'} | {line['rows']} "
            f"| {line['loaded_share']:.0%} | {line['predicted_share']:.0%} "
            f"| {line['accuracy']:.3f} |"
        )
    return "\n".join(lines)


def update_card(path: Path, metrics: dict[str, Any]) -> None:
    """Put the table between the marks of the card; the text around it stays.

    Raises:
        ModelError: the card is missing or has lost its marks.
    """
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ModelError(f"{path} needs the lines {BEGIN!r} and {END!r} for its table.")
    path.write_text(f"{before}{BEGIN}\n{format_table(metrics)}\n{END}{after}", encoding="utf-8")
