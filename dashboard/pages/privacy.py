"""The page *Privacy for schools*: what is processed, how long, and what a school has to know."""

from __future__ import annotations

import streamlit as st


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Privacy for schools · Slant")
    st.title("Privacy for schools", anchor=False)


if __name__ == "__main__":
    main()
