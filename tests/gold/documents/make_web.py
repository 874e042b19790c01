"""Web pages of several layouts, and in several encodings, around the invented articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from itertools import groupby

from tests.gold.documents.articles import Source

NAV = "".join(
    f'<li><a href="/{word.lower()}/">{word}</a></li>'
    for word in ("Home", "News", "Politics", "Business", "Sport", "Weather", "Culture", "Jobs")
)
COOKIES = (
    '<div id="cookie-consent" class="cookie-banner" role="dialog"><h2>We value your privacy</h2>'
    "<p>We and our 614 partners store cookies on your device to show you advertisements that suit "
    "you and to measure how well they work. You can change your mind at any time.</p>"
    "<button>Accept all</button><button>Reject all</button><button>More options</button></div>"
)
RELATED = (
    '<aside class="related-stories"><h3>Read more</h3><ul>'
    '<li><a href="/a1">Swimmer rescued after mistaking buoy for seal</a></li>'
    '<li><a href="/a2">Bakery wins prize for bread nobody may eat</a></li>'
    '<li><a href="/a3">Ten walks for people who dislike hills</a></li></ul></aside>'
)
COMMENTS = (
    '<section id="comments" class="comments-area"><h2>3 comments</h2><ol class="comment-list">'
    '<li class="comment"><cite>gullwatcher</cite><p>About time somebody said it, though I would '
    "have liked to hear more about the gulls.</p></li>"
    '<li class="comment"><cite>Old Salt</cite><p>My father always told us that it would end like '
    "this and nobody listened to him either.</p></li>"
    '<li class="comment"><cite>Pia</cite><p>Does anybody know whether the ferry runs on Sunday?'
    "</p></li></ol><form><label>Write a comment<textarea></textarea></label></form></section>"
)
FOOTER = (
    '<footer class="site-footer"><p>© The Carrow Examiner. All rights reserved.</p><ul>'
    '<li><a href="/about">About us</a></li><li><a href="/terms">Terms of use</a></li>'
    '<li><a href="/privacy">Privacy policy</a></li></ul></footer>'
)
NEWSLETTER = (
    '<div class="newsletter-signup"><h4>Never miss a story</h4><p>Sign up for our morning '
    'newsletter.</p><input type="email"><button>Sign up</button></div>'
)
SHARE = (
    '<ul class="social-share"><li><a href="#">Share</a></li><li><a href="#">Tweet</a></li>'
    '<li><a href="#">E-mail</a></li><li><a href="#">Print</a></li></ul>'
)
ADVERT = '<div class="ad-slot" aria-label="Advertisement"><span>Advertisement</span></div>'
SCRIPT = "<script>window.data={a:[1,2,3],s:'<p>not text</p>'};(function(){var q=0;})();</script>"
STYLE = "<style>body{margin:0}.nav li{display:inline}</style>"


def figure(number: int) -> str:
    """A picture with a caption and a credit."""
    return (
        f'<figure><img src="/p{number}.jpg" alt="A view"><figcaption>The scene on the day, seen '
        'from the south. <span class="credit">Photograph: R. Tallis</span></figcaption></figure>'
    )


def body(source: Source, after: dict[int, str] | None = None) -> str:
    """The article's blocks as HTML; ``after`` puts something behind the n-th block group."""
    parts: list[str] = []
    for kind, group in groupby(source.blocks, key=lambda block: block.kind):
        blocks = list(group)
        if kind == "item":
            parts.append("<ul>" + "".join(f"<li>{escape(b.text)}</li>" for b in blocks) + "</ul>")
        elif kind == "row":
            rows = ["".join(f"<td>{escape(cell)}</td>" for cell in b.cells) for b in blocks]
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            tag = "h2" if kind == "heading" else "p"
            parts += [f"<{tag}>{escape(block.text, quote=False)}</{tag}>" for block in blocks]
    return "\n".join(part + (after or {}).get(number, "") for number, part in enumerate(parts))


def meta(source: Source, slug: str) -> str:
    """Open Graph and other tags that news pages carry."""
    return (
        f'<meta property="og:title" content="{escape(source.title)}">'
        f'<meta name="author" content="{escape(source.author)}">'
        f'<meta property="article:published_time" content="{source.date}T08:30:00Z">'
        f'<link rel="canonical" href="https://examiner.example/news/{slug}">'
    )


def page(title: str, content: str, charset: str = "utf-8", head: str = "") -> str:
    """A complete page; ``charset`` is what its meta tag claims ("" for no tag)."""
    claim = f'<meta charset="{charset}">' if charset else ""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{claim}<title>{escape(title)} | The Carrow '
        f"Examiner</title>{head}{STYLE}</head>\n<body>{content}</body></html>\n"
    )


def byline(source: Source) -> str:
    """A line with author and date."""
    return (
        f'<p class="byline">By <a rel="author" href="/staff">{escape(source.author)}</a> '
        f'<time datetime="{source.date}">{source.date}</time></p>'
    )


def article(source: Source, after: dict[int, str] | None = None) -> str:
    """A modern article element."""
    return (
        f"<article><h1>{escape(source.title)}</h1>{byline(source)}\n{body(source, after)}</article>"
    )


def chrome(source: Source, content: str) -> str:
    """What stands around an article: cookie banner, menu, related stories, footer."""
    return (
        f'{COOKIES}<header><nav class="nav"><ul>{NAV}</ul></nav></header>{SCRIPT}'
        f"<main>{content}</main>{RELATED}{FOOTER}"
    )


def pages(load) -> Iterator[tuple[str, str, bytes, str]]:  # type: ignore[no-untyped-def]
    """Yield (file, article, bytes, what is hard about it)."""
    slug = "harbour-lift"
    s = load(slug)
    yield "clean.html", slug, page(s.title, article(s), head=meta(s, slug)).encode(), "semantic"

    slug = "river-café"
    s = load(slug)
    plain = chrome(s, article(s))
    yield "utf8-bom.html", slug, page(s.title, plain).encode("utf-8-sig"), "UTF-8 with BOM"
    yield "utf16-le.html", slug, page(s.title, plain).encode("utf-16"), "UTF-16, meta says UTF-8"
    big_endian = b"\xfe\xff" + page(s.title, plain, "utf-16").encode("utf-16-be")
    yield "utf16-be.html", slug, big_endian, "UTF-16 big-endian"
    western = s.title, plain.replace("ë", "&euml;")
    yield (
        "cp1252.html", slug, page(*western, "iso-8859-1").encode("cp1252"),
        "Windows-1252 declared as ISO-8859-1",
    )  # fmt: skip
    yield "cp1252-silent.html", slug, page(*western, "").encode("cp1252"), "Windows-1252, no tag"
    yield (
        "cp1252-as-utf8.html", slug, page(*western, "utf-8").encode("cp1252"),
        "Windows-1252, meta says UTF-8",
    )  # fmt: skip
    yield (
        "utf8-as-latin1.html", slug, page(s.title, plain, "iso-8859-1").encode(),
        "UTF-8, meta says ISO-8859-1",
    )  # fmt: skip

    slug = "school-meals"
    s = load(slug)
    content = chrome(s, SHARE + article(s, {1: figure(1) + ADVERT, 4: RELATED, 8: NEWSLETTER}))
    yield (
        "portal.html", slug, page(s.title, content, head=meta(s, slug)).encode(),
        "cookie banner, menu, share buttons, caption, “read more” and newsletter inside the text",
    )  # fmt: skip

    slug = "night-trains"
    s = load(slug)
    content = chrome(s, article(s) + COMMENTS)
    yield "comments.html", slug, page(s.title, content).encode(), "readers' comments"

    slug = "museum-theft"
    s = load(slug)
    after = {number: figure(number) for number in (0, 2, 4)}
    content = chrome(s, article(s, after))
    yield "captions.html", slug, page(s.title, content).encode(), "three pictures with captions"

    slug = "factory-closure"
    s = load(slug)
    text = "<br><br>\n".join(escape(block.text) for block in s.blocks)
    content = (
        '<table width="780"><tr><td width="150" valign="top"><font size="2">'
        + "<br>".join(f'<a href="{n}.htm">{n}</a>' for n in ("News", "Sport", "Weather", "Links"))
        + f'</font></td><td><font face="Times" size="5"><b>{escape(s.title)}</b></font><br>'
        f'<font size="3"><i>by {s.author}</i><br><br>\n{text}</font></td></tr></table>'
        '<center><font size="1">Best viewed at 800 x 600</font></center>'
    )
    yield "tables-1999.html", slug, page(s.title, content, "").encode("cp1252"), "table layout"

    slug = "election-count"
    s = load(slug)
    text = "".join(f'<div class="x7">{escape(block.text)}</div>' for block in s.blocks)
    content = (
        f'<div class="a1"><div class="a2">{"".join(f"<div><a href=#>{n}</a></div>" for n in ("News", "Sport", "Shop"))}'  # noqa: E501
        f'</div><div class="b3"><div class="t">{escape(s.title)}</div>{text}</div>'
        '<div class="c9"><div>Terms</div><div>Contact</div></div></div>'
    )
    yield "divs.html", slug, page(s.title, content).encode(), "nothing but div elements"

    slug = "wind-farm"
    s = load(slug)
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": s.title,
        "datePublished": s.date, "author": {"@type": "Person", "name": s.author},
        "mainEntityOfPage": f"https://examiner.example/news/{slug}",
    }  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    content = chrome(s, SCRIPT * 20 + article(s, {2: ADVERT + SCRIPT, 5: ADVERT}))
    yield "json-ld.html", slug, page(s.title, content, head=head).encode(), "data in JSON-LD"

    slug = "bees-roof"
    s = load(slug)
    content = (
        f'<div id="page" class="hfeed site"><div id="content"><div class="post type-post hentry">'
        f'<h1 class="entry-title">{escape(s.title)}</h1><div class="entry-meta">Posted on '
        f'<time class="entry-date published" datetime="{s.date}">8 September 2024</time> by '
        f'<span class="author vcard"><a class="url fn n">{s.author}</a></span></div>'
        f'<div class="entry-content">{body(s)}</div><footer class="entry-meta">Filed under '
        f'<a rel="category tag">Nature</a>. Bookmark the permalink.</footer></div>{COMMENTS}</div>'
        '<div id="secondary" class="widget-area"><aside class="widget"><h3>Recent posts</h3><ul>'
        "<li><a>The crows are back</a></li><li><a>Compost, honestly</a></li></ul></aside>"
        '<aside class="widget"><h3>Archives</h3><ul><li><a>August 2024</a></li><li><a>July 2024</a>'
        "</li></ul></aside></div></div>"
    )
    yield "blog.html", slug, page(s.title, content).encode(), "blog theme with side bar"

    slug = "vaccine-clinic"
    s = load(slug)
    content = (
        f'<amp-sidebar id="s"><ul>{NAV}</ul></amp-sidebar><amp-consent><div>We use cookies.'
        "<button>OK</button></div></amp-consent>" + article(s, {1: "<amp-ad></amp-ad>"}) + FOOTER
    )
    mobile = page(s.title, content, head=meta(s, slug)).replace("<html", "<html amp", 1)
    yield "amp.html", slug, mobile.encode(), "mobile page (AMP)"

    slug = "office-flood"
    s = load(slug)
    strict = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 '
        'Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{escape(s.title)}</title></head>'
        f'<body><div id="menu"><ul>{NAV}</ul></div><div id="article"><h1>{escape(s.title)}</h1>'
        f'{body(s)}</div><div id="footer"><p>The Carrow Examiner</p></div></body></html>'
    )
    yield "strict.htm", slug, strict.encode(), "XHTML with an XML declaration"

    slug = "budget-table"
    s = load(slug)
    content = chrome(s, article(s, {2: figure(1)}))
    yield "table.html", slug, page(s.title, content).encode(), "a data table inside the article"

    slug = "harbour-lift"
    s = load(slug)
    content = chrome(s, article(s, {3: RELATED})) + "<div><p>" + "</p></b><p"
    broken = page(s.title, content).replace("</p>", "").replace("</li>", "")
    yield "unclosed.html", slug, broken.encode(), "paragraphs and list items never closed"
    yield (
        "named-txt.txt", slug, page(s.title, chrome(s, article(s))).encode(),
        "a saved web page that was named .txt",
    )  # fmt: skip
