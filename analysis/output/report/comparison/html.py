"""The comparison report: a self-contained HTML file without scripts, pictures or fonts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import escape

from analysis.comparison.frames import Comparison
from analysis.output.comparison.about import About, article_names
from analysis.output.comparison.findings import findings
from analysis.output.phrasing.comparison import heading_of, notes, summary


def comparison_report(
    comparison: Comparison, known: Sequence[About] = (), made: date | None = None
) -> str:
    """Return ``comparison`` as a self-contained HTML document, to be stored in UTF-8.

    ``known`` is what is known of each article beside its text, or empty; ``made`` is the date of
    the report, by default today.
    """
    lines = [f"{name.letter}: {name.title}" for name in article_names(comparison, known)]
    lines += [*notes(comparison), summary(comparison)]
    for kind, some in findings(comparison).items():
        lines += [heading_of(kind), *(finding.text for finding in some)] if some else []
    return "<!doctype html>" + "".join(f"<p>{escape(line)}</p>" for line in lines)
