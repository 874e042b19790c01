"""Read articles from web pages.

    from analysis.reading.documents.html import read_html

    article = read_html(data)      # bytes → Article

``article.py`` is the way through the room: ``page/`` turns a page into the blocks that its reader
sees, ``choosing/`` picks those of the article, ``completeness.py`` says what is missing. Parsers
are imported only when a page is read.
"""

from analysis.reading.documents.html.article import read_html
from analysis.reading.documents.html.decoding import decode_html

__all__ = ["decode_html", "read_html"]
