"""Feeds as sites write them: RSS 1.0 and 2.0, Atom, in several encodings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime
from html import escape

from tests.analysis.corpus.reading.news.made.stories import OUTLET, Story

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    "xmlns:opensearch='http://a9.com/-/spec/opensearch/1.1/'"
)
LATE = timezone(timedelta(hours=-8))


def markup(story: Story) -> str:
    """Return the text of a story as HTML."""
    return "".join(f"<p>{escape(one, quote=False)}</p>\n" for one in story.paragraphs)


def late(day: date) -> datetime:
    """Return a time of a day that is the next day in UTC."""
    return datetime(day.year, day.month, day.day, 23, 50, tzinfo=LATE)


def rss(
    stories: Sequence[Story],
    body: Callable[[Story], str],
    encoding: str = "utf-8",
    claims: int | None = None,
) -> bytes:
    """Return RSS 2.0; ``body`` writes the element with the text."""
    items = [
        f"<item><title>{escape(one.title)}</title><link>{one.url}</link>"
        f'<guid isPermaLink="false">{one.id}</guid><dc:creator>{one.author}</dc:creator>'
        f"<category><![CDATA[{one.section}]]></category>"
        + (f"<pubDate>{format_datetime(late(one.day))}</pubDate>" if one.day else "")
        + f"{body(one)}</item>"
        for one in stories
    ]
    total = "" if claims is None else f"<opensearch:totalResults>{claims}</opensearch:totalResults>"
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<!-- made <item> by hand -->\n'
        f'<rss version="2.0" {SPACES}><channel><title>{escape(OUTLET)}</title>{total}'
        + "\n".join(items)
        + "</channel></rss>"
    ).encode(encoding, "xmlcharrefreplace")


def in_cdata(story: Story) -> str:
    """The whole text in a CDATA section, the beginning in the description."""
    return (
        f"<description>{escape(story.paragraphs[0])[:60]}…</description>"
        f"<content:encoded><![CDATA[{markup(story)}]]></content:encoded>"
    )


def escaped(story: Story) -> str:
    """The whole text as escaped HTML."""
    return f"<description>{escape(markup(story))}</description>"


def rss_1(stories: Sequence[Story]) -> bytes:
    """Return RSS 1.0 (RDF), whose list of addresses comes before the items."""
    listed = "".join(f'<rdf:li rdf:resource="{one.url}"/>' for one in stories)
    items = "".join(
        f'<item rdf:about="{one.url}"><title>{escape(one.title)}</title><link>{one.url}</link>'
        f"<dc:identifier>{one.id}</dc:identifier><dc:creator>{one.author}</dc:creator>"
        f"<dc:subject>{escape(one.section)}</dc:subject>"
        + (f"<dc:date>{late(one.day).isoformat()}</dc:date>" if one.day else "")
        + f"{in_cdata(one)}</item>\n"
        for one in stories
    )
    return (
        '<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" '
        f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {SPACES}>'
        f"<channel><title>{escape(OUTLET)}</title><items><rdf:Seq>{listed}</rdf:Seq></items>"
        f"</channel>{items}</rdf:RDF>"
    ).encode()


def atom(stories: Sequence[Story], encoding: str = "utf-8") -> bytes:
    """Return Atom with XHTML in it, under a prefix of its own."""
    entries = "".join(
        f'<a:entry><a:id>{one.id}</a:id><a:title type="html">&lt;b&gt;'
        f"{escape(escape(one.title))}&lt;/b&gt;</a:title>"
        f'<a:link rel="replies" href="{one.url}/comments"/><a:link href="{one.url}"/>'
        f"<a:author><a:name>{one.author}</a:name></a:author>"
        f'<a:category term="{escape(one.section)}"/>'
        + (f"<a:published>{late(one.day).isoformat()}</a:published>" if one.day else "")
        + '<a:content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">'
        + "".join(f"<h:p>{escape(p)}</h:p>" for p in one.paragraphs)
        + "</h:div></a:content></a:entry>"
        for one in stories
    )
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        f'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>{escape(OUTLET)}</a:title>'
        f"{entries}</a:feed>"
    ).encode(encoding)
