"""A news page as sites build them, with an article of seven paragraphs in the middle."""

from analysis.reading.articles import Article
from analysis.reading.documents.html.article import read_html

TITLE = "Ferry to the islands stops for the winter"
PARAGRAPHS = (
    "The last ferry to the northern islands sailed on Sunday evening with eleven people on board.",
    "The company says that it cannot find enough engineers to keep both of its ships in service.",
    "Around three hundred islanders will now travel by a small plane that flies twice a week.",
    "Parcels and fresh food are to come by fishing boat when the weather in the sound allows it.",
    "A teacher on the largest island said that her pupils had drawn pictures of the old ship.",
    "The ministry of transport will pay half of the air fares until the service begins again.",
    "A new timetable is to be published in March, when the second ship returns from the yard.",
)
PROSE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
TEXT = "\n\n".join([TITLE, *PARAGRAPHS])


def page(body: str, title: str = f"{TITLE} | Sound Herald", head: str = "") -> str:
    """Return a page with a menu above ``body`` and a footer below."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}'
        '</head><body><header><nav><a href="/">Home</a> <a href="/news">News</a> '
        f'<a href="/sport">Sport</a></nav></header><main>{body}</main><footer><p>© Sound Herald. '
        'All rights reserved. <a href="/terms">Terms</a></p></footer></body></html>'
    )


def article_page(body: str = PROSE, head: str = "") -> str:
    """Return a page whose article has the headline and ``body``."""
    return page(f"<article><h1>{TITLE}</h1>{body}</article>", head=head)


def with_paragraph(inner: str) -> str:
    """Return a page whose article has ``inner`` in the middle of its paragraphs."""
    return article_page(
        "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:3])
        + inner
        + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[3:])
    )


def read_page(markup: str) -> Article:
    """Read a page as the reader of documents does, and check the offsets of its passages."""
    article = read_html(markup.encode())
    end = 0
    for start, stop in article.quoted:
        assert end <= start < stop <= len(article.text)
        assert article.text[start:stop].strip() == article.text[start:stop]
        end = stop
    return article


def paragraphs_of(article: Article) -> list[str]:
    return article.text.split("\n\n")


def passages_of(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.quoted]
