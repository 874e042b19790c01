"""What a reader does not see is no part of the article, and what opens at a click is."""

import pytest

from tests.analysis.reading.documents.html.news_page import (
    PARAGRAPHS,
    PROSE,
    TEXT,
    TITLE,
    article_page,
    page,
    paragraphs_of,
    read_page,
    with_paragraph,
)

LINE = "This line about the greedy owners and their shameless friends is not on the screen."


@pytest.mark.parametrize(
    "hidden",
    [
        f"<p hidden>{LINE}</p>",
        f'<p hidden="hidden">{LINE}</p>',
        f'<p style="display:none">{LINE}</p>',
        f'<p style="DISPLAY : NONE !important">{LINE}</p>',
        f'<div style="visibility: hidden"><p>{LINE}</p></div>',
        f'<p style="position:absolute; left:-9999px">{LINE}</p>',
        f'<p style="font-size:0">{LINE}</p>',
        f'<p style="color:#fff; background:#fff">{LINE}</p>',
        f'<p style="width:0;height:0;overflow:hidden">{LINE}</p>',
        f'<p style="transform: scale(0)">{LINE}</p>',
        f'<p style="opacity: 0">{LINE}</p>',
        f'<p aria-hidden="true">{LINE}</p>',
        f'<p class="visually-hidden">{LINE}</p>',
        f'<span class="sr-only">{LINE}</span>',
        f'<p class="lead screen-reader-text">{LINE}</p>',
        f'<p class="article__note--hidden">{LINE}</p>',
        f'<div class="d-none"><p>{LINE}</p></div>',
        f"<template><p>{LINE}</p></template>",
        f"<noscript><p>{LINE}</p></noscript>",
        f"<dialog><p>{LINE}</p></dialog>",
        f"<!-- <p>{LINE}</p> -->",
        f"<script type='text/template'><p>{LINE}</p></script>",
    ],
)
def test_hidden_parts_are_left_out(hidden: str) -> None:
    assert read_page(with_paragraph(hidden)).text == TEXT


@pytest.mark.parametrize(
    "rule",
    [
        ".trap{display:none}",
        "p.trap { color: red; display : none }",
        "/* .x{} */ .a, .trap{visibility:hidden}",
        "@media print{.b{color:red}} .trap{display:none!important}",
        "@import url(a.css); #box{display:none}",
    ],
)
def test_style_sheets_of_the_page_hide_too(rule: str) -> None:
    markup = with_paragraph(f'<p class="trap" id="box">{LINE}</p>')
    assert read_page(markup.replace("</head>", f"<style>{rule}</style></head>")).text == TEXT


@pytest.mark.parametrize(
    "rule",
    [
        "@media print{.seen{display:none}}",
        "@media (max-width: 600px) { .seen { display: none } .x { color: red } }",
        ".seen{display:none} .seen{display:block}",
        ".seen .inner{display:none}",
        ".seen:empty{display:none}",
    ],
)
def test_rules_that_do_not_hold_here_hide_nothing(rule: str) -> None:
    shown = "The harbour master counts the passengers by hand every evening."
    markup = with_paragraph(f'<p class="seen">{shown}</p>')
    article = read_page(markup.replace("</head>", f"<style>{rule}</style></head>"))
    assert paragraphs_of(article)[4] == shown


@pytest.mark.parametrize(
    "shown",
    [
        '<p class="hidden md:block">{}</p>',
        '<p class="d-none d-md-block">{}</p>',
        '<p class="hidden-xs">{}</p>',
        '<p aria-hidden="false">{}</p>',
        "<details><summary>More</summary><p>{}</p></details>",
        '<div hidden="until-found"><p>{}</p></div>',
        '<p style="opacity:0.8">{}</p>',
    ],
)
def test_what_a_wide_screen_or_a_click_shows_is_kept(shown: str) -> None:
    line = "The harbour master counts the passengers by hand every evening."
    assert paragraphs_of(read_page(with_paragraph(shown.format(line))))[4] == line


@pytest.mark.parametrize(
    "fold",
    [
        '<div class="readmore collapsed" style="max-height:0;overflow:hidden">{}</div>',
        '<button>Read more</button><div style="display:none">{}</div>',
        '<div class="collapse" id="rest">{}</div><a href="#rest">Show more</a>',
        '<div id="part-b" hidden>{}</div><button aria-controls="part-b">Read the full '
        "story</button>",
        "<div class='x' hidden>{}</div><p><a onclick=\"show('q')\">Continue reading</a></p>",
        "<details><summary>Continue reading</summary>{}</details>",
        '<div class="article-body__truncated">{}</div>',
        '<div class="expand-content">{}</div><span>Show more</span>',
        '<input type="checkbox" id="m"><label for="m">Read more</label><div class="hide">{}</div>',
        '<div class="blurred">{}</div>',
        '<span id="more" style="display:none">{}</span><button>Read more</button>',
        '<div class="body--collapsed" aria-hidden="true">{}</div>',
        '<div style="height:200px;overflow:hidden">{}</div>',
        '<div class="js-more-content is-hidden">{}</div>',
        '<div class="accordion-panel" hidden>{}</div>',
        '<div class="viewport slide-in">{}</div>',
    ],
)
def test_a_half_that_opens_at_a_click_is_read(fold: str) -> None:
    first = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:4])
    second = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[4:])
    article = read_page(article_page(first + fold.format(second)))
    assert article.text == TEXT
    assert article.notices == ()


def test_a_half_outside_the_article_element_is_read() -> None:
    first = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:4])
    second = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[4:])
    markup = page(f"<article><h1>{TITLE}</h1>{first}</article><div class='rest'>{second}</div>")
    assert read_page(markup).text == TEXT


def test_a_page_that_hides_everything_until_its_script_runs_is_read() -> None:
    markup = page(f'<div class="hide" aria-hidden="true"><h1>{TITLE}</h1>{PROSE}</div>')
    assert read_page(markup).text == TEXT
    assert read_page(article_page().replace("<body", '<body style="display:none"')).text == TEXT


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "The fare will be <del>nine</del> <ins>four</ins> pounds.",
            "The fare will be four pounds.",
        ),
        ("The <s>rusty</s> old ship stays.", "The old ship stays."),
        ("It sails <strike>daily</strike>, they said.", "It sails, they said."),
        ("The fare is <del>nine</del><ins>four</ins> pounds.", "The fare is four pounds."),
        ('It is <span style="text-decoration:line-through">late</span> early.', "It is early."),
        ("<ins>The council met at noon on the pier.</ins>", "The council met at noon on the pier."),
        ("They <u>never</u> agreed to it.", "They never agreed to it."),
    ],
)
def test_struck_text_is_left_out_and_inserted_text_kept(written: str, read: str) -> None:
    assert paragraphs_of(read_page(with_paragraph(f"<p>{written}</p>")))[4] == read


def test_struck_paragraphs_are_left_out() -> None:
    assert read_page(with_paragraph(f"<del><p>{LINE}</p></del>")).text == TEXT
