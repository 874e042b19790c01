"""What stands around an article stays out of it, whatever it is called."""

import pytest

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

COOKIES = (
    "We use cookies and similar tools to give you the best experience and to show you offers that "
    "suit you. You may change your choice at any time in the settings."
)


@pytest.mark.parametrize(
    "banner",
    [
        f'<div class="cookie"><p>{COOKIES}</p><button>Accept</button></div>',
        f'<div id="onetrust-banner-sdk"><p>{COOKIES}</p></div>',
        f"<div><p>{COOKIES}</p><button>OK</button></div>",
        f'<section class="gdpr-consent"><h2>Your privacy</h2><p>{COOKIES}</p></section>',
        "<p>This website uses cookies to make sure that you get the best experience here.</p>",
        "<p>By continuing to browse this site you agree to our use of cookies and our terms.</p>",
        "<p>We and our 614 partners store cookies on your device to show you advertisements.</p>",
    ],
)
@pytest.mark.parametrize("container", ["article", "aside", "div"])
def test_consent_is_not_the_article(banner: str, container: str) -> None:
    before = page(f"<h1>{TITLE}</h1>{banner}<{container}>{PROSE}</{container}>")
    after = page(f"<h1>{TITLE}</h1><{container}>{PROSE}</{container}>{banner}")
    assert read_page(before).text == TEXT
    assert read_page(after).text == TEXT


def test_an_article_about_cookies_is_read() -> None:
    story = (
        "<p>Bakers in the old town have used cookies to raise money for the harbour chapel.</p>"
        "<p>The cookies, which are cut in the shape of a ferry, were sold out within one hour.</p>"
        "<p>Websites that use cookies to follow their readers were the theme of the sermon.</p>"
    )
    markup = page(f'<article class="cookie-story"><h1>Cookies for a chapel</h1>{story}</article>')
    assert read_page(markup).text.count("ookies") == 4


@pytest.mark.parametrize(
    "extra",
    [
        '<aside class="related"><h3>Read more</h3><ul><li><a href="/a">Seal mistaken for a buoy by '
        'a swimmer</a></li><li><a href="/b">Bread that nobody may eat wins</a></li></ul></aside>',
        '<div class="related-links"><p>Related: <a href="/a">Seal mistaken for buoy</a></p></div>',
        '<p>Read more: <a href="/a">Seal mistaken for a buoy by a swimmer off the coast</a></p>',
        '<p><strong>READ ALSO:</strong> <a href="/a">Seal mistaken for a buoy by a swimmer</a></p>',
        '<p><a href="/a">Seal mistaken for a buoy by a swimmer off the coast</a></p>',
        '<div class="newsletter-box"><h4>Never miss a story</h4><p>Sign up for our morning '
        'newsletter and read it with your first coffee.</p><input type="email"></div>',
        "<p>Sign up for our newsletter to get the best stories of the week in your inbox.</p>",
        '<div class="ad-slot"><span>Advertisement</span></div>',
        "<p>Advertisement</p><p>Story continues below advertisement</p>",
        '<ul class="share-buttons"><li><a href="#">Share</a></li><li><a '
        'href="#">Tweet</a></li></ul>',
        "<ul><li><a href='/s?f'>Facebook</a></li><li><a href='/s?x'>X</a></li></ul>",
        '<figure><img src="a.jpg" alt="x"><figcaption>The ship in the sound, seen from the '
        "north of "
        'the bay. <span class="credit">Photograph: R. Tallis</span></figcaption></figure>',
        '<p class="byline">By <a rel="author" href="/s">Ida Holm</a></p><time>3 May 2021</time>',
        "<p>By Ida Holm</p><p>Published 3 May 2021 at 10.42am</p><p>4 min read</p>",
        '<div class="author-bio"><p>Ida Holm writes about ships and the people who sail in '
        "them.</p>"
        "</div>",
        "<p>Photograph: Rob Tale/Reuters</p>",
    ],
)
def test_extras_inside_the_article_are_left_out(extra: str) -> None:
    assert read_page(with_paragraph(extra)).text == TEXT


@pytest.mark.parametrize(
    "extra",
    [
        '<section id="comments"><h2>2 comments</h2><div class="comment"><p>About time that '
        "somebody "
        "said it, though I would have liked to hear more about the gulls.</p></div></section>",
        '<div class="comment-list"><article class="comment"><p>My father always told us that it '
        "would end like this and nobody listened.</p></article></div>",
        '<section class="more-stories"><article><h3><a href="/a">Seal mistaken for buoy</a></h3>'
        "<p>A swimmer was pulled out of the sound by two anglers on "
        "Monday.</p></article></section>",
        '<div class="cards"><div><h3><a href="/a">Seal mistaken for buoy</a></h3><p>A swimmer was '
        'pulled out of the sound on Monday.</p></div><div><h3><a href="/b">Bread wins</a></h3>'
        "<p>Nobody may eat the loaf that won the prize this year.</p></div></div>",
        "<p>Subscribe to our newsletter for more stories like this one from the islands.</p>",
        "<p>© 2021 Sound Herald. All rights reserved. No part may be used without leave.</p>",
        '<form action="/s"><label>Your e-mail</label><input type="email"><p>We will never '
        "give your "
        "address to anybody else, we promise you.</p></form>",
    ],
)
@pytest.mark.parametrize("inside", [True, False])
def test_extras_after_the_article_are_left_out(extra: str, inside: bool) -> None:
    after = page(f"<article><h1>{TITLE}</h1>{PROSE}</article>{extra}")
    markup = article_page(PROSE + extra) if inside else after
    article = read_page(markup)
    assert article.text == TEXT
    assert article.notices == ()


@pytest.mark.parametrize(
    "line",
    [
        "Residents must register online and pay a small fee to access the beach in summer.",
        "Subscribers to the theatre will keep their seats when the house opens again.",
        "The council will share the costs with the region, and the islanders with nobody.",
        "Read out by the clerk, the letter made the room go quiet for a minute.",
        "You can change the oil of the engine without taking it out of the ship.",
        "In pictures from the 1950s the pier is still whole, and the hotel is white.",
        "Join the queue at the pier before nine, the company told its passengers.",
        "Close to the pier, two men were mending a net and did not look up.",
        "Photographers waited on the pier until the last of the passengers had gone.",
        "More on the islands would have liked to go by ship than by plane, he said.",
        "By Monday evening the pier was empty and the ticket office was shut for good.",
        "“I could not believe it,” he said.",
        "No comment.",
    ],
)
def test_sentences_of_a_story_are_not_taken_for_extras(line: str) -> None:
    assert line in read_page(with_paragraph(f"<p>{line}</p>")).text.split("\n\n")


def test_an_aside_that_holds_the_article_is_read() -> None:
    markup = page(f'<h1>{TITLE}</h1><aside class="content-aside"><div>{PROSE}</div></aside>')
    assert read_page(markup).text == TEXT
    named = page(f'<h1>{TITLE}</h1><div class="sidebar related"><div>{PROSE}</div></div>')
    assert read_page(named).text == TEXT
    widget = page(f'<div class="promo newsletter"><h1>{TITLE}</h1>{PROSE}</div>')
    assert read_page(widget).text == TEXT


@pytest.mark.parametrize(
    "name",
    ["newsletter-body", "social-text", "promo", "tags", "share-content", "sidebar", "meta", "menu",
     "ad-free", "author-text", "premium", "overlay", "related-content", "subscribe-content"],
)  # fmt: skip
def test_misleading_names_do_not_cost_half_an_article(name: str) -> None:
    first = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:4])
    second = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[4:])
    halves = article_page(f'{first}<div class="{name}">{second}</div>')
    assert read_page(halves).text == TEXT
    each = article_page("".join(f'<p class="{name}">{p}</p>' for p in PARAGRAPHS))
    assert read_page(each).text == TEXT


def test_an_article_in_two_main_elements_is_read() -> None:
    first = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:4])
    second = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[4:])
    assert read_page(page(f"<h1>{TITLE}</h1>{first}</main><main>{second}")).text == TEXT


def test_a_standfirst_and_subheadings_are_kept() -> None:
    standfirst = "Three hundred people will travel by a small plane until the spring."
    body = (
        "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:4])
        + "<h2>What the islanders say</h2>"
        + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[4:])
    )
    header = f'<header><h1>{TITLE}</h1><p class="standfirst">{standfirst}</p></header>'
    expected = [TITLE, standfirst, *PARAGRAPHS[:4], "What the islanders say", *PARAGRAPHS[4:]]
    for markup in (f"<article>{header}{body}</article>", f"{header}<div class='body'>{body}</div>"):
        assert read_page(page(markup)).text.split("\n\n") == expected
