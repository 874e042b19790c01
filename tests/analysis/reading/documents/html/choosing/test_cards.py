"""Cards of other articles around a story, and what looks like cards and is the story."""

import pytest

from tests.analysis.reading.documents.html.news_page import (
    PARAGRAPHS,
    PROSE,
    TEXT,
    TITLE,
    page,
    read_page,
)

TEASERS = (
    ("Seal mistaken for a buoy", "Two anglers pulled the man out of the cold sound…"),
    ("Bakery wins a prize for bread", "Nobody may eat the loaf, which is made of plaster."),
    ("Ten walks for the lazy", "All of them begin and end at a bus stop in the hills."),
    ("Chess club loses its king", "The piece was last seen on Friday in a dog's mouth."),
)


@pytest.mark.parametrize(
    "card",
    [
        '<div><h3><a href="/{n}">{t}</a></h3><p>{p}</p></div>',
        '<article><h2><a href="/{n}">{t}</a></h2><p>{p}</p><span>2 hours ago</span></article>',
        '<a href="/{n}"><div>{t}</div><p>{p}</p></a>',
        '<li><a href="/{n}">{t}</a></li>',
        '<h3><a href="/{n}">{t}</a></h3><p>{p}</p>',
        '<div><h3>{t}</h3><p>{p}</p><a href="/{n}">Read more</a></div>',
        '<div><a href="/{n}"><img src="x" alt=""></a><div><a href="/{n}">{t}</a></div></div>',
    ],
)
@pytest.mark.parametrize(
    "layout",
    [
        "<article>{article}{cards}</article>",
        "<article>{article}</article><section>{cards}</section>",
        "<div><div>{article}</div><div>{cards}</div></div>",
        "<div><div>{cards}</div><div>{article}</div></div>",
    ],
)
@pytest.mark.parametrize("count", [2, 7])
def test_cards_around_an_article_stay_out(card: str, layout: str, count: int) -> None:
    cards = "".join(card.format(n=n, t=t, p=p) for n, (t, p) in enumerate(TEASERS))
    story = f"<h1>{TITLE}</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:count])
    article = read_page(page(layout.format(article=story, cards=f"<div>{cards}</div>")))
    assert article.text == "\n\n".join([TITLE, *PARAGRAPHS[:count]])
    if "<h3><a" not in card or card.startswith("<div"):
        assert article.notices == ()


def test_a_list_of_products_is_read() -> None:
    """Its subheadings lead to another site, a shop."""
    items = "".join(
        f'<h2>{n}. <a href="https://shop.example/{n}">Ship {n}</a></h2><p>{paragraph}</p>'
        for n, paragraph in enumerate(PARAGRAPHS, 1)
    )
    head = '<link rel="canonical" href="https://herald.example/ships">'
    article = read_page(page(f"<article><h1>{TITLE}</h1>{items}</article>", head=head))
    wanted = [TITLE]
    for n, paragraph in enumerate(PARAGRAPHS, 1):
        wanted += [f"{n}. Ship {n}", paragraph]
    assert article.text.split("\n\n") == wanted


@pytest.mark.parametrize(
    "link", ["/live/ferry#block-{n}", "/live/ferry?page=with:block-{n}", "#e{n}"]
)
def test_permalinks_of_a_live_blog_are_no_cards(link: str) -> None:
    entries = "".join(
        f'<article><h2><a href="{link.format(n=n)}">Entry {n} of it</a></h2><p>{p}</p></article>'
        for n, p in enumerate(PARAGRAPHS)
    )
    text = read_page(page(f"<h1>{TITLE}</h1>{entries}")).text
    assert [p for p in text.split("\n\n") if not p.startswith("Entry")] == TEXT.split("\n\n")
    assert text.count("Entry") == 7


def test_what_stands_between_linked_headings_is_named_if_it_is_much() -> None:
    stories = "".join(
        f'<h3><a href="/{n}">Story number {n} of the day</a></h3><p>{p} {p}</p>'
        for n, p in enumerate(PARAGRAPHS[2:])
    )
    intro = f"<p>{PARAGRAPHS[0]} {PARAGRAPHS[1]}</p>"
    article = read_page(page(f"<article><h1>{TITLE}</h1>{intro}{stories}</article>"))
    assert article.text == f"{TITLE}\n\n{PARAGRAPHS[0]} {PARAGRAPHS[1]}"
    (notice,) = article.notices
    assert "more words" in notice


def test_useful_links_at_the_end_are_left_out() -> None:
    links = "".join(f'<li><a href="/{n}">{title}</a></li>' for n, (title, _) in enumerate(TEASERS))
    markup = page(
        f"<article><h1>{TITLE}</h1>{PROSE}<h2>Useful links</h2><ul>{links}</ul></article>"
    )
    assert read_page(markup).text == TEXT
