"""Whether the desk has a text already."""

from analysis.desk.records import NewArticle
from store.desk.articles import add_article, remove_article
from store.desk.editors import sign_in
from store.desk.known import known_article


def test_a_text_is_known_until_its_article_is_removed(engine):
    ann = sign_in(engine, "Ann").id
    assert known_article(engine, "a" * 64) is None
    number = add_article(engine, ann, NewArticle("a" * 64, "A text.", model="m"))
    assert known_article(engine, "a" * 64) == number
    assert known_article(engine, "b" * 64) is None
    remove_article(engine, ann, number)
    assert known_article(engine, "a" * 64) is None
