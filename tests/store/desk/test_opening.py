from sqlalchemy import Engine

from store.desk.editors import sign_in


def test_an_empty_desk_takes_its_first_editor(engine: Engine) -> None:
    assert sign_in(engine, "Ann Lee").role == "admin"
