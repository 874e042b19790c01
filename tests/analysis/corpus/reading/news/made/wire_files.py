"""What agencies and papers send: NITF and ninjs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import Any

from tests.analysis.corpus.reading.news.made.feed_files import late, markup
from tests.analysis.corpus.reading.news.made.stories import OUTLET, Story


def nitf(story: Story, lead: bool = False) -> str:
    """Return a NITF document without declarations; with ``lead`` as in the archive of the New York
    Times, which has the first paragraph twice."""
    stamp = late(story.day).strftime("%Y%m%dT%H%M%S%z") if story.day else ""
    issue = f'<date.issue norm="{stamp}"/>' if stamp else ""
    paragraphs = [f"<p>{escape(one)}</p>" for one in story.paragraphs]
    content = "".join(paragraphs)
    if lead:
        content = (
            f'<block class="lead_paragraph">{paragraphs[0]}</block>'
            f'<block class="full_text">{content}</block>'
        )
    return (
        f"<nitf><head><title>Not this</title><docdata>{issue}"
        f'<doc-id id-string="{story.id}"/></docdata>'
        f'<pubdata name="{escape(OUTLET)}" position.section="{escape(story.section)}" '
        f'ex-ref="{story.url}"/></head><body><body.head><hedline>'
        f"<hl1>{escape(story.title)}</hl1><hl2>No title</hl2></hedline>"
        f"<byline>By <person>{story.author}</person><byttl>Staff</byttl></byline></body.head>"
        f"<body.content>{content}<media media-type='image'><media-caption><p>A picture.</p>"
        "</media-caption></media></body.content></body></nitf>"
    )


def nitf_documents(stories: Sequence[Story], encoding: str, lead: bool = False) -> bytes:
    """Return whole documents one after another, each with its declarations."""
    head = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n'
        '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd" [<!ENTITY a "<nitf-like>"> ]>\n'
    )
    documents = (head + nitf(one, lead) + "\n" for one in stories)
    return "".join(documents).encode(encoding, "xmlcharrefreplace")


def newsml(stories: Sequence[Story]) -> bytes:
    """Return NITF within another element, under a prefix."""
    inside = "".join(
        "<newsItem><inlineXML>"
        + nitf(one).replace("<nitf>", "<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'>")
        + "</inlineXML></newsItem>\n"
        for one in stories
    )
    return f"<newsMessage>{inside}</newsMessage>".encode()


def ninjs_1(story: Story) -> dict[str, Any]:
    """Return an item of version 1."""
    item = {
        "uri": story.id,
        "type": "text",
        "headline": story.title,
        "byline": story.author,
        "body_html": markup(story),
        "body_text": "not this",
        "subject": [{"code": "x"}, {"name": story.section}],
        "copyrightholder": OUTLET,
        "usageterms": "For study only.",
    }
    return item | ({"versioncreated": late(story.day).isoformat()} if story.day else {})


def ninjs_2(story: Story) -> dict[str, Any]:
    """Return an item of version 2."""
    item = {
        "uri": story.id,
        "headlines": [
            {"role": "short", "value": "No"},
            {"role": "main", "value": story.title},
        ],
        "by": story.author,
        "bodies": [
            {"role": "summary", "contenttype": "text/html", "value": "<p>not this</p>"},
            {"role": "main", "contenttype": "text/plain", "value": story.text},
        ],
        "infosources": [{"name": OUTLET, "role": "origin"}],
    }
    return item | ({"versioncreated": late(story.day).isoformat()} if story.day else {})


def ninjs_3(story: Story) -> dict[str, Any]:
    """Return an item of version 3, whose names are written otherwise."""
    names = {
        "infosources": "infoSources",
        "versioncreated": "versionCreated",
    }
    return {names.get(name, name): value for name, value in ninjs_2(story).items()}


def lines(items: Sequence[dict[str, Any]]) -> bytes:
    """Return an object a line."""
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in items).encode()
