"""Lists whose entries lead to sentences of the text: speakers with their statements, and names.

A click tells the text view in the browser (``slant-go``), which selects the sentence and tells
Python; the sentence selected there is marked here. See ``sentence_lists.js``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from dashboard.components.component import component

__all__ = ["Entry", "Group", "sentence_lists"]

_component = component("sentence_lists")


@dataclass(frozen=True)
class Entry:
    """A line that leads to ``sentences`` (from 0): to the first, and clicked again to the next.

    ``sign`` stands before the ``text``, ``note`` after it; all plain text, drawn as such. ``label``
    is what a screen reader says instead of the three, where it is not empty.
    """

    sentences: Sequence[int]
    text: str
    sign: str = ""
    note: str = ""
    label: str = ""


@dataclass(frozen=True)
class Group:
    """Entries under a ``title``, plain text, drawn as such.

    With ``share`` (0 to 1) a bar of that length stands under the title; ``facts`` are a line each.
    A group that is ``folded`` shows its ``notes`` and entries once it is opened, a line each; the
    entries of another one stand side by side under the title.
    """

    title: str
    entries: Sequence[Entry]
    share: float | None = None
    facts: Sequence[str] = ()
    notes: Sequence[str] = ()
    folded: bool = True


def sentence_lists(groups: Sequence[Group], *, key: str) -> None:
    """Show ``groups``; ``key`` must be unique on the page."""
    _component(key=key, data={"groups": [asdict(group) for group in groups]})
