"""Articles on the desk: kept whole and once, listed, removed."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from analysis.desk.records import DeskSentence, NewArticle, UsedRule
from store.database import reading
from store.desk.articles import (
    add_article,
    article,
    article_text,
    articles,
    known_article,
    remove_article,
)
from store.desk.decisions import decide, rewordings
from store.desk.editors import sign_in
from store.desk.errors import NoSuchArticle, NotAllowed
from store.desk.notes import add_note, notes
from store.desk.queue import article_flags, queue
from store.desk.tables import RULES
from store.desk.trail import trail, version
from tests.store.desk.newsroom import (
    Newsroom,
    article_of,
    flag_of,
    many_flags,
    newsroom_in,
    requests,
    statement_of,
)


@pytest.fixture
def desk(engine: Engine) -> Newsroom:
    return newsroom_in(engine)


TEXT = "“Reckless”, said the mayor of Łódź. 🏊 It shocked the town."
SENTENCES = (
    DeskSentence(0, 35, 0, "headline", "quoted", 0.25),
    DeskSentence(36, 59, 1, "body", "outlet", None),
)


def test_an_article_is_given_back_as_it_was_put_in(desk: Newsroom) -> None:
    new = article_of(
        TEXT,
        flag_of(TEXT, "Reckless", kind="rule", check="house.one", severity="error", revision=3),
        flag_of(TEXT, "shocked", probability=None, sentence=1, plainer=("surprised", "<b>")),
        title="A “title”",
        author="Ann",
        published="2026-11-30",
        url="https://news.example/1",
        source="one.docx",
        kind="docx",
        sentences=SENTENCES,
        statements=(statement_of("the mayor", 0),),
        notices=("A table was left out.",),
    )
    number = add_article(desk.engine, desk.ben, new)
    assert article_text(desk.engine, number) == (TEXT, SENTENCES)
    kept = article(desk.engine, number)
    same = {name: getattr(new, name) for name in ("title", "author", "section", "outlet", "url")}
    same |= {name: getattr(new, name) for name in ("published", "source", "kind", "language")}
    same |= {name: getattr(new, name) for name in ("words", "model", "model_version", "notices")}
    assert {name: getattr(kept, name) for name in same} == same
    assert (kept.id, kept.added_by, kept.flags, kept.open) == (number, "Ben Okri", 2, 2)
    for flag, given_ in zip(article_flags(desk.engine, number), new.flags, strict=True):
        said = {name: getattr(given_, name) for name in given_.__dataclass_fields__}
        assert {name: getattr(flag, name) for name in said} == said
        assert TEXT[flag.start : flag.end] == flag.text
        assert (flag.article, flag.state, flag.seq, flag.decision) == (number, "open", 0, None)
        assert (flag.house_probability, flag.held_back) == (None, False)
    line = trail(desk.engine)[0]
    assert (line.act, line.subject, line.detail) == ("added", f"article:{number}", {"flags": 2})


@given(
    text=st.text(
        st.one_of(st.characters(), st.sampled_from("\x00\x01\ud83d\ude00\udc00\\")), max_size=40
    ),
    title=st.text(st.sampled_from("ab\x00\x01\ud800\\u"), max_size=8),
)
@example(text="NUL\x00, \ud83d\ude00 apart, 😀", title="\x01 \ud800")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
def test_any_text_is_given_back_exactly(desk: Newsroom, text: str, title: str) -> None:
    new = article_of(
        text,
        *([replace(flag_of("x", "x"), end=len(text), text=text, plainer=(text,))] if text else ()),
        title=title,
        notices=(text,),
    )
    number = add_article(desk.engine, desk.ann, new)
    assert article_text(desk.engine, number)[0] == text
    kept = article(desk.engine, number)
    assert (kept.title, kept.notices) == (title, (text,))
    for flag in article_flags(desk.engine, number):
        assert (flag.text, flag.plainer) == (text, (text,))
        if text.strip():
            made = decide(
                *(desk.engine, desk.ann, flag.id, "reword"),
                seen=0,
                request=next(requests),
                wording=text,
                note=title,
            )
            assert (made.wording, made.note) == (text, title)
            assert rewordings(desk.engine, number) == ((0, len(text), text),)
    if text.strip():
        add_note(desk.engine, desk.ann, number, text, request=next(requests))
        assert notes(desk.engine, number)[-1].text == text
    remove_article(desk.engine, desk.ann, number)


def test_the_same_text_is_on_the_desk_once(desk: Newsroom) -> None:
    new = many_flags(1, 3)
    number = add_article(desk.engine, desk.ann, new)
    before = version(desk.engine)
    assert add_article(desk.engine, desk.ben, replace(new, title="Another title")) == number
    assert version(desk.engine) == before
    assert len(article_flags(desk.engine, number)) == 3
    remove_article(desk.engine, desk.ann, number)
    again = add_article(desk.engine, desk.ben, new)
    assert again != number
    assert [one.id for one in articles(desk.engine)] == [again]


def test_the_list_has_the_newest_first_and_counts_what_is_open(desk: Newsroom) -> None:
    numbers = [desk.add(many_flags(number, flags))[0] for number, flags in ((1, 3), (2, 0), (3, 2))]
    flag = article_flags(desk.engine, numbers[0])[1].id
    decide(desk.engine, desk.ben, flag, "accept", seen=0, request="r")
    found = articles(desk.engine)
    assert [one.id for one in found] == numbers[::-1]
    assert [(one.flags, one.open) for one in found] == [(2, 2), (0, 0), (3, 2)]
    assert article(desk.engine, numbers[0]) == found[2]


def test_a_removed_article_is_nowhere_but_in_the_trail(desk: Newsroom) -> None:
    number, _ = desk.add(many_flags(1, 2))
    with pytest.raises(NotAllowed, match="admin"):
        remove_article(desk.engine, desk.ben, number)
    remove_article(desk.engine, desk.ann, number)
    assert articles(desk.engine) == ()
    assert article_flags(desk.engine, number) == ()
    assert notes(desk.engine, number) == ()
    for state in ("open", None):
        assert queue(desk.engine, state=state).total == 0
    assert [line.act for line in trail(desk.engine)][:2] == ["removed", "added"]


def test_an_article_that_there_is_not(desk: Newsroom) -> None:
    for number in (0, -(2**40), 7, 2**31, 10**30):
        with pytest.raises(NoSuchArticle):
            article(desk.engine, number)
        with pytest.raises(NoSuchArticle):
            article_text(desk.engine, number)
        with pytest.raises(NoSuchArticle):
            remove_article(desk.engine, desk.ann, number)
        with pytest.raises(NoSuchArticle):
            add_note(desk.engine, desk.ann, number, "A note.", request="r")
        assert article_flags(desk.engine, number) == ()
        assert notes(desk.engine, number) == ()


def test_readers_add_nothing(desk: Newsroom) -> None:
    desk.has_role(desk.ben, "reader")
    with pytest.raises(NotAllowed, match="reviewer"):
        add_article(desk.engine, desk.ben, many_flags(1, 1))
    assert articles(desk.engine) == ()


def test_what_is_very_long_is_cut(desk: Newsroom) -> None:
    number, _ = desk.add(article_of("A text.", title="t" * 501, author="a" * 300, kind="k" * 30))
    kept = article(desk.engine, number)
    assert kept.title == "t" * 499 + "…"
    assert kept.author == "a" * 300
    assert kept.kind == "k" * 19 + "…"


def test_what_the_house_s_fit_says_comes_with_the_flags(desk: Newsroom) -> None:
    new = many_flags(1, 3)
    judged = [(0.2, True), (0.9, False), (None, False)]
    number = add_article(desk.engine, desk.ann, new, judged)
    found = article_flags(desk.engine, number)
    assert [(flag.house_probability, flag.held_back) for flag in found] == judged
    page = queue(desk.engine)
    # Without the house's probability the model's counts, which is 0.75 here.
    assert [flag.house_probability for flag in page.flags] == [0.9, None]
    assert (page.total, page.held_back) == (2, 1)
    with pytest.raises(ValueError, match="shorter"):
        add_article(desk.engine, desk.ann, many_flags(2, 3), judged[:2])
    assert len(articles(desk.engine)) == 1


def test_rules_are_kept_once_in_the_same_words(desk: Newsroom) -> None:
    first = UsedRule("house.one", 1, json.dumps({"message": "one"}))
    anew = UsedRule("house.one", 1, json.dumps({"message": "two"}))
    other = UsedRule("house.two", 4, json.dumps({"message": "é"}))
    for place, rules in enumerate([(first, other, first), (first,), (anew, other), ()]):
        add_article(desk.engine, desk.ann, article_of(f"Text {place}.", rules=rules))
    with reading(desk.engine) as connection:
        kept = connection.execute(select(RULES.c.rule, RULES.c.said).order_by(RULES.c.id)).all()
        assert connection.scalar(select(func.count()).select_from(RULES)) == 3
    assert sorted(map(tuple, kept)) == sorted((one.rule, one.said) for one in (first, other, anew))


def test_a_text_is_known_until_its_article_is_removed(engine):
    ann = sign_in(engine, "Ann").id
    assert known_article(engine, "a" * 64) is None
    number = add_article(engine, ann, NewArticle("a" * 64, "A text.", model="m"))
    assert known_article(engine, "a" * 64) == number
    assert known_article(engine, "b" * 64) is None
    remove_article(engine, ann, number)
    assert known_article(engine, "a" * 64) is None
