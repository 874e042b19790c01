import pytest
from sqlalchemy import Engine

from store.desk.editors import editors, set_role, sign_in
from store.desk.errors import BadName, LastAdmin, NoSuchEditor, NoSuchRole, NotAllowed
from store.desk.records import Editor
from store.desk.trail import trail, version
from tests.store.at_once import at_once


def roles(engine: Engine) -> dict[str, str]:
    return {editor.name: editor.role for editor in editors(engine)}


def lines(engine: Engine) -> list[tuple[int | None, str, str, dict[str, object]]]:
    return [(row.editor, row.act, row.subject, row.detail) for row in reversed(trail(engine))]


def test_the_first_typed_name_is_an_admin_and_others_are_reviewers(engine: Engine) -> None:
    first, second = sign_in(engine, " Ann  Lee "), sign_in(engine, "Ben")
    assert (first.id, first.name, first.verified, first.role) == (1, "Ann Lee", False, "admin")
    assert (second.id, second.name, second.verified, second.role) == (2, "Ben", False, "reviewer")
    assert second.since.tzinfo is not None
    assert second.since >= first.since
    assert editors(engine) == (first, second)
    assert lines(engine) == [
        (1, "joined", "editor:1", {"role": "admin"}),
        (2, "joined", "editor:2", {"role": "reviewer"}),
    ]


def test_one_who_comes_again_is_the_same(engine: Engine) -> None:
    first = sign_in(engine, "Zoë Lee")
    before = version(engine)
    assert sign_in(engine, "zoe\u0308  LEE\u200b") == first
    assert version(engine) == before


@pytest.mark.parametrize("name", ["", " ", "123", "\u202e\u200b", "—", "x" * 81, "\ud800"])
def test_a_name_that_is_none(name: str, engine: Engine) -> None:
    with pytest.raises(BadName, match="Type a name of 1 to 80 characters"):
        sign_in(engine, name)
    assert editors(engine) == ()


def test_the_longest_name(engine: Engine) -> None:
    # Each of these letters is three when case is folded.
    name = "\u0390" * 80
    assert sign_in(engine, name).name == name
    assert sign_in(engine, name).id == 1


def test_a_login_waits_until_an_admin_lets_it_in(engine: Engine) -> None:
    ann = sign_in(engine, "Ann", subject="https://id\n1", admin=True)
    ben = sign_in(engine, "Ben", subject="https://id\n2", admin=False)
    assert (ann.verified, ann.role) == (True, "admin")
    assert (ben.verified, ben.role) == (True, "waiting")
    set_role(engine, ann.id, ben.id, "reader")
    assert sign_in(engine, "Ben", subject="https://id\n2", admin=False).role == "reader"


def test_a_login_is_not_the_typed_name(engine: Engine) -> None:
    typed = sign_in(engine, "Ann")
    login = sign_in(engine, "Ann", subject="https://id\n1")
    assert typed.id != login.id
    assert login.role == "waiting"
    assert sign_in(engine, "Ann", subject="https://other\n1").id not in (typed.id, login.id)


def test_a_login_whose_name_has_changed(engine: Engine) -> None:
    before = sign_in(engine, "Ann Lee", subject="s")
    after = sign_in(engine, "Ann Lee-Smith", subject="s")
    assert after == Editor(before.id, "Ann Lee-Smith", True, "waiting", before.since)
    assert lines(engine)[1:] == [(1, "renamed", "editor:1", {"name": "Ann Lee-Smith"})]
    assert sign_in(engine, "x" * 100, subject="s").name == "x" * 80


def test_the_settings_make_an_admin_and_take_that_back(engine: Engine) -> None:
    number = sign_in(engine, "Ann", subject="s").id
    assert sign_in(engine, "Ann", subject="s", admin=True).role == "admin"
    assert sign_in(engine, "Ann", subject="s", admin=None).role == "admin"
    assert sign_in(engine, "Ann", subject="s", admin=False).role == "reviewer"
    assert [line[1:] for line in lines(engine)[1:]] == [
        ("role", f"editor:{number}", {"role": "admin"}),
        ("role", f"editor:{number}", {"role": "reviewer"}),
    ]


def test_whom_an_admin_made_one_the_settings_leave(engine: Engine) -> None:
    ann = sign_in(engine, "Ann", subject="s", admin=True)
    ben = sign_in(engine, "Ben", subject="t")
    set_role(engine, ann.id, ben.id, "admin")
    assert sign_in(engine, "Ben", subject="t", admin=False).role == "admin"
    # What the settings gave once is the admins' to give, too.
    set_role(engine, ben.id, ann.id, "admin")
    assert sign_in(engine, "Ann", subject="s", admin=False).role == "admin"


def test_only_admins_give_roles(engine: Engine) -> None:
    ann, ben, cal = (sign_in(engine, name).id for name in ("Ann", "Ben", "Cal"))
    with pytest.raises(NotAllowed, match="role admin"):
        set_role(engine, ben, cal, "reader")
    set_role(engine, ann, cal, "reader")
    assert roles(engine) == {"Ann": "admin", "Ben": "reviewer", "Cal": "reader"}
    assert lines(engine)[-1] == (ann, "role", "editor:3", {"role": "reader"})
    before = version(engine)
    set_role(engine, ann, cal, "reader")
    assert version(engine) == before


def test_who_has_the_machine_gives_roles_too(engine: Engine) -> None:
    sign_in(engine, "Ann", subject="s")
    set_role(engine, None, 1, "admin")
    assert roles(engine) == {"Ann": "admin"}
    (line, *_) = trail(engine)
    assert (line.editor, line.name, line.act, line.detail) == (None, "", "role", {"role": "admin"})


def test_the_desk_keeps_an_admin(engine: Engine) -> None:
    ann, ben = (sign_in(engine, name).id for name in ("Ann", "Ben"))
    for by in (ann, None):
        for role in ("reviewer", "reader", "waiting"):
            with pytest.raises(LastAdmin, match="make somebody else one first"):
                set_role(engine, by, ann, role)
    set_role(engine, ann, ann, "admin")
    set_role(engine, ann, ben, "admin")
    set_role(engine, ann, ann, "reader")
    assert roles(engine) == {"Ann": "reader", "Ben": "admin"}


def test_roles_and_editors_that_there_are_not(engine: Engine) -> None:
    ann = sign_in(engine, "Ann").id
    with pytest.raises(NoSuchRole, match="choose one of waiting, reader, reviewer, admin"):
        set_role(engine, ann, ann, "owner")
    with pytest.raises(NoSuchEditor, match="no such editor"):
        set_role(engine, ann, 99, "reader")
    with pytest.raises(NotAllowed):
        set_role(engine, 99, ann, "reader")


def test_two_admins_cannot_take_the_role_from_one_another(engine: Engine) -> None:
    ann, ben = (sign_in(engine, name).id for name in ("Ann", "Ben"))
    set_role(engine, ann, ben, "admin")

    def lowers(place: int) -> type[Exception] | None:
        by, other = ((ann, ben), (ben, ann))[place]
        try:
            set_role(engine, by, other, "reader")
        except NotAllowed as error:
            return type(error)
        return None

    assert {*at_once(2, lowers)} == {None, NotAllowed}
    assert sorted(roles(engine).values()) == ["admin", "reader"]


def test_twenty_who_come_at_once(engine: Engine) -> None:
    came = at_once(20, lambda place: sign_in(engine, f"Ann {place}"))
    assert {editor.id for editor in came} == {*range(1, 21)}
    assert sorted(editor.role for editor in came).count("admin") == 1
    assert version(engine) == 20


def test_one_who_comes_twenty_times_at_once(engine: Engine) -> None:
    assert {editor.id for editor in at_once(20, lambda _: sign_in(engine, "Ann"))} == {1}
    same = at_once(20, lambda _: sign_in(engine, "Ben", subject="s", admin=True))
    assert {editor.id for editor in same} == {2}
    assert version(engine) == 2
