"""Sentences that stand on the Archive page: what its figures cannot say, what is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.corpus.archive.frames import FEW, Chosen
from analysis.corpus.archive.questions.months import left_out
from analysis.output.phrasing.numerals import counted, joined
from analysis.text.one_line import one_line

NO_ARCHIVE = (
    "There is no archive here yet. Analyse one with `slant corpus IN OUT`, then start Slant with "
    "the folder it wrote: `SLANT_ARCHIVE=OUT make app`."
)
"""In Markdown: how to have an archive."""

CANNOT_SAY = (
    "These are figures of wording as a model sees it, not of truth or fairness: it misses some "
    "loaded sentences and marks others that a reader would not.",
    "A difference between two groups may come from what they write about, not from how: a court "
    "report has harder words than a timetable. Compare the same topic and the same months first.",
    "A value stands for the articles of this archive, not for all that an outlet publishes. Its "
    "interval says how far it may move with other articles of the same kind, not whether the "
    "archive is a fair choice of them.",
    "Quoted and reported words belong to their speakers. Whom an outlet lets speak is its choice; "
    "how they speak is not.",
    f"In a group of fewer than {FEW} articles a single one can change the picture; such groups are "
    "greyed. That intervals of two groups do not overlap is a hint, not a proof, and among many "
    "groups some will stand apart by chance.",
    "Groups stand by number of articles or by name, and never by a measure: no outlet gets a rank "
    "or a grade. Read the sentences behind a figure before you say what it means.",
)
"""What averages over many articles cannot say."""

NO_ARTICLES = "No article of this archive could be analysed: the view About says what was skipped."

NONE_CHOSEN = "No article of the archive fits what is chosen: take a filter away."

_LONGEST = 60


def unknown_said(unknown: Sequence[str]) -> str:
    """Say which parts of the address were left out: ``The address asks for by=age, …``."""
    named = joined([f"“{_cut(one)}”" for one in unknown[:5]])
    return f"The address asks for {named}, which there is not here: it is left out."


def chosen_said(chosen: Chosen, articles: int) -> str:
    """Say how many articles are looked at, and by which filters."""
    parts = [counted(articles, "article")]
    for name in ("outlet", "author", "section", "topic"):
        if values := getattr(chosen, name):
            shown = ", ".join(value_name(value) for value in values[:3])
            more = f" and {len(values) - 3} more" if len(values) > 3 else ""
            parts.append(f"{name} {shown}{more}")
    if chosen.first or chosen.last:
        parts.append(f"{chosen.first or 'the beginning'} to {chosen.last or 'the end'}")
    parts.append("copies counted once" if chosen.once else "every copy counted")
    return " · ".join(parts)


def value_name(value: str) -> str:
    """Return how a value of a grouping is shown: itself on one line, ``none given`` for empty."""
    return _cut(value) if value.strip() else "none given"


def left_out_said(months: Iterable[str]) -> str:
    """Say which months the axis of a chart of these months leaves out; empty for none."""
    stretches = left_out(months)
    if not stretches:
        return ""
    named = [f"{first} to {last}" for first, last in stretches[:3]]
    if len(stretches) > 3:
        named.append(f"{len(stretches) - 3:,} more such stretches")
    return f"The axis leaves out {joined(named)}, as nothing is dated then."


def _cut(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
