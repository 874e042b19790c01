"""What a fit would change, before it is used."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.phrasing.desk import learning as said
from analysis.output.phrasing.numerals import percent
from dashboard.escaping import cut, for_markdown
from dashboard.panels.html_tables import table_html

if TYPE_CHECKING:
    import pandas as pd

    from analysis.desk.fit import HouseFit

EXAMPLES = 10

_AROUND = 120
"""Characters of a sentence that are shown on either side of the words."""


def preview(fit: HouseFit, flags: pd.DataFrame) -> None:
    """Draw the figures of ``fit``, whether to use it, examples among ``flags`` (a frame ``FLAGS``)
    and the words that count most."""
    st.markdown(for_markdown(said.effect_said(fit.figures)))
    if fit.recommended:
        st.success(for_markdown(said.advice(fit)), icon=":material/check:")
    else:
        st.warning(for_markdown(said.advice(fit)), icon=":material/warning:")
    head = ("Of decided flags", "Share", "Interval")
    st.html(table_html("what the fit changes", head, said.figure_rows(fit)))
    st.caption(said.HOW_MEASURED)
    _examples(fit, flags)
    _words(fit)


def _examples(fit: HouseFit, flags: pd.DataFrame) -> None:
    judged = fit.judged(flags)
    known = flags[flags["flag"].isin(judged)]
    chances = known["flag"].map({flag: chance for flag, (chance, _) in judged.items()})
    ordered = known.assign(chance=chances.astype(float)).sort_values(["chance", "flag"])
    held = ordered["flag"].map({flag: back for flag, (_, back) in judged.items()}).astype(bool)
    for title, found in (("Held back", ordered[held]), ("Still shown", ordered[~held])):
        with st.expander(f"{title}: {len(found):,} of {len(ordered):,} flags on the desk"):
            if found.empty:
                st.caption("None.")
            else:
                st.html(examples_html(spread(found)))


def spread(flags: pd.DataFrame, most: int = EXAMPLES) -> pd.DataFrame:
    """Return at most so many of the rows, evenly from first to last: not only clear ones."""
    many = len(flags)
    if many <= most:
        return flags
    return flags.iloc[[round(place * (many - 1) / (most - 1)) for place in range(most)]]


def examples_html(flags: pd.DataFrame) -> str:
    """Return flags with a column ``chance`` as a list: the sentence with the words marked."""
    return f'<ul class="desk-examples">{"".join(map(_example, flags.to_dict("records")))}</ul>'


def _example(flag: dict) -> str:  # type: ignore[type-arg]
    sentence, start = flag["sentence_text"], flag["start"] - flag["sentence_start"]
    before, after = sentence[:start], sentence[start + len(flag["text"]) :]
    before = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before
    after = f"{after[:_AROUND]}…" if len(after) > _AROUND else after
    words = escape(cut(flag["text"], _AROUND))
    chance = f"{percent(flag['chance'])} likely to be accepted"
    return (
        f"<li><bdi>{escape(before)}<mark>{words}</mark>{escape(after)}</bdi> "
        f"<span>— {chance}</span></li>"
    )


def _words(fit: HouseFit) -> None:
    learned = [
        (title, said.word_rows(fit.words, accepted))
        for title, accepted in (("Accepted more often", True), ("Dismissed more often", False))
    ]
    if not any(rows for _, rows in learned):
        return
    with st.expander("Words it learned most from"):
        st.caption(
            "Without their endings, so that “absurd” and “absurdly” are one: more often than the "
            "model’s probabilities and words like them would say."
        )
        for title, rows in learned:
            if rows:
                st.html(table_html(title, (title, "accepted", "dismissed"), rows, numbers=(1, 2)))
