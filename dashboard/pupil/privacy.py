"""The text of *Privacy for schools* as a page for phones, without the navigation of the dashboard.

Pupils can read it before they join, and no link on it leads to a text with its scores.
"""

from __future__ import annotations

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


def privacy_page(version: str) -> str:
    """Return the page; ``version`` stands in the address of its style."""
    return PAGE.format(version=version, body=as_html(STATEMENT.read_text(encoding="utf-8")))


def as_html(text: str) -> str:
    """Return Markdown as HTML; HTML in it is shown as it is written.

    >>> as_html("# One\\n\\nTwo *is* more.\\n\\n- a < b")
    '<h1>One</h1>\\n<p>Two <em>is</em> more.</p>\\n<ul>\\n<li>a &lt; b</li>\\n</ul>\\n'
    """
    from markdown_it import MarkdownIt

    found: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return found
