"""Read one NITF document (News Industry Text Format, 2.5 to 3.6 of the IPTC), in the child process.

The text is that of ``body.content``: paragraphs, lists, headings between them and block quotations
(``bq``); pictures with their captions, footnotes and notes to editors are left out. The archive of
the New York Times has its lead paragraph twice, in blocks ``lead_paragraph`` and ``full_text``;
there the latter is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from analysis.corpus.reading.dates import iso_date
from analysis.reading.articles import Article
from analysis.reading.documents.byline import property_or_none
from analysis.reading.text_files.markup import text_of_markup

_PLAIN = {"bq": "blockquote", "hl2": "h2", "block": "div", "body.content": "div"}
"""NITF's names of elements that HTML has under another name."""

_LEFT_OUT = ("media", "fn", "note", "datasource", "credit", "abstract", "caption")
_BY = re.compile(r"(?i)^by:?\s+(?=\S)")


@dataclass(frozen=True)
class NitfArticle:
    """An article with what else NITF says of it; ``withheld`` is the reason why it is not to be
    used (``canceled``), all empty if not given."""

    article: Article
    id: str
    outlet: str
    section: str
    topic: str
    withheld: str


def read_nitf(data: bytes) -> NitfArticle:
    """Read a document; what is broken in it is left out. Raises lxml's errors if nothing can be
    read."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise ValueError("nothing parsed")
    for element in root.iter():  # names without their namespace
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2].rpartition(":")[2]
    found = text_of_markup(_markup(root))
    publication, document = root.find(".//pubdata"), root.find(".//docdata")
    article = Article(
        found.text,
        _said(root, ".//hedline/hl1") or _said(root, ".//head/title"),
        _author(root),
        _date(root),
        _given(publication, "ex-ref") or None,
        "nitf",
        found.quoted,
    )
    return NitfArticle(
        article,
        _given(root.find(".//docdata/doc-id"), "id-string"),
        _given(publication, "name") or _said(root, ".//body.head/distributor") or "",
        _given(publication, "position.section")
        or _given(root.find(".//head/meta[@name='online_sections']"), "content"),
        _topic(root),
        _withheld(_given(document, "management-status")),
    )


def _markup(root: Any) -> str:
    from lxml import etree

    content = root.find(".//body.content")
    if content is None:
        return ""
    blocks = content.findall("block")
    whole = [block for block in blocks if block.get("class") == "full_text"]
    if whole:
        for block in blocks:
            if block not in whole:
                content.remove(block)
    etree.strip_elements(content, *_LEFT_OUT, with_tail=False)
    for element in content.iter(*_PLAIN):
        element.tag = _PLAIN[element.tag]
    content.tag = "div"
    return str(etree.tostring(content, encoding="unicode", with_tail=False))


def _said(root: Any, path: str) -> str | None:
    """Return the text of the first element at a path, on one line."""
    element = root.find(path)
    return property_or_none("".join(element.itertext())) if element is not None else None


def _given(element: Any, name: str) -> str:
    """Return an attribute, empty if element or attribute are missing."""
    return (property_or_none(element.get(name)) or "") if element is not None else ""


def _author(root: Any) -> str | None:
    """Return the people of the byline, or its text without “By”; the line with a job or an outlet
    (``byttl``) is no name."""
    from lxml import etree

    names = []
    for byline in root.findall(".//byline"):
        people = [property_or_none("".join(one.itertext())) for one in byline.iter("person")]
        if not any(people):
            etree.strip_elements(byline, "byttl", "location", with_tail=False)
            people = [property_or_none("".join(byline.itertext()))]
        names += [_BY.sub("", one) for one in people if one]
    return ", ".join(dict.fromkeys(names)) or None


def _date(root: Any) -> str | None:
    """Return the day of publication: that of the paper, else that of the issue of the document,
    else that of the story."""
    for path, attribute in (
        (".//pubdata", "date.publication"),
        (".//docdata/date.issue", "norm"),
        (".//docdata/date.release", "norm"),
        (".//dateline/story.date", "norm"),
    ):
        element = root.find(path)
        day = iso_date((element.get(attribute) or "").strip()) if element is not None else ""
        if day:
            return day
    return None


def _topic(root: Any) -> str:
    subject = root.find(".//tobject.subject")
    if subject is None:
        return ""
    names = ("tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")
    return next((said for name in names if (said := _given(subject, name))), "")


def _withheld(status: str) -> str:
    return status.lower() if status.lower() in ("canceled", "cancelled", "withheld") else ""
