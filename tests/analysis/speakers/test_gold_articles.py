import pytest

from analysis.speakers.names import group_names
from analysis.speakers.resolve import Resolver
from analysis.text.quotation.quotations import find_quotations
from analysis.text.segmentation.sentences import segment
from tests.analysis.speakers.marked_articles import MarkedArticle, marked_articles

ARTICLES = marked_articles()


def ranges(found):
    return [(one.start, one.end) for one in found]


@pytest.fixture(params=ARTICLES, name="article")
def _article(request) -> MarkedArticle:
    return ARTICLES[request.param]


def test_there_are_enough_articles() -> None:
    assert len(ARTICLES) >= 6
    assert sum(len(article.sources) for article in ARTICLES.values()) >= 50


def test_names_and_all_their_mentions(article) -> None:
    found = group_names(article.text, article.tagged)
    assert {(name.name, name.kind): list(name.mentions) for name in found} == article.names


def test_sources_have_the_speaker_that_is_sure(article) -> None:
    text = article.text
    quotations = ranges(find_quotations(text))
    attributed = [
        ((start, end), [quotation for quotation in quotations if 0 <= start - quotation[1] < 3])
        for start, end, _ in article.sources
    ]
    names = group_names(text, article.tagged)
    resolver = Resolver(text, names, ranges(segment(text)), quotations, attributed)
    found = [
        (text[start:end], resolver.speaker_of(start, end)) for start, end, _ in article.sources
    ]
    assert found == [(text[start:end], speaker) for start, end, speaker in article.sources]
