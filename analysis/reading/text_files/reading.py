"""Read a text as what it is: Markdown, subtitles, a piece of a web page, or plain text as written.

Plain text is kept exactly, with line ends and unusual spaces, because offsets point into it. The
other kinds are turned into plain text at the door, in the child process of documents.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.checks import require_length
from analysis.reading.decoding import plain_text
from analysis.reading.documents.kinds import ReadDocument
from analysis.reading.encodings.mojibake import repaired
from analysis.reading.not_prose.verdict import data_instead, what_instead
from analysis.reading.text_files.recognition import TextKind, text_kind


def read_text_file(
    data: bytes,
    name: str,
    suffix: str = "",
    charset: str | None = None,
    *,
    documents: ReadDocument | None = None,
) -> Article:
    """Read an article from the bytes of a text file.

    ``name`` is what messages call it, ``suffix`` the ending of its file's name (``.md``),
    ``charset`` the encoding that a web server declared, ``documents`` what reads the kinds that
    need a child process. Raises NotText, TextTooLong, EmptyText, or
    CannotRead for what is no article (a table, program code).
    """
    decoded = plain_text(data, name, charset)
    return _article(decoded.text, name, suffix, decoded.notices, documents)


def read_pasted(text: str) -> Article:
    """Read an article that was pasted: tags, subtitles and damaged characters are put right.

    Markdown stays as it was written. Raises what ``read_text_file`` raises.
    """
    fixed = repaired(text)
    require_length(fixed.text)
    return _article(fixed.text, "The text", "", fixed.notices)


def _article(
    text: str,
    name: str,
    suffix: str,
    notices: tuple[str, ...],
    documents: ReadDocument | None = None,
) -> Article:
    kind: TextKind | None = text_kind(text, suffix)
    found = None
    if kind is None:
        found = what_instead(text, suffix)
    elif kind == "fragment":
        found = data_instead(text, suffix)
    if found:
        raise CannotRead(name, f"looks like {found}, not an article", "paste the article's text")
    if kind is None:
        return Article(text, None, None, None, None, "text", notices=notices)
    from analysis.reading.documents.sandbox import read_document

    article = (documents or read_document)(text.encode(), kind, name)
    return replace(article, notices=notices + article.notices)
