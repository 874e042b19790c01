"""Fits of the house: kept, used and undone in one step each."""

import pytest
from sqlalchemy import Engine

from store.desk.articles import remove_article
from store.desk.errors import NoSuchFit, NotAllowed
from store.desk.fits import fit_in_use, fits, keep_fit, use_fit
from store.desk.queue import article_flags, queue
from store.desk.trail import trail, version
from tests.store.desk.newsroom import Newsroom, many_flags, newsroom_in

SAID = {"weights": [0.5, -1.25], "words": {"rash": 2}}


@pytest.fixture
def desk(engine: Engine) -> Newsroom:
    return newsroom_in(engine)


def judged_now(desk: Newsroom, article: int) -> list[tuple[float | None, bool]]:
    return [
        (flag.house_probability, flag.held_back) for flag in article_flags(desk.engine, article)
    ]


def test_a_fit_is_kept_before_it_is_used(desk: Newsroom) -> None:
    assert fit_in_use(desk.engine) is None
    first = keep_fit(desk.engine, desk.ann, SAID)
    second = keep_fit(desk.engine, desk.ann, {})
    assert fit_in_use(desk.engine) is None
    kept = fits(desk.engine)
    assert [(one.id, one.said, one.name, one.in_use) for one in kept] == [
        (second, {}, "Ann Lee", False),
        (first, SAID, "Ann Lee", False),
    ]


def test_a_fit_is_used_undone_and_used_again(desk: Newsroom) -> None:
    article, (a, b, c) = desk.add(many_flags(1, 3))
    fit, other = keep_fit(desk.engine, desk.ann, SAID), keep_fit(desk.engine, desk.ann, {})
    before = version(desk.engine)
    use_fit(desk.engine, desk.ann, fit, {a: (0.25, True), c: (0.75, False), 99: (0.5, True)})
    assert judged_now(desk, article) == [(0.25, True), (None, False), (0.75, False)]
    assert fit_in_use(desk.engine) == fits(desk.engine)[1]
    assert [one.in_use for one in fits(desk.engine)] == [False, True]
    assert version(desk.engine) == before + 1
    use_fit(desk.engine, desk.ann, other, {b: (0.125, True)})
    assert judged_now(desk, article) == [(None, False), (0.125, True), (None, False)]
    use_fit(desk.engine, desk.ann, None, {a: (0.5, True)})
    assert judged_now(desk, article) == [(None, False)] * 3
    assert fit_in_use(desk.engine) is None
    assert [flag.id for flag in queue(desk.engine).flags] == [a, b, c]
    assert [(line.act, line.subject) for line in trail(desk.engine)][:3] == [
        ("fit undone", "fit"),
        ("fit used", f"fit:{other}"),
        ("fit used", f"fit:{fit}"),
    ]


def test_a_fit_leaves_removed_articles_alone(desk: Newsroom) -> None:
    article, (flag,) = desk.add(many_flags(1, 1))
    remove_article(desk.engine, desk.ann, article)
    use_fit(desk.engine, desk.ann, keep_fit(desk.engine, desk.ann, {}), {flag: (0.5, True)})
    assert trail(desk.engine)[0].detail == {"flags": 0}


def test_only_an_admin_uses_a_fit_that_there_is(desk: Newsroom) -> None:
    article, (flag,) = desk.add(many_flags(1, 1))
    fit = keep_fit(desk.engine, desk.ann, {})
    with pytest.raises(NotAllowed, match="admin"):
        keep_fit(desk.engine, desk.ben, {})
    for number in (fit, None):
        with pytest.raises(NotAllowed, match="admin"):
            use_fit(desk.engine, desk.ben, number, {flag: (0.5, True)})
    for number in (0, 99, 10**30):
        with pytest.raises(NoSuchFit):
            use_fit(desk.engine, desk.ann, number, {flag: (0.5, True)})
    assert judged_now(desk, article) == [(None, False)]
    assert [one.id for one in fits(desk.engine)] == [fit]
