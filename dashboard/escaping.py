"""Article text made harmless for the two places that interpret mark-up: Markdown and Plotly.

Articles come from strangers. Where text can go in as plain text (the text view, ``st.text``,
``st.dataframe``) it does; these functions are for headings and for charts.
"""

from __future__ import annotations

import html
import re
import textwrap

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Bidirectional overrides and isolates: they would reorder the label around the text as well.
_REORDERING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """Return ``text`` with every run of white space or control marks as one space."""
    return " ".join(_CONTROL.sub(" ", _REORDERING.sub("", text)).split())


def for_markdown(text: str) -> str:
    """Return ``text`` as one line that Markdown shows character by character.

    Every ASCII punctuation mark is escaped with a backslash (CommonMark 2.4), which also stops
    links, raw HTML, LaTeX and Streamlit's own ``:directives[]``.
    """
    return _MARKDOWN.sub(r"\\\1", one_line(text))


def for_plotly(text: str, width: int = 60, lines: int = 6) -> str:
    """Return ``text`` for a Plotly hover or label: escaped, wrapped at ``width`` characters.

    Plotly reads a subset of HTML (``<b>``, ``<a href>``, ``<br>``) in its labels; only the
    line breaks put in here are left to it. At most ``lines`` lines, then an ellipsis.
    """
    wrapped = textwrap.wrap(
        one_line(text), width, max_lines=lines, placeholder=" …", break_on_hyphens=False
    )
    return "<br>".join(html.escape(line, quote=False) for line in wrapped)
