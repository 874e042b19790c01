"""Which sentence of a comparison is selected, after what the browser and Python said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.comparison.frames import Comparison


def chosen(
    comparison: Comparison,
    selected: tuple[int, int] | None,
    event: Mapping[str, Any] | None,
    digest: str,
) -> tuple[int, int] | None:
    """Return the (article, sentence) selected now, None if there is none or no such sentence.

    An ``event`` of the browser (``sentence_event``) goes before what Python had ``selected``,
    unless it is about something else than what ``digest`` names: a click that was under way while
    that came in.
    """
    if event is not None and event["digest"] == digest:
        place = (event["article"], event["sentence"])
        selected = None if None in place else place
    if selected is None:
        return None
    article, sentence = selected
    if not 0 <= article < len(comparison.articles):
        return None
    return selected if 0 <= sentence < len(comparison.articles[article].sentences) else None
