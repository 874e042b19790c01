from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from store.database import reading
from store.desk import editors as module
from store.desk.editors import (
    SESSION_HOURS,
    close_session,
    open_session,
    session_editor,
    set_role,
    sign_in,
)
from store.desk.errors import NoSuchEditor, NotAllowed, NotSignedIn
from store.desk.rows import now_utc
from store.desk.tables import SESSIONS


def kept(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return [*connection.scalars(select(SESSIONS.c.token_digest))]


def later(monkeypatch: pytest.MonkeyPatch, **how_much: float) -> None:
    moment = now_utc() + timedelta(**how_much)
    monkeypatch.setattr(module, "now_utc", lambda: moment)


def test_a_token_says_who_it_is(engine: Engine) -> None:
    ann, ben = sign_in(engine, "Ann"), sign_in(engine, "Ben")
    tokens = [open_session(engine, editor.id) for editor in (ann, ben, ann)]
    assert len({*tokens}) == 3
    assert [session_editor(engine, token) for token in tokens] == [ann, ben, ann]


def test_only_digests_are_kept(engine: Engine) -> None:
    token = open_session(engine, sign_in(engine, "Ann").id)
    assert len(token) >= 32
    assert kept(engine) != [token]
    assert all(len(digest) == 64 for digest in kept(engine))


@pytest.mark.parametrize("token", ["", "no-such-token", "x" * 100_000, "\x00", "\ud800"])
def test_a_token_that_is_none(token: str, engine: Engine) -> None:
    open_session(engine, sign_in(engine, "Ann").id)
    with pytest.raises(NotSignedIn, match="load the page again"):
        session_editor(engine, token)


def test_the_role_is_that_of_now(engine: Engine) -> None:
    ann, ben = sign_in(engine, "Ann"), sign_in(engine, "Ben")
    token = open_session(engine, ben.id)
    assert session_editor(engine, token, needed="reviewer").role == "reviewer"
    set_role(engine, ann.id, ben.id, "reader")
    assert session_editor(engine, token).role == "reader"
    with pytest.raises(NotAllowed, match="role reviewer"):
        session_editor(engine, token, needed="reviewer")


def test_who_waits_reads_nothing(engine: Engine) -> None:
    token = open_session(engine, sign_in(engine, "Ann", subject="s").id)
    with pytest.raises(NotAllowed):
        session_editor(engine, token)
    assert session_editor(engine, token, needed="waiting").name == "Ann"


def test_a_session_ends_by_itself_and_is_removed(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = sign_in(engine, "Ann")
    first = open_session(engine, ann.id)
    later(monkeypatch, hours=SESSION_HOURS, minutes=-1)
    assert session_editor(engine, first) == ann
    second = open_session(engine, ann.id)
    assert len(kept(engine)) == 2
    later(monkeypatch, hours=SESSION_HOURS, minutes=1)
    with pytest.raises(NotSignedIn):
        session_editor(engine, first)
    third = open_session(engine, ann.id)
    assert len(kept(engine)) == 2
    assert session_editor(engine, second) == session_editor(engine, third) == ann


def test_who_signs_out_ends_one_session(engine: Engine) -> None:
    ann = sign_in(engine, "Ann")
    first, second = (open_session(engine, ann.id) for _ in range(2))
    close_session(engine, first)
    close_session(engine, first)
    close_session(engine, "no-such-token")
    with pytest.raises(NotSignedIn):
        session_editor(engine, first)
    assert session_editor(engine, second) == ann


def test_no_session_without_an_editor(engine: Engine) -> None:
    with pytest.raises(NoSuchEditor):
        open_session(engine, 1)
