"""Block quotations, embedded posts and pull quotes."""

import pytest

from analysis.scoring.pipeline import analyze
from tests.analysis.reading.documents.html.news_page import (
    PARAGRAPHS,
    TEXT,
    TITLE,
    page,
    paragraphs_of,
    passages_of,
    read_page,
    with_paragraph,
)

WORDS = "You have lied to every family on these islands and you will pay for it."


@pytest.mark.parametrize(
    "markup",
    [
        f"<blockquote><p>{WORDS}</p></blockquote>",
        f"<blockquote>{WORDS}</blockquote>",
        f'<blockquote cite="https://n.example/letter"><div><p>{WORDS}</p></div></blockquote>',
        f'<figure class="wp-block-quote"><blockquote><p>{WORDS}</p></blockquote></figure>',
        f'<div class="blockquote"><p>{WORDS}</p></div>',
        f'<p class="quote">{WORDS}</p>',
        f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{WORDS}</p></blockquote>',
        f'<div class="social-embed"><blockquote class="instagram-media"><p>{WORDS}</p>'
        '<a href="https://i.example/p/1">View this post on Instagram</a></blockquote></div>',
        f'<blockquote class="bluesky-embed" data-bluesky-uri="at://x"><p>{WORDS}</p></blockquote>',
        f'<div class="fb-post" data-href="https://f.example"><blockquote>{WORDS}</blockquote></div>',
        f'<figure class="embed tweet-embed"><p>{WORDS}</p></figure>',
        f'<blockquote class="text-post-media"><div>{WORDS}</div></blockquote>',
        f'<aside class="embedded-post"><p>{WORDS}</p></aside>',
        f"<aside><blockquote>{WORDS}</blockquote></aside>",
        f'<div class="c-quote"><p>{WORDS}</p></div>',
        f'<div class="TweetEmbed"><p>{WORDS}</p></div>',
        f'<div class="embed embed--facebook"><p>{WORDS}</p></div>',
        f'<blockquote class="reddit-embed-bq"><a href="https://r.example/1">{WORDS}</a></blockquote>',
        f"<q><p>{WORDS}</p></q>",
    ],
)
def test_words_of_somebody_else_are_marked(markup: str) -> None:
    article = read_page(with_paragraph(f"<p>The chair of the islanders wrote:</p>{markup}"))
    assert passages_of(article) == [WORDS]
    assert paragraphs_of(article)[4:6] == ["The chair of the islanders wrote:", WORDS]


def test_they_are_quoted_in_the_analysis() -> None:
    letter = (
        "<blockquote><p>This is a shameless betrayal of every family. You have lied to us.</p>"
        "<p>We will not forget it.</p></blockquote>"
    )
    article = read_page(with_paragraph(letter))
    sentences = analyze(article.text, article.title, quoted=article.quoted).sentences
    voices = dict(zip(sentences["text"], sentences["voice"], strict=True))
    assert voices["This is a shameless betrayal of every family."] == "quoted"
    assert voices["You have lied to us."] == "quoted"
    assert voices["We will not forget it."] == "quoted"
    assert voices[PARAGRAPHS[2]] == voices[PARAGRAPHS[3]] == "outlet"


def test_who_posted_is_not_the_outlet() -> None:
    post = (
        f'<blockquote class="twitter-tweet"><p>{WORDS}</p>&mdash; Ida Holm (@idaholm) '
        '<a href="https://t.example/1">May 3, 2021</a></blockquote>'
    )
    article = read_page(with_paragraph(post))
    assert passages_of(article)[0] == WORDS
    assert "Ida Holm" not in article.text or any("Ida Holm" in p for p in passages_of(article))


@pytest.mark.parametrize(
    "pull",
    [
        '<blockquote class="pullquote"><p>{}</p></blockquote>',
        '<aside class="pull-quote">{}</aside>',
        '<figure class="wp-block-pullquote"><blockquote><p>“{}”</p><cite>Ida Holm</cite>'
        "</blockquote></figure>",
        "<blockquote>{}</blockquote>",
        '<div class="article__pullquote"><span>{}</span></div>',
        "<h3>{}</h3>",
        "<figure><blockquote>{}</blockquote><figcaption>Ida Holm, teacher</figcaption></figure>",
    ],
)
def test_a_pull_quote_is_not_read_twice(pull: str) -> None:
    repeated = PARAGRAPHS[4].removesuffix(".")
    assert read_page(with_paragraph(pull.format(repeated))).text == TEXT
    shortened = "A teacher said that her pupils had drawn pictures of the old ship"
    if "h3" not in pull:
        assert read_page(with_paragraph(pull.format(shortened))).text == TEXT


def test_an_article_indented_by_block_quotations_is_not_quoted() -> None:
    body = "".join(f"<blockquote>{p}</blockquote>" for p in PARAGRAPHS)
    article = read_page(page(f"<h1>{TITLE}</h1>{body}"))
    assert article.text == TEXT
    assert article.quoted == ()
