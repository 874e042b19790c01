"""Which blocks of a page are its article: headline, galleries, live blogs, copies."""

import pytest

from tests.analysis.reading.documents.html.news_page import (
    PARAGRAPHS,
    PROSE,
    TEXT,
    TITLE,
    page,
    read_page,
)


@pytest.mark.parametrize(
    "markup",
    [
        f"<article><h1>{TITLE}</h1>{PROSE}</article>",
        f"<h1>{TITLE}</h1><div class='article-body'>{PROSE}</div>",
        f"<header class='page-header'><h1>{TITLE}</h1></header><article>{PROSE}</article>",
        f"<article><h1><a href='/this'>{TITLE}</a></h1>{PROSE}</article>",
        f"<article><h1>{TITLE.upper()}</h1>{PROSE}</article>",
        f"<h1>Sound Herald</h1><article><h1>{TITLE}</h1>{PROSE}</article>",
        f"<h1>Sound Herald</h1><article><h2>{TITLE}</h2>{PROSE}</article>",
        f"<article><h1>{TITLE}</h1><p>{TITLE}</p>{PROSE}</article>",
        f"<div><div class='headline'>{TITLE}</div><div>{PROSE}</div></div>",
        f"<article><h1><span>{TITLE}</span></h1><h2>{TITLE}</h2>{PROSE}</article>",
        f"<div class='crumbs'><a href='/n'>News</a> › <span>{TITLE}</span></div>"
        f"<article><h1>{TITLE}</h1>{PROSE}</article>",
    ],
)
def test_the_headline_stands_once_at_the_head(markup: str) -> None:
    article = read_page(page(markup))
    assert article.text.casefold() == TEXT.casefold()
    assert (article.title or "").casefold() == TITLE.casefold()


@pytest.mark.parametrize("title", [f"Sound Herald - {TITLE}", TITLE, "Ferry stops", ""])
def test_the_headline_is_the_one_on_the_page(title: str) -> None:
    article = read_page(page(f"<article><h1>{TITLE}</h1>{PROSE}</article>", title=title))
    assert article.text == TEXT
    assert article.title == TITLE


def test_a_headline_that_only_the_title_has_is_not_in_the_text() -> None:
    article = read_page(page(f"<article>{PROSE}</article>"))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.title == TITLE


@pytest.mark.parametrize(
    "slide",
    [
        '<figure><img src="a.jpg" alt="photo"><figcaption>{} <span class="credit">Photograph: Rob '
        "Tale</span></figcaption></figure>",
        "<figure><img src='a.jpg'><figcaption>{} Photograph: Rob "
        "Tale/Reuters</figcaption></figure>",
        "<figure><img src='a.jpg'><figcaption>{} (Photo by Rob Tale)</figcaption></figure>",
        "<div class='slide'><img src='a.jpg'><p class='caption'>{}</p><p>Credit: Rob "
        "Tale</p></div>",
        "<li><figure><img src='a.jpg'><figcaption><p>{}</p><small>Rob Tale/Getty Images</small>"
        "</figcaption></figure></li>",
        "<div class='gallery-item'><div class='gallery-caption'>{}</div>"
        "<div class='photographer'>Photo: Rob Tale</div></div>",
    ],
)
def test_a_gallery_is_its_captions(slide: str) -> None:
    slides = "".join(slide.format(paragraph) for paragraph in PARAGRAPHS)
    if slide.startswith("<li"):
        slides = f"<ul>{slides}</ul>"
    markup = page(f"<h1>{TITLE}</h1><div class='gallery'>{slides}</div>")
    assert read_page(markup).text == TEXT


@pytest.mark.parametrize(
    "copies",
    [
        '<div class="mobile-body">{0}</div><div class="desktop-body">{0}</div>',
        '<div class="show-for-small">{0}</div><section>{0}</section>',
        "{0}<div class='amp'>{0}</div>",
        '<div class="md:hidden">{0}</div><div class="hidden md:block">{0}</div>',
    ],
)
@pytest.mark.parametrize(
    "body", [PROSE, PROSE.replace("<p>A teacher", "<h2>At school</h2><p>A teacher")]
)
def test_copies_for_two_screens_are_read_once(copies: str, body: str) -> None:
    article = read_page(page(f"<article><h1>{TITLE}</h1>{copies.format(body)}</article>"))
    expected = (
        TEXT if body == PROSE else TEXT.replace("\n\nA teacher", "\n\nAt school\n\nA teacher")
    )
    assert article.text == expected


def test_whole_copies_of_the_article_are_read_once() -> None:
    one = f"<article><h1>{TITLE}</h1>{PROSE}</article>"
    assert read_page(page(f'<div class="m">{one}</div><div class="d">{one}</div>')).text == TEXT


def test_a_refrain_is_not_a_copy() -> None:
    refrain = "<p>No comment.</p>"
    rest = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[2:])
    body = f"<p>{PARAGRAPHS[0]}</p>{refrain}<p>{PARAGRAPHS[1]}</p>{refrain}{rest}"
    text = read_page(page(f"<article><h1>{TITLE}</h1>{body}</article>")).text
    assert text.count("No comment.") == 2


@pytest.mark.parametrize(
    "entry",
    [
        "<div class='entry'><time>10:42</time><h3>Entry {n}</h3><p>{p}</p></div>",
        "<article><p class='stamp'>10.42am BST</p><p>{p}</p></article>",
        "<li><time datetime='2021-05-03T10:42'>12 minutes ago</time><h2>Entry "
        "{n}</h2><p>{p}</p></li>",
        "<section><h2><a href='#e{n}'>Entry {n}</a></h2><span>10:42 GMT</span><p>{p}</p></section>",
        "<article id='e{n}'><header><time>3 May 2021, 10:42</time><h3>Entry "
        "{n}</h3></header><p>{p}</p>"
        "</article>",
    ],
)
@pytest.mark.parametrize("outer", ["<article>{}</article>", "<div class='live'>{}</div>"])
def test_a_live_blog_is_read_without_its_times(entry: str, outer: str) -> None:
    entries = "".join(entry.format(n=n, p=p) for n, p in enumerate(PARAGRAPHS))
    if entry.startswith("<li"):
        entries = f"<ul>{entries}</ul>"
    article = read_page(page(outer.format(f"<h1>{TITLE}</h1>{entries}")))
    wanted = [TITLE]
    for number, paragraph in enumerate(PARAGRAPHS):
        wanted += [f"Entry {number}"] * ("Entry" in entry) + [paragraph]
    assert article.text.split("\n\n") == wanted


def test_the_next_article_of_an_endless_page_is_left_out() -> None:
    other = "<h1>Another story</h1><p>It rained on the other coast for nine days on end.</p>"
    more = f"<article>{other}</article>"
    assert read_page(page(f"<article><h1>{TITLE}</h1>{PROSE}</article>{more}")).text == TEXT


def test_lists_and_tables_keep_their_lines() -> None:
    body = (
        PROSE
        + "<ul><li>two ships</li><li>four <b>engineers</b></li></ul>"
        + "<table><tr><th>Year</th><th>Trips</th></tr><tr><td>2019</td><td>700</td></tr></table>"
        + "<p>The figures are those of the company and were checked by nobody else.</p>"
    )
    text = read_page(page(f"<article><h1>{TITLE}</h1>{body}</article>")).text
    assert (
        "\n\n- two ships\n- four engineers\n\n| Year | Trips |\n| 2019 | 700 |\n\nThe fig" in text
    )


def test_line_breaks_are_line_ends_or_paragraphs() -> None:
    lines = "<br><br>".join(PARAGRAPHS)
    assert read_page(page(f"<h1>{TITLE}</h1><div>{lines}</div>")).text == TEXT
    lines = "<br>\n".join(PARAGRAPHS)
    assert read_page(page(f"<h1>{TITLE}</h1><div>{lines}</div>")).text == TEXT
