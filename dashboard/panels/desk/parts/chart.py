"""A chart of the desk: below its title, with the same in words in a fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.escaping import for_markdown

if TYPE_CHECKING:
    from analysis.output.phrasing.captions import Caption
    from dashboard.charts.figure import Drawing


def show_chart(key: str, figure: Drawing, caption: Caption) -> None:
    """Draw ``figure`` under the title of its ``caption``; ``key`` is its own on the page."""
    with st.container(gap="xxsmall", key=f"chart-{key}"):
        st.subheader(for_markdown(caption.title), anchor=False)
        st.plotly_chart(
            figure,
            key=key,
            theme=None,
            config={"displayModeBar": False},
            alt=caption.title,
        )
        with st.expander("In words", type="compact"):
            st.text(caption.words)
