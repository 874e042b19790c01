"""The report's text: style classes of runs, the names beside it, and the strength of the tint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.output.blocks import (
    CUE,
    QUOTE,
    QUOTE_CLOSES,
    QUOTE_OPENS,
    RULE_OPENS,
    SEVERITY_FLAGS,
    STATEMENT,
    WORD,
    Piece,
)
from analysis.output.phrasing.speakers import shortened
from analysis.output.speakers.side_names import side_names

if TYPE_CHECKING:
    from analysis.frames import Result

STRENGTHS = (0.75, 0.9)
"""Probabilities from which the tint of likely loaded sentences is stronger. Three strengths can be
told apart on paper; in the last one nine in ten sentences are loaded (calibrated)."""

LONGEST_SIDE_NAME = 48
"""Most characters of a name beside the text, which is three lines of the margin; the table of
speakers has the rest."""

_QUOTE_MARKS = {QUOTE: "quote", QUOTE_OPENS: "opens", QUOTE_CLOSES: "closes"}


@dataclass(frozen=True)
class ShownRun:
    """A run as the report shows it: its text, its style classes, and the speaker's ``name`` that
    stands beside its first character, with the ``form`` of the statement; both else empty."""

    text: str
    classes: list[str]
    name: str
    form: str


class TextMarks:
    """What the text of an article is marked with beyond the runs' flags: borders of reported
    speech, and the speakers' names beside it."""

    def __init__(self, result: Result) -> None:
        statements = result.statements
        reported = statements[statements["form"] != "direct"]
        self._begins = set(reported["start"].tolist())
        self._ends = set(reported["end"].tolist())
        self._names = {
            name.offset: (shortened(name.name, LONGEST_SIDE_NAME), name.form)
            for name in side_names(statements, result.sentences)
        }

    @property
    def named(self) -> bool:
        """Whether a name stands beside the text, which then needs room for it."""
        return bool(self._names)

    def runs(self, piece: Piece) -> list[ShownRun]:
        """Return the runs of a piece in order."""
        shown = []
        offset = piece.start
        for text, flags in piece.runs:
            classes = style_classes(flags)
            if "statement" in classes:
                classes += ["begins"] * (offset in self._begins)
                classes += ["ends"] * (offset + len(text) in self._ends)
            shown.append(ShownRun(text, classes, *self._names.get(offset, ("", ""))))
            offset += len(text)
        return shown


def style_classes(flags: int) -> list[str]:
    """Return the style classes of a run's flags.

    ``word`` is a loaded word; ``statement`` what somebody says or thinks; ``quote``, ``opens`` and
    ``closes`` the part of it in quotation marks; ``cue`` the words that attribute it. Quotation
    marks outside all statements are scare quotes, which are the outlet's own: they have no class.
    ``house`` is what a house rule found, with ``house-error``, ``house-warning`` or ``house-note``
    for the highest severity and ``first`` where a finding begins.
    """
    classes = ["word"] * bool(flags & WORD) + ["cue"] * bool(flags & CUE)
    if flags & STATEMENT:
        classes.append("statement")
        classes += [name for flag, name in _QUOTE_MARKS.items() if flags & flag]
    severities = [severity for severity, flag in SEVERITY_FLAGS.items() if flags & flag]
    if severities:
        classes += ["house", f"house-{severities[-1]}"] + ["first"] * bool(flags & RULE_OPENS)
    return classes


def tint_strength(row: dict[str, Any]) -> int:
    """Return 1 to 3, by the loaded_probability of a scored sentence (see ``STRENGTHS``)."""
    probability: float = row["loaded_probability"]
    return 1 + sum(probability >= limit for limit in STRENGTHS)
