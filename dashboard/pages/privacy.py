"""The page *Privacy for schools*: what is processed, how long, and what a school has to know.

It shows ``dashboard/assets/privacy-for-schools.md``, which can be read without Slant too.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

STATEMENT = Path(__file__).parents[1] / "assets" / "privacy-for-schools.md"


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Privacy for schools · Slant")
    st.html(STATEMENT.with_name("how_it_works.css"))
    with st.container(key="prose"):
        title, _, text = STATEMENT.read_text(encoding="utf-8").partition("\n")
        st.title(title.removeprefix("# "), anchor=False)
        st.markdown(text)


if __name__ == "__main__":
    main()
