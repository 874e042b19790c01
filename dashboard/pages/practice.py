"""The page *Practice*: one reader's exercises: mark first, reword, which is which, who says it."""

from __future__ import annotations

import streamlit as st


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Practice · Slant")
    st.title("Practice", anchor=False)


if __name__ == "__main__":
    main()
