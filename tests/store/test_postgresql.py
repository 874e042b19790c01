"""What PostgreSQL can do to the desk: refuse it, go away in the middle, be full."""

import logging
from collections.abc import Iterator
from types import SimpleNamespace

import psycopg
import pytest
from sqlalchemy import Engine, make_url, text

from store import postgresql as module
from store.database import reading, writing
from store.desk.editors import editors, open_session, session_editor, sign_in
from store.desk.opening import open_desk
from store.desk.trail import trail
from store.errors import CannotOpenDesk, StoreFailed
from store.postgresql import alone, engine, reason_of
from tests.postgres import GUARDED, Server
from tests.store.at_once import at_once

AWAY = r"Nothing was saved just now, as the database (is being stopped|cannot be reached)"


@pytest.fixture
def name(postgres: Server) -> Iterator[str]:
    """The name of an empty database."""
    made = postgres.fresh()
    yield made
    postgres.drop(made)


@pytest.fixture
def desk(postgres: Server, name: str) -> Iterator[Engine]:
    """An empty desk."""
    made = open_desk(postgres.address(name))
    yield made
    made.dispose()


def refused(address: str, says: str) -> None:
    with pytest.raises(CannotOpenDesk, match=says) as caught:
        open_desk(address)
    said = caught.value.message
    assert said.startswith("The database that SLANT_DATABASE_URL names cannot be used, as ")
    assert said.endswith(".")
    assert "\n" not in said
    assert [word for word in ("geheim", "class", GUARDED, "/") if word in said] == []


@pytest.fixture
def guarded(postgres: Server, name: str) -> Iterator[str]:
    """The address of the empty database with a user and the right password, “right”."""
    postgres.run(f"CREATE ROLE {GUARDED} LOGIN PASSWORD 'right'")
    yield postgres.address(name, GUARDED, "right")
    postgres.run(f"DROP OWNED BY {GUARDED}", name)
    postgres.run(f"DROP ROLE {GUARDED}")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_form_of_the_address(scheme: str, postgres: Server, name: str) -> None:
    address = postgres.address(name).replace("postgresql", scheme, 1)
    assert sign_in(open_desk(address), "Ann").role == "admin"
    assert sign_in(open_desk(f"{address}&connect_timeout=3"), "Ann").id == 1


def test_what_every_connection_is_told(desk: Engine) -> None:
    asked = ("lock_timeout", "statement_timeout", "synchronous_commit", "application_name")
    with reading(desk) as connection:
        told = [connection.scalar(text(f"SHOW {setting}")) for setting in asked]
        assert connection.scalar(text("SHOW transaction_isolation")) == "repeatable read"
    assert told == ["10s", "30s", "on", "slant"]
    with writing(desk) as connection:
        assert connection.scalar(text("SHOW transaction_isolation")) == "read committed"


@pytest.mark.parametrize(("set_up", "kept"), [("off", "on"), ("remote_apply", "remote_apply")])
def test_a_server_that_confirms_too_early_does_not_so_for_the_desk(
    set_up: str, kept: str, postgres: Server, name: str
) -> None:
    postgres.run(f"ALTER DATABASE {name} SET synchronous_commit = {set_up}")
    with reading(open_desk(postgres.address(name))) as connection:
        assert connection.scalar(text("SHOW synchronous_commit")) == kept


def test_twenty_editors_at_once(desk: Engine) -> None:
    def acts(place: int) -> str:
        editor = sign_in(desk, f"Ann {place}")
        token = open_session(desk, editor.id)
        for _ in range(5):
            assert session_editor(desk, token) == editor
            assert len(trail(desk)) > 0
        return token

    assert len({*at_once(20, acts)}) == 20
    assert len(editors(desk)) == 20


def test_a_database_that_is_not_there(postgres: Server) -> None:
    refused(postgres.address("geheim"), "there is no database of that name: make it, or name")


def test_a_wrong_password_a_missing_one_and_a_wrong_user(guarded: str) -> None:
    says = "the database does not accept the user or the password: put them right"
    refused(guarded.replace("right", "geheim"), says)
    refused(guarded.replace(":right", ""), says)
    refused(guarded.replace(f"{GUARDED}:right", "nobody-geheim"), says)


def test_a_user_who_may_not_make_tables(guarded: str, postgres: Server, name: str) -> None:
    postgres.run("REVOKE CREATE ON SCHEMA public FROM PUBLIC", name)
    refused(guarded, "the database's user may not make or write tables there: let that user do so")
    postgres.run(f"GRANT CREATE ON SCHEMA public TO {GUARDED}", name)
    made = open_desk(guarded)
    assert sign_in(made, "Ann").role == "admin"
    made.dispose()


def test_a_database_for_fewer_characters(postgres: Server) -> None:
    postgres.run("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'")
    refused(postgres.address("latin"), "was not made for all characters: make it with the enc")
    postgres.drop("latin")


def test_a_database_that_may_only_be_read(postgres: Server, name: str) -> None:
    postgres.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    refused(postgres.address(name), "the database may only be read: name the one that may be")


def test_a_database_with_other_tables_of_these_names(postgres: Server, name: str) -> None:
    postgres.run("CREATE TABLE desk_trail (hiker TEXT)", name)
    refused(postgres.address(name), "holds other tables under the names of Slant's: name another")
    assert postgres.run("SELECT count(*) FROM desk_trail", name) == [(0,)]
    assert postgres.run("SELECT to_regclass('desk_editors')", name) == [(None,)]


def test_a_full_disk(desk: Engine, postgres: Server, name: str) -> None:
    sign_in(desk, "Ann")
    # A server whose disk is full raises this code; a trigger here plays it.
    postgres.run(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'could not extend file: geheim' USING ERRCODE = 'disk_full'; END $$; "
        "CREATE TRIGGER full_disk BEFORE INSERT ON desk_trail EXECUTE FUNCTION full_disk()",
        name,
    )
    with pytest.raises(StoreFailed, match="as the disk of the database is full: make room") as met:
        sign_in(desk, "Ben")
    assert "geheim" not in met.value.message
    assert [editor.name for editor in editors(desk)] == ["Ann"]
    postgres.run("DROP TRIGGER full_disk ON desk_trail", name)
    assert sign_in(desk, "Ben").role == "reviewer"


@pytest.mark.parametrize("rested", [False, True])
def test_a_database_that_goes_away_and_comes_back(
    rested: bool, desk: Engine, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(desk, "Ann")
    at_once(5, lambda _: editors(desk))
    # Connections that rested are tried before they are used.
    monkeypatch.setattr(module, "_SURE_S", 0 if rested else 1000)
    try:
        postgres.stop()
        with pytest.raises(StoreFailed, match=AWAY):
            sign_in(desk, "Ben")
        for _ in range(2):
            with pytest.raises(StoreFailed, match="the database cannot be reached: see that it"):
                editors(desk)
    finally:
        postgres.start()
    # Nobody has to start Slant anew, and none of the connections of before is left over.
    assert sign_in(desk, "Ben").id == 2
    assert {len(found) for found in at_once(8, lambda _: editors(desk))} == {2}


def test_nobody_hears_of_a_database_that_was_away_meanwhile(
    desk: Engine, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(5, lambda place: sign_in(desk, f"Ann {place}"))
    monkeypatch.setattr(module, "_SURE_S", 0)
    postgres.stop()
    postgres.start()
    assert {len(found) for found in at_once(8, lambda _: editors(desk))} == {5}


@pytest.mark.parametrize("how", ["stop", "kill"])
def test_a_database_that_goes_away_in_the_middle(how: str, desk: Engine, postgres: Server) -> None:
    sign_in(desk, "Ann")

    def stumbles() -> None:
        with writing(desk) as connection:
            connection.execute(text("UPDATE desk_editors SET name = 'Other'"))
            getattr(postgres, how)()

    try:
        with pytest.raises(StoreFailed, match=AWAY):
            stumbles()
    finally:
        postgres.start()
    assert [editor.name for editor in editors(desk)] == ["Ann"]
    stumbled = sign_in(desk, "Ben")
    assert [editor.id for editor in editors(desk)] == [1, stumbled.id]


def test_who_waits_too_long_for_others_is_told(desk: Engine) -> None:
    def waits() -> None:
        with writing(desk) as connection:
            connection.execute(text("SET LOCAL lock_timeout = '1ms'"))
            alone(connection, 1)

    with writing(desk) as first:
        alone(first, 1)
        with pytest.raises(StoreFailed, match="others were writing at the same moment: try again"):
            waits()
    waits()


def test_too_many_connections(guarded: str, postgres: Server) -> None:
    postgres.run(f"ALTER ROLE {GUARDED} CONNECTION LIMIT 0")
    refused(guarded, "the database has too many connections: try again in a moment")


def test_nothing_is_logged_of_what_is_kept(
    postgres: Server,
    name: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, "sqlalchemy")
    logging.getLogger("store").debug("This is listened to.")
    made = open_desk(postgres.address(name, password="geheim"))
    ann = sign_in(made, "Quagga", subject="hoopoe", admin=True)
    token = open_session(made, ann.id)
    session_editor(made, token)
    with pytest.raises(StoreFailed), writing(made) as connection:
        connection.execute(text("INSERT INTO desk_models VALUES (:id)"), {"id": "bulbul"})
    made.dispose()
    written = caplog.text + "".join(capfd.readouterr())
    assert "This is listened to." in written
    secrets = ("geheim", "Quagga", "hoopoe", "bulbul", token)
    assert [secret for secret in secrets if secret in written] == []


def failure(kind: type[psycopg.Error], said: str) -> psycopg.Error:
    return kind(f'connection failed: connection to server at "db", port 5432 failed: {said}')


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (psycopg.OperationalError("failed to resolve host 'db': no such name"), "no machine of"),
        (failure(psycopg.OperationalError, "FATAL:  no pg_hba.conf entry for"), "not accept the"),
        (failure(psycopg.OperationalError, "FATAL:  sorry, too many clients already"), "too many"),
        (failure(psycopg.OperationalError, "FATAL:  the database system is starting up"), "start"),
        (failure(psycopg.OperationalError, "Connection refused"), "cannot be reached"),
        (failure(psycopg.OperationalError, "Zeitüberschreitung"), "cannot be reached"),
        (psycopg.errors.DeadlockDetected(), "at the same moment"),
        (psycopg.errors.QueryCanceled(), "took too long"),
        (psycopg.errors.IdleInTransactionSessionTimeout(), "waited too long"),
        (psycopg.errors.AdminShutdown(), "being stopped or started"),
        (psycopg.errors.OutOfMemory(), "lacks memory"),
        (psycopg.errors.DataCorrupted(), "files are damaged"),
        (psycopg.errors.IoError(), "could not read or write its files"),
        (psycopg.errors.UndefinedTable(), "lacks tables of Slant"),
        (psycopg.errors.InvalidSchemaName(), "no schema"),
    ],
)
def test_what_errors_mean(error: psycopg.Error, says: str) -> None:
    reason, advice = reason_of(error) or ("", "")
    assert says in reason
    assert advice
    assert not advice.endswith(".")


@pytest.mark.parametrize(
    "error",
    [
        None,
        KeyError(),
        SimpleNamespace(),
        psycopg.errors.UniqueViolation(),
        psycopg.DataError("NUL"),
    ],
)
def test_other_errors_mean_nothing_that_is_known(error: BaseException | None) -> None:
    assert reason_of(error) is None


def test_what_the_address_says_of_connecting_goes_before() -> None:
    made = engine(make_url("postgresql://db/news?connect_timeout=1&application_name=ours"))
    _, given = made.dialect.create_connect_args(made.url)
    assert given["connect_timeout"] == "1"
    assert given["application_name"] == "ours"
