"""Read a piece of a web page that came as text: in a .txt file, pasted, or typed with entities."""

from __future__ import annotations

import html
import re

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.checks import require_length
from analysis.reading.documents.html import read_html
from analysis.reading.text_files.markup import text_of_markup
from analysis.reading.text_files.recognition import ESCAPED

# With these a piece is nearly a whole page, with menus to be told from the article.
_OF_PAGES = re.compile(r"<(?:head|body|nav|footer|script|link|meta|form)[\s>]", re.I)
_STRUCTURE = re.compile(r"<(?:p|div|br|tr|li)[\s>/]", re.I)


def read_fragment(text: str) -> Article:
    """Read the text of a piece of HTML; its block quotations are the quoted passages.

    Where its tags make no paragraphs, its line ends do. Raises CannotRead, EmptyText or
    TextTooLong.
    """
    if ESCAPED.match(text):
        text = html.unescape(text)
    if _OF_PAGES.search(text):
        try:
            return read_html(text.encode())
        except CannotRead:
            pass
    if not _STRUCTURE.search(text):
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        text = "<p>" + re.sub(r"\n\s*\n", "</p><p>", lines).replace("\n", "<br>") + "</p>"
    try:
        found = text_of_markup(text)
    except ValueError:
        raise CannotRead(
            "The text", "is a web page that cannot be taken apart", "paste the article's text"
        ) from None
    require_length(found.text)
    title = " ".join(found.title.split()) if found.title else None
    return Article(found.text, title, None, None, None, "html", found.quoted)
