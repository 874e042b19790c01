"""What is said of an archive as a whole, from what ``Asking.about`` returns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.output.phrasing.archive.notes import value_name
from analysis.output.phrasing.archive.skipped import reason_said
from analysis.output.phrasing.numerals import counted

SKIPPED_HEAD = ["Reason", "Articles"]
CLAIMS_HEAD = ["File", "Says it holds", "Found"]

SKIPPED_NOTE = (
    "Skipped articles are in no figure. The table “skipped” of the archive has each of them, with "
    "its reason as a sentence."
)

MOST_CLAIMS = 100
"""Files whose claims are shown."""


def about_said(about: Mapping[str, Any]) -> list[str]:
    """Return lines that say how much there is, of when, scored by what, and what is missing."""
    lines = [
        f"{counted(about['articles'], 'article')} with "
        f"{counted(about.get('sentences', 0), 'sentence')}."
    ]
    if about.get("first"):
        lines.append(f"From {about['first']} to {about['last']}.")
    if undated := about.get("undated"):
        verb, they = ("has", "it is") if undated == 1 else ("have", "they are")
        lines.append(f"{counted(undated, 'article')} {verb} no date: {they} in no month.")
    if copies := about.get("duplicates"):
        verb = "is a near-duplicate" if copies == 1 else "are near-duplicates"
        lines.append(
            f"{counted(copies, 'article')} {verb} of an earlier one and counted only where every "
            "copy is (a switch among the filters)."
        )
    models = about.get("models") or []
    for one in models:
        name = value_name(f"{one['model']} {one['model_version']}")
        lines.append(f"Scored by the model {name}: {counted(one['articles'], 'article')}.")
    if len(models) > 1:
        lines.append(
            "Several models scored it: figures of articles that different models scored must not "
            "be compared. Analyse the archive anew with one model."
        )
    if unfinished := about.get("unfinished"):
        verb = "is" if unfinished == 1 else "are"
        lines.append(
            f"{counted(unfinished, 'part')} {verb} not finished: run slant corpus again with the "
            "same IN and OUT, it goes on where it stopped."
        )
    return lines


def skipped_rows(about: Mapping[str, Any]) -> list[list[object]]:
    """Return how many articles were skipped for each reason, most first."""
    skipped: Mapping[str, int] = about.get("skipped") or {}
    order = sorted(skipped.items(), key=lambda one: (-one[1], one[0]))
    return [[reason_said(reason), int(count)] for reason, count in order]


def claims_rows(about: Mapping[str, Any]) -> list[list[object]]:
    """Return what each file says it holds and what was found, those that differ first."""
    settings = about.get("settings")
    claims = settings.get("claims") if isinstance(settings, Mapping) else None
    rows = [one for one in claims or [] if isinstance(one, Mapping)]
    rows.sort(key=lambda one: one.get("claimed") in (None, one.get("found")))
    return [
        [
            value_name(str(one.get("file", ""))),
            "–" if one.get("claimed") is None else int(one["claimed"]),
            int(one.get("found") or 0),
        ]
        for one in rows[:MOST_CLAIMS]
    ]
