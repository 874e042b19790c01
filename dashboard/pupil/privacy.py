"""The text of *Privacy for schools* as a page for phones, without the navigation of the dashboard.

Pupils can read it before they join, and no link on it leads to a text with its scores.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from pathlib import Path

STATEMENT = Path(__file__).parents[1] / "assets" / "privacy-for-schools.md"

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; \
img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Privacy for schools · Slant</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css?v={version}">
</head>
<body>
<header><strong class="brand">Slant</strong> <a href="../join">Back to the class</a></header>
<main>
{body}
</main>
</body>
</html>
"""

_INLINE: tuple[tuple[str, str], ...] = (
    (r"`([^`]+)`", r"<code>\1</code>"),
    (r"\*\*([^*]+)\*\*", r"<strong>\1</strong>"),
    (r"\*([^*]+)\*", r"<em>\1</em>"),
)


def privacy_page(version: str) -> str:
    """Return the page; ``version`` stands in the address of its style."""
    return PAGE.format(version=version, body=as_html(STATEMENT.read_text(encoding="utf-8")))


def as_html(text: str) -> str:
    """Return ``text``, Markdown of headings, paragraphs, flat lists, tables, ``code`` and emphasis,
    as HTML. Everything else stays as it is written, escaped.

    >>> as_html("# One\\n\\nTwo *is*\\nmore.\\n\\n- a < b")
    '<h1>One</h1>\\n<p>Two <em>is</em> more.</p>\\n<ul><li>a &lt; b</li></ul>'
    """
    blocks = [block.splitlines() for block in re.split(r"\n\s*\n", text.strip())]
    return "\n".join(_form(lines[0])(lines) for lines in blocks if lines)


def _form(first: str) -> Callable[[Sequence[str]], str]:
    if first.startswith("#"):
        return _heading
    if first.startswith("- "):
        return _list
    return _table if first.startswith("|") else _paragraph


def _inline(text: str) -> str:
    escaped = html.escape(text.strip())
    for pattern, element in _INLINE:
        escaped = re.sub(pattern, element, escaped)
    return escaped


def _heading(lines: Sequence[str]) -> str:
    marks, _, words = lines[0].partition(" ")
    return f"<h{len(marks)}>{_inline(words)}</h{len(marks)}>"


def _paragraph(lines: Sequence[str]) -> str:
    return f"<p>{_inline(' '.join(lines))}</p>"


def _list(lines: Sequence[str]) -> str:
    # A line that begins otherwise goes on with the item before it.
    items = re.split(r"\n- ", "\n".join(lines)[2:])
    return f"<ul>{''.join(f'<li>{_inline(_one_line(item))}</li>' for item in items)}</ul>"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _table(lines: Sequence[str]) -> str:
    head, _, *rows = (line.strip().strip("|").split("|") for line in lines)
    return (
        f"<table><thead>{_row(head, 'th')}</thead>"
        f"<tbody>{''.join(_row(row, 'td') for row in rows)}</tbody></table>"
    )


def _row(cells: Sequence[str], name: str) -> str:
    return f"<tr>{''.join(f'<{name}>{_inline(cell)}</{name}>' for cell in cells)}</tr>"
