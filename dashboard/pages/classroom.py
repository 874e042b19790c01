"""The page *Class*: the teacher's page of a class."""

from __future__ import annotations

import streamlit as st


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Class · Slant")
    st.title("Class", anchor=False)


if __name__ == "__main__":
    main()
