"""Who may ask: the token of a session, the role of this moment, and nobody else's page."""

import logging
import re

import pytest
from sqlalchemy import event, select, update
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.answers import ALWAYS
from api.routes import routes
from store.database import reading, writing
from store.desk.editors import open_session, set_role, sign_in
from store.desk.records import READER, REVIEWER, WAITING
from store.desk.tables import EDITORS, SESSIONS
from tests.api.desk.small_desk import ANN, BEN, CYD, DEE, SmallDesk, bearer

READ = [
    *("queue", "second", "articles", "articles/{article}", "articles/{article}/notes"),
    *("flags/{flag}", "flags/{flag}/history", "changes?since=0"),
]
SENT = {
    "flags/{flag}/decisions": {"request": "page-1", "seen": 0, "act": "accept"},
    "flags/{flag}/second": {"request": "page-2", "act": "accept"},
    "articles/{article}/notes": {"request": "page-3", "text": "A note."},
}


def addresses(desk: SmallDesk) -> tuple[list[str], dict[str, dict[str, object]]]:
    flag = desk.flags()[0]["id"]
    named = {"article": desk.article, "flag": flag}
    return [one.format(**named) for one in READ], {
        one.format(**named): body for one, body in SENT.items()
    }


@pytest.mark.parametrize(
    "header",
    [
        *("", "Bearer", "Bearer ", "Basic {token}", "{token}", "Bearer {token}x"),
        *("Bearer {short}", "Bearer " + "x" * 5000, "Bearer {swapped}"),
    ],
)
def test_without_the_token_of_a_session_nothing_is_told(untouched: SmallDesk, header: str) -> None:
    token = untouched.tokens[ANN]
    given = header.format(token=token, short=token[:-1], swapped=token.swapcase())
    read, sent = addresses(untouched)
    client = untouched.client
    answers = [client.get(f"/api/desk/{one}", headers={"Authorization": given}) for one in read]
    answers += [
        client.post(f"/api/desk/{one}", json=body, headers={"Authorization": given})
        for one, body in sent.items()
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["kind"]) == (401, "not-signed-in")
        assert answer.headers["www-authenticate"] == "Bearer"
    assert len({answer.text for answer in answers}) == 1


def test_a_token_counts_in_the_header_only(untouched: SmallDesk) -> None:
    token = untouched.tokens[ANN]
    for query in (f"token={token}", f"access_token={token}", f"Authorization=Bearer%20{token}"):
        assert untouched.client.get(f"/api/desk/queue?{query}").status_code == 401
    cookie = {"Cookie": f"token={token}; Authorization=Bearer {token}"}
    assert untouched.client.get("/api/desk/queue", headers=cookie).status_code == 401


def test_a_wrong_token_is_looked_up_as_a_right_one_is(desk: SmallDesk) -> None:
    """By its digest, in one query: nothing is compared sign by sign, and nothing sooner refused."""
    asked: list[str] = []

    @event.listens_for(desk.engine, "before_cursor_execute")
    def note(_: object, __: object, statement: str, *___: object) -> None:
        asked.append(re.sub(r"\s+", " ", statement))

    desk.get("flags/x")
    right = [one for one in asked if "SELECT" in one]
    assert "token_digest" in right[0]
    for wrong in ("", "x" * 43, desk.tokens[ANN][:-1]):
        asked.clear()
        desk.client.get("/api/desk/flags/x", headers=bearer(wrong))
        assert [one for one in asked if "SELECT" in one] == right[:1]


def test_a_session_that_is_over(desk: SmallDesk) -> None:
    with writing(desk.engine) as connection:
        past = select(EDITORS.c.since).limit(1).scalar_subquery()
        connection.execute(update(SESSIONS).values(until=past))
    assert desk.get("queue").json()["kind"] == "not-signed-in"


def test_who_waits_to_be_let_in_sees_nothing(untouched: SmallDesk) -> None:
    read, sent = addresses(untouched)
    answers = [untouched.get(one, DEE) for one in read]
    answers += [untouched.post(one, body, DEE) for one, body in sent.items()]
    for answer in answers:
        assert (answer.status_code, answer.json()["kind"]) == (403, "not-allowed")
        assert "slammed" not in answer.text
        assert "Plan 1" not in answer.text


def test_a_reader_looks_and_does_no_more(desk: SmallDesk) -> None:
    desk.decide(desk.flags()[0]["id"])
    read, sent = addresses(desk)
    before = desk.get("queue").json()["version"]
    assert {desk.get(one, CYD).status_code for one in read} == {200}
    for one, body in sent.items():
        answer = desk.post(one, body, CYD)
        assert (answer.status_code, answer.json()["kind"]) == (403, "not-allowed")
        assert REVIEWER in answer.json()["title"]
    assert desk.get("queue").json()["version"] == before


def test_the_role_is_the_one_of_this_moment(desk: SmallDesk) -> None:
    first, second, third, _ = (flag["id"] for flag in desk.flags())
    assert desk.decide(first, name=BEN).status_code == 201
    set_role(desk.engine, desk.ids[ANN], desk.ids[BEN], READER)
    assert desk.decide(second, name=BEN).status_code == 403
    assert desk.get("queue", BEN).status_code == 200
    set_role(desk.engine, desk.ids[ANN], desk.ids[BEN], WAITING)
    assert desk.get("queue", BEN).status_code == 403
    set_role(desk.engine, desk.ids[ANN], desk.ids[BEN], REVIEWER)
    assert desk.decide(third, name=BEN).status_code == 201


def test_no_answer_holds_a_token_a_digest_or_who_logged_in(desk: SmallDesk) -> None:
    sign_in(desk.engine, "Fay", subject="https://id.example\nfay-77", admin=True)
    read, sent = addresses(desk)
    told = "".join(desk.get(one).text for one in read)
    told += "".join(desk.post(one, body, BEN).text for one, body in sent.items())
    with reading(desk.engine) as connection:
        digests = [*connection.scalars(select(SESSIONS.c.token_digest))]
        digests += filter(None, connection.scalars(select(EDITORS.c.subject)))
    assert len(digests) == len(desk.tokens) + 1
    for secret in (*desk.tokens.values(), *digests, "fay-77", "token", "subject"):
        assert secret not in told


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "HEAD"])
def test_a_page_of_another_origin_is_allowed_nothing(untouched: SmallDesk, method: str) -> None:
    headers = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
        **bearer(untouched.tokens[ANN]),
    }
    for address in (*READ, *SENT, "nowhere"):
        url = "/api/desk/" + address.format(article=untouched.article, flag=1)
        answer = untouched.client.request(method, url, headers=headers)
        assert not [name for name in answer.headers if name.startswith("access-control")]
        assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
        assert answer.headers["cache-control"] == "no-store"
        assert "set-cookie" not in answer.headers


def test_without_a_desk_there_is_nothing(untouched: SmallDesk) -> None:
    client = TestClient(Starlette(routes=routes()))
    for address in (*READ, *SENT):
        url = "/api/desk/" + address.format(article=1, flag=1)
        answer = client.get(url, headers=bearer(untouched.tokens[ANN]))
        assert (answer.status_code, answer.json()["kind"]) == (404, "no-such-address")


def test_nothing_of_it_is_logged(desk: SmallDesk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read, sent = addresses(desk)
        for one in read:
            desk.get(one, DEE)
            desk.get(one)
        for one, body in sent.items():
            desk.post(one, {**body, "note": "zebrafied"}, BEN)
            desk.client.post(f"/api/desk/{one}", json=body, headers=bearer("zebrafied"))
    for kept_out in (*desk.tokens.values(), "zebrafied", "slammed"):
        assert kept_out not in caplog.text


def test_where_a_login_is_set_up_tokens_of_typed_names_let_nobody_in() -> None:
    needed = False
    desk = SmallDesk()
    app = Starlette(routes=routes(desk=lambda: desk.engine, login=lambda: needed))
    client = TestClient(app)
    fay = sign_in(desk.engine, "Fay", subject="https://id.example\nfay", admin=True)
    typed, verified = bearer(desk.tokens[ANN]), bearer(open_session(desk.engine, fay.id))
    read, sent = addresses(desk)
    assert client.get("/api/desk/queue", headers=typed).status_code == 200
    needed = True
    answers = [client.get(f"/api/desk/{one}", headers=typed) for one in read]
    answers += [
        client.post(f"/api/desk/{one}", json=body, headers=typed) for one, body in sent.items()
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert client.get("/api/desk/queue", headers=verified).status_code == 200
