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
    """The scores as Markdown: a table, calibration and bands, outlets, and names treated alike."""
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
    lines += ["", *format_invariance(metrics["invariance"])]
    return "\n".join(lines)


def format_invariance(measured: dict[str, Any]) -> list[str]:
    """Lines of Markdown: what `models.invariance` measured, gaps over the aim marked."""
    aim, swaps = measured["aim"], measured["swaps"]

    def gap(found: dict[str, Any]) -> str:
        mark = " (over)" if found["gap"] > aim else ""
        return f"{found['gap']:.3f}{mark}: {found['highest']} – {found['lowest']}"

    lines = [
        "### Names in identical sentences",
        "",
        f"Neutral sentences, of which only the name changes: {measured['names']} names, "
        f"{measured['sentences']:,} sentences. Gap: the largest difference between the means of "
        f"two names, and of two groups of names, the higher first; the aim is {aim} at most, "
        "gaps over it are marked. Tone is positive minus negative, −1 to 1. In brackets: the "
        "smallest and the largest score of one sentence.",
        "",
        "| kind | names | score | mean | largest gap between names | between groups of names |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for score in ("loaded", "tone"):
        for kind, row in measured["kinds"].items():
            found = row[score]
            lines.append(
                f"| {kind} | {row['names']} | {score} | {found['mean']:.3f} "
                f"({found['low']:.3f} to {found['high']:.3f}) | {gap(found['names'])} "
                f"| {gap(found['groups'])} |"
            )
    lines += [
        "",
        "### Names swapped",
        "",
        f"Two names swapped in plain and in loaded sentences: of {swaps['swaps']:,} swaps "
        f"{swaps['loaded_flips']:.1%} turned the loaded label (at 0.5) and "
        f"{swaps['sentiment_flips']:.1%} the sentiment label.",
        "",
        "| kind | swaps | loaded label turned | sentiment label turned |",
        "| --- | --- | --- | --- |",
    ]
    for kind, row in measured["kinds"].items():
        turned = row["swaps"]
        lines.append(
            f"| {kind} | {turned['swaps']} | {turned['loaded_flips']:.1%} "
            f"| {turned['sentiment_flips']:.1%} |"
        )
    return lines


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
