"""Article text made harmless for the two places that interpret mark-up: Markdown and Plotly.

Articles come from strangers. Where text can go in as plain text (the text view, the table,
``st.text``) it does; these functions are for headings and for charts.
"""

from __future__ import annotations

import html
import re
import textwrap

from analysis.text.one_line import one_line

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
# Where Streamlit's Markdown makes a link of bare text, backslashes or not: "https://", "www." and
# the "@" of an e-mail address.
_LINKED = re.compile(r"(?i)(?<=https:)(?=//)|(?<=http:)(?=//)|(?<=www)(?=\.)|(?<=\S)(?=@\S)")
_WORD_JOINER = "\u2060"  # invisible, no space, no line break


def for_markdown(text: str) -> str:
    """Return ``text`` as one line that Markdown shows character by character.

    Every ASCII punctuation mark is escaped with a backslash (CommonMark 2.4), which also stops
    links, raw HTML, LaTeX and Streamlit's own ``:directives[]``. Bare addresses would become links
    even so; a word joiner, which nobody sees, keeps them text.
    """
    return _MARKDOWN.sub(r"\\\1", _LINKED.sub(_WORD_JOINER, one_line(text)))


def for_plotly(text: str, width: int = 60, lines: int = 6) -> str:
    """Return ``text`` for a Plotly hover or label: escaped, wrapped at ``width`` characters.

    Plotly reads a subset of HTML (``<b>``, ``<a href>``, ``<br>``) in its labels; only the
    line breaks put in here are left to it. At most ``lines`` lines, then an ellipsis.
    """
    wrapped = textwrap.wrap(
        one_line(text), width, max_lines=lines, placeholder=" …", break_on_hyphens=False
    )
    return "<br>".join(html.escape(line, quote=False) for line in wrapped)


def cut(text: str, longest: int) -> str:
    """Return ``text`` on one line, with an ellipsis in place of what is over ``longest``."""
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
