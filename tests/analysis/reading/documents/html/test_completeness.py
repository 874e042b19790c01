"""Teasers, second pages, lists of links, and articles that the page shows only in part."""

import json

import pytest

from analysis.errors import CannotRead
from tests.analysis.reading.documents.html.news_page import (
    PARAGRAPHS,
    PROSE,
    TEXT,
    TITLE,
    article_page,
    page,
    read_page,
    with_paragraph,
)

BEGINNING = "The page holds only the beginning of the article"


def ld(**fields: object) -> str:
    content = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE}
    return f'<script type="application/ld+json">{json.dumps(content | fields)}</script>'


PAID = ld(isAccessibleForFree=False, hasPart={"@type": "WebPageElement", "cssSelector": ".paywall"})
LEAD = f"<p>{PARAGRAPHS[0]}</p><p>The company says that it cannot find…</p>"
TEASER = f"{TITLE}\n\n{PARAGRAPHS[0]}\n\nThe company says that it cannot find…"


@pytest.mark.parametrize(
    "wall",
    [
        '<div class="paywall"><h3>Subscribe to read on</h3><p>You have read your last free article '
        "this month. Subscribe from £1 a week to keep reading. Already a subscriber? Log in.</p>"
        "</div>",
        '<div class="x1"><h2>To continue reading, subscribe now</h2><p>From £2 a week. Cancel '
        'anytime.</p><a href="/s">Subscribe</a></div>',
        '<section class="regwall"><p>Register for free to continue reading.</p><p>Already have an '
        'account? <a href="/l">Sign in</a></p></section>',
        "<p>This article is for subscribers only.</p><p><a href='/s'>Subscribe now</a></p>",
        '<div class="gate"><p>Want to read more?</p><p>Join our members for unlimited access.</p>'
        "</div>",
        '<div class="tp-container"><p>Unlock this article</p><p>Start your free trial today.</p>'
        "</div>",
        "<div><strong>You’ve reached your limit of free articles</strong><p>Log in or subscribe to "
        "keep reading.</p></div>",
        "<h3>Subscribe to continue reading</h3><p>Digital</p><p>£5 a month</p><ul><li>All articles"
        "</li><li>The app</li></ul><p>Already a subscriber? <a href='/l'>Log in</a></p>",
        '<div class="subscribe-box"><p>Get the full story</p><p>Subscribe for £1</p></div>',
        '<aside class="paywall"><p>Subscribe to continue reading</p></aside>',
        '<div class="meter"><p>You have 0 free articles left. Subscribe for unlimited access.</p>'
        "</div>",
        '<div class="login-gate"><p>Please log in to read the rest of this article.</p><form>'
        "<input></form></div>",
        "<p>The rest of this article is for our members. Please log in to read it all.</p>",
    ],
)
@pytest.mark.parametrize("head", ["", PAID])
def test_a_teaser_is_named_and_the_offer_left_out(wall: str, head: str) -> None:
    article = read_page(article_page(LEAD + wall, head))
    assert article.text == TEASER
    assert len(article.notices) == 1
    assert article.notices[0].startswith(BEGINNING)
    assert "subscribers" in article.notices[0]


@pytest.mark.parametrize(
    "wrapped",
    [
        '<div class="paywall">{}<p>Subscribe to read on.</p></div>',
        '<section class="premium">{}<div class="offer"><h3>To continue reading, '
        "subscribe</h3><p>Our "
        "reporters on the islands write for you every day of the week, and at night.</p></div>"
        "</section>",
    ],
)
def test_the_beginning_stays_where_it_shares_an_element_with_the_offer(wrapped: str) -> None:
    article = read_page(article_page(wrapped.format(LEAD)))
    assert article.text == TEASER
    assert "subscribers" in article.notices[0]


@pytest.mark.parametrize(
    ("end", "because"),
    [
        ("", "breaks off"),
        ('<p><a href="/full/17">Continue reading</a></p>', "another address"),
        ('<a href="https://n.example/full">Read the full story</a>', "another address"),
        ('<p><a class="more-link" href="/full">Read more…</a></p>', "another address"),
    ],
)
def test_a_beginning_without_an_offer_is_named(end: str, because: str) -> None:
    article = read_page(article_page(LEAD + end))
    assert article.text == TEASER
    assert len(article.notices) == 1
    assert article.notices[0].startswith(BEGINNING)
    assert because in article.notices[0]


@pytest.mark.parametrize(
    "button",
    [
        "<button>Continue reading</button>",
        '<a href="#" class="load">Read the full story</a>',
        '<div><button type="button">Show full article</button></div>',
    ],
)
def test_a_button_that_loads_the_rest_is_named(button: str) -> None:
    first = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:4])
    article = read_page(article_page(first + button))
    assert article.text == "\n\n".join([TITLE, *PARAGRAPHS[:4]])
    (notice,) = article.notices
    assert notice.startswith(BEGINNING)
    assert "button" in notice


def test_a_teaser_that_ends_in_a_full_stop_is_named_if_the_page_says_it_is_paid() -> None:
    lead = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:2])
    (notice,) = read_page(article_page(lead, PAID)).notices
    assert notice.startswith(BEGINNING)
    assert read_page(article_page(lead)).notices == ()


@pytest.mark.parametrize(
    "tag",
    [
        '<meta itemprop="isAccessibleForFree" content="false">',
        '<meta property="article:content_tier" content="locked">',
    ],
)
def test_tags_say_that_an_article_is_paid(tag: str) -> None:
    (notice,) = read_page(article_page(f"<p>{PARAGRAPHS[0]}</p>", tag)).notices
    assert "subscribers" in notice


def test_a_link_to_the_rest_at_the_end_of_a_line_is_left_out() -> None:
    lead = '<p>The company says that it cannot find… <a href="/full">Continue reading →</a></p>'
    article = read_page(article_page(f"<p>{PARAGRAPHS[0]}</p>{lead}"))
    assert article.text == TEASER
    assert article.notices[0].startswith(BEGINNING)


def test_a_whole_article_for_subscribers_has_no_notice() -> None:
    """Publishers call the paid part of the article itself “paywall”."""
    more = "".join(
        f"<p>{p} That was said on day {n} of the talks.</p>" for n, p in enumerate(PARAGRAPHS)
    )
    article = read_page(article_page(f'{PROSE}<div class="paywall">{more}</div>', PAID))
    assert article.notices == ()
    assert article.text.count("of the talks.") == 7


@pytest.mark.parametrize(
    "pages",
    [
        '<p><a href="/a?page=2">Next page</a></p>',
        '<div class="pagination"><a href="/a">1</a> <a href="/a?page=2">2</a></div>',
        '<p><a href="/a/2">Continued on page 2</a></p>',
        '<div>Page 1 of 3 <a href="/a/2">Next ›</a></div>',
        '<p><a rel="next" href="/a?page=2">Older</a></p>',
        '<div class="page-links">Pages: 1 <a href="/a/2">2</a> <a href="/a/3">3</a></div>',
        '<nav class="article-pages"><a href="/a/2/">2</a> <a href="/a/2/">Next page</a></nav>',
    ],
)
def test_a_second_page_is_named(pages: str) -> None:
    article = read_page(article_page(PROSE + pages))
    assert article.text == TEXT
    (notice,) = article.notices
    assert notice.startswith(BEGINNING)
    assert "another address" in notice


@pytest.mark.parametrize(
    "harmless",
    [
        '<p>He said that <a href="/a">page 2</a> of the contract had been left out of the '
        "copy.</p>",
        '<link rel="next" href="/older-story"><p>They left in the rain…</p>',
        '<div id="comments"><ul class="pagination"><li><a href="/a?page=2">2</a></li></ul></div>',
        "<aside><p>Log in to read our e-paper, and get the full story.</p></aside>",
        "<p>“I don’t know…” he said, and looked at the sea for a while.</p>",
    ],
)
def test_whole_articles_have_no_notice(harmless: str) -> None:
    assert read_page(with_paragraph(harmless)).notices == ()


CARDS = (
    ("Pier shuts", "The east pier is shut for two years."),
    ("Bees on roof", "A swarm settles on the town hall."),
    ("Night train", "The sleeper to the coast is back."),
    ("Bread price", "A loaf now costs more than two pounds."),
    ("Chess win", "A girl of nine beats a master."),
    ("Fog warning", "Drivers are told to slow down."),
)


@pytest.mark.parametrize(
    "card",
    [
        '<div class="card"><h3><a href="/{n}">{t}</a></h3><p>{p}</p><time>1 May 2021</time></div>',
        '<article><a href="/{n}"><h2>{t}</h2><p>{p}</p></a></article>',
        '<article><h2><a href="/{n}">{t}</a></h2><p>{p} {p} {p}</p><a href="/{n}">Read '
        "more</a></article>",
        '<li><a href="/{n}">{t}: {p}</a></li>',
        '<div class="card"><h3>{t}</h3><p>{p}</p><a href="/{n}">Read more</a></div>',
        '<div><h2><a href="/{n}">{t}</a></h2><p>{p} {p} {p} {p} {p} {p} […]</p><a '
        'href="/{n}">Continue'
        " reading</a></div>",
        '<div><a href="/{n}">{t} at the pier</a><div>bay.example › news</div><div>{p}</div></div>',
        '<div class="story"><h2><a href="/{n}">{t}</a></h2><p>By Ida Holm</p><p>{p}</p></div>',
        '<li><h3><a href="/{n}">{t}</a></h3><span>3 hours ago</span><p>{p}</p></li>',
        '<div><a href="/{n}"><img src="x.jpg" alt=""></a><p><a href="/{n}">{t} in the bay</a></p>'
        "<p>{p}</p></div>",
        '<tr><td><a href="/{n}">{t} again</a></td></tr><tr><td>{p}</td></tr>',
    ],
)
@pytest.mark.parametrize(
    "heading", ["<h1>Latest</h1>", "", "<h1>Business news</h1><p>All of it.</p>"]
)
def test_a_list_of_links_is_refused(card: str, heading: str) -> None:
    cards = "".join(card.format(n=n, t=t, p=p) for n, (t, p) in enumerate(CARDS))
    wrap = {"<li": f"<ul>{cards}</ul>", "<tr": f"<table>{cards}</table>"}.get(card[:3], cards)
    with pytest.raises(CannotRead, match=r"list of links to articles.*open one of them"):
        read_page(page(heading + wrap, title="Latest news | Sound Herald"))


def test_a_short_article_above_many_links_is_read() -> None:
    links = "".join(
        f'<p><a href="/{n}">{title} after a long wait</a></p>' for n, (title, _) in enumerate(CARDS)
    )
    markup = page(f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>{links}")
    assert read_page(markup).text == "\n\n".join([TITLE, *PARAGRAPHS[:2]])


@pytest.mark.parametrize("separator", ["\n\n", "\n", "\r\n\r\n", "\n \n"])
@pytest.mark.parametrize(
    "shown",
    [
        '<div id="root"></div>',
        f"<article><h1>{TITLE}</h1></article>",
        f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p></article>",
    ],
)
def test_the_article_in_json_ld_has_its_paragraphs(separator: str, shown: str) -> None:
    article = read_page(page(shown, head=ld(articleBody=separator.join(PARAGRAPHS))))
    assert [p for p in article.text.split("\n\n") if p != TITLE] == list(PARAGRAPHS)
    assert article.title == TITLE
    assert article.notices == ()


def test_json_ld_in_other_forms() -> None:
    body = "\n\n".join(PARAGRAPHS)
    node = {"@type": ["NewsArticle"], "headline": TITLE, "articleBody": body}
    for content in ([node], {"@graph": [{"@type": "WebSite", "name": "Sound Herald"}, node]}):
        head = f'<script type="application/ld+json">{json.dumps(content)}</script>'
        assert read_page(page("", head=head)).text == body
    marked = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    assert read_page(page("", head=ld(articleBody=marked))).text == body
    broken = ld(articleBody=body).replace("}</script>", ",}</script>")
    assert read_page(page("", head=broken)).text == body


def test_json_ld_that_was_escaped_or_is_of_another_article() -> None:
    body = "\n\n".join(PARAGRAPHS)
    escaped = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)
    assert read_page(page("", head=ld(articleBody=escaped))).text == body
    assert read_page(page("", head=ld(articleBody=body.replace("\n", "\\n")))).text == body
    ampersand = read_page(page("", head=ld(articleBody=f"Fish &amp; chips are sold.\n\n{body}")))
    assert ampersand.text == f"Fish & chips are sold.\n\n{body}"
    other = ld(articleBody=body * 3, headline="Bread that nobody may eat")
    rain = "It rained for nine days on the coast."
    shown = page(f"<article><h1>Rain on the coast</h1><p>{rain}</p></article>", head=other)
    assert read_page(shown).text == f"Rain on the coast\n\n{rain}"


def test_the_count_of_words_in_json_ld_is_a_check() -> None:
    lead = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:2])
    (notice,) = read_page(article_page(lead, ld(wordCount=800))).notices
    assert "800 words" in notice
    assert read_page(article_page(PROSE, ld(wordCount="150"))).notices == ()


def test_pages_without_an_article_are_refused() -> None:
    cookies = "<p>We use cookies and similar tools to give you the best experience here.</p>"
    script = "<p>You need to enable JavaScript to run this app.</p>"
    for body in (
        f"<div>{cookies}<button>OK</button></div>",
        script,
        f"<noscript>{PROSE}</noscript>",
    ):
        with pytest.raises(CannotRead, match="no article was found"):
            read_page(page(body))


def test_the_page_goes_before_json_ld_where_both_have_the_article() -> None:
    markup = with_paragraph("<blockquote><p>We were never asked about any of it.</p></blockquote>")
    head = ld(articleBody=" ".join(PARAGRAPHS))
    article = read_page(markup.replace("</head>", f"{head}</head>"))
    assert article.text.split("\n\n")[4] == "We were never asked about any of it."
    assert len(article.quoted) == 1


def test_prose_that_was_left_out_is_named() -> None:
    other = "".join(
        f"<p>{p} It was on the other side of the sound, they said.</p>" for p in PARAGRAPHS
    )
    markup = page(
        f"<article><h1>{TITLE}</h1>{PROSE}</article><article><h1>Another "
        f"story</h1>{other}</article>"
    )
    article = read_page(markup)
    assert article.text == TEXT
    (notice,) = article.notices
    assert "more words" in notice
