"""Notes on articles and flags: kept once, and only whole."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from store.desk.errors import BadDecision, BadNote, NoSuchFlag, NotAllowed, RequestTaken
from store.desk.notes import add_note, notes
from store.desk.trail import trail
from tests.store.desk.newsroom import Newsroom, many_flags, newsroom_in


@pytest.fixture
def desk(engine: Engine) -> Newsroom:
    return newsroom_in(engine)


def test_notes_come_in_the_order_in_which_they_were_written(desk: Newsroom) -> None:
    article, (flag, _) = desk.add(many_flags(1, 2))
    first = add_note(desk.engine, desk.ben, article, "Ask <b>the mayor</b>.", request="1")
    second = add_note(desk.engine, desk.cem, article, "Why?", flag=flag, request="2")
    assert notes(desk.engine, article) == (first, second)
    assert (first.article, first.flag, first.text, first.name) == (
        *(article, None, "Ask <b>the mayor</b>.", "Ben Okri"),
    )
    assert (second.flag, second.editor) == (flag, desk.cem)
    assert first.made <= second.made <= datetime.now(UTC)
    line = trail(desk.engine)[0]
    assert (line.act, line.subject, line.detail) == (
        *("note", f"article:{article}", {"note": second.id}),
    )


def test_a_note_sent_twice_is_kept_once(desk: Newsroom) -> None:
    article, (flag, _) = desk.add(many_flags(1, 2))
    first = add_note(desk.engine, desk.ben, article, "A note.", request="same")
    assert add_note(desk.engine, desk.ben, article, "A note.", request="same") == first
    for editor, text, on in ((desk.cem, "A note.", None), (desk.ben, "Another.", None)):
        with pytest.raises(RequestTaken):
            add_note(desk.engine, editor, article, text, flag=on, request="same")
    with pytest.raises(RequestTaken):
        add_note(desk.engine, desk.ben, article, "A note.", flag=flag, request="same")
    assert notes(desk.engine, article) == (first,)


@pytest.mark.parametrize("text", ["", " \n", "x" * 2001])
def test_an_empty_or_a_long_note_is_not_kept(desk: Newsroom, text: str) -> None:
    article, _ = desk.add(many_flags(1, 1))
    with pytest.raises(BadNote):
        add_note(desk.engine, desk.ben, article, text, request="r")
    assert notes(desk.engine, article) == ()


def test_a_note_on_a_flag_of_another_article_is_not_kept(desk: Newsroom) -> None:
    article, _ = desk.add(many_flags(1, 1))
    _, (elsewhere,) = desk.add(many_flags(2, 1))
    for flag in (elsewhere, 0, 10**30):
        with pytest.raises(NoSuchFlag):
            add_note(desk.engine, desk.ben, article, "A note.", flag=flag, request="r")
    with pytest.raises(BadDecision):
        add_note(desk.engine, desk.ben, article, "A note.", request="")
    assert notes(desk.engine, article) == ()


def test_readers_write_no_notes(desk: Newsroom) -> None:
    article, _ = desk.add(many_flags(1, 1))
    desk.has_role(desk.ben, "reader")
    with pytest.raises(NotAllowed, match="reviewer"):
        add_note(desk.engine, desk.ben, article, "A note.", request="r")
