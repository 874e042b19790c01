"""What was decided is never lost: without a connection, a database, or a session."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from playwright.sync_api import Dialog, Error, Route, expect

from tests.browser.desk_queue.conftest import OpenQueue
from tests.browser.desk_queue.seed import words
from tests.browser.desk_queue.server import DeskServer

REFUSED = r"Failed to load resource: .*(409|401|net::ERR).*"
"""What the console says of an answer that a test has brought about."""


def test_what_is_unsent_outlives_the_connection_and_a_reload(
    queue: OpenQueue, desk: DeskServer, first: int
) -> None:
    page = queue(first, allowed=REFUSED)
    sent: list[str] = []

    def lose_the_answer(route: Route) -> None:
        """The server keeps it, and the browser never hears so."""
        sent.append(route.request.post_data_json["request"])
        # As the page is left, what it still sends is taken from the test.
        with suppress(Error):
            route.fetch()
            route.abort()

    page.page.route("**/decisions", lose_the_answer)
    page.press("a", "d", "1", "a", "u")
    page.in_front(words(first + 2))
    expect(page.saving).to_contain_text("4 not saved yet, trying again")
    warned: list[str] = []

    def leave(dialog: Dialog) -> None:
        warned.append(dialog.type)
        dialog.accept()

    page.page.on("dialog", leave)
    page.page.reload()
    page.shown()
    assert warned == ["beforeunload"]
    assert page.kept_unsent() == 4
    expect(page.row(words(first + 1))).to_contain_text("dismissed")
    page.page.unroute("**/decisions")
    page.all_saved()
    assert len(set(sent)) == 1, "the next one went before the first was confirmed"
    assert desk.decisions(words(first)) == [("Ann", "accept", "", "")]
    assert desk.decisions(words(first + 1)) == [("Ann", "dismiss", "fair", "")]
    assert [act for _, act, *_ in desk.decisions(words(first + 2))] == ["accept", "undo"]
    assert page.kept_unsent() == 0


def test_a_database_that_fails_is_tried_again_with_the_same_request(
    queue: OpenQueue, desk: DeskServer, first: int
) -> None:
    page = queue(first, allowed=r"Failed to load resource: .*503.*")
    requests: list[str] = []
    there_again = False

    def fail(route: Route) -> None:
        requests.append(route.request.post_data_json["request"])
        problem = {"title": "The desk cannot be reached.", "kind": "store-failed", "status": 503}
        if there_again:
            route.continue_()
        else:
            route.fulfill(status=503, json=problem)

    page.page.route("**/decisions", fail)
    page.press("a")
    page.in_front(words(first + 1))
    expect(page.saving).to_contain_text(
        "1 not saved yet, trying again. The desk cannot be reached."
    )
    # Only once it has been read: on a slow machine a few tries pass unseen.
    there_again = True
    page.all_saved()
    assert len(requests) >= 2
    assert len(set(requests)) == 1
    assert len(desk.decisions(words(first))) == 1


def test_a_session_that_ended_is_opened_anew_without_a_word(
    queue: OpenQueue, desk: DeskServer, first: int
) -> None:
    page = queue(first, allowed=REFUSED)
    with sqlite3.connect(desk.file) as database:
        database.execute(
            "DELETE FROM desk_sessions WHERE editor ="
            " (SELECT id FROM desk_editors WHERE name = 'Ann')"
        )
    database.close()
    page.press("a", "a")
    page.all_saved()
    assert len(desk.decisions(words(first + 1))) == 1


def test_what_the_server_refuses_is_told_with_what_was_typed(queue: OpenQueue, first: int) -> None:
    page = queue(first, allowed=r"Failed to load resource: .*422.*")
    problem = {"title": "A note has at most 2,000 characters.", "kind": "bad-note", "status": 422}
    page.page.route("**/notes", lambda route: route.fulfill(status=422, json=problem))
    page.press("n")
    page.page.keyboard.type("A long story")
    page.press("Enter")
    expect(page.question).to_contain_text("A note has at most 2,000 characters.")
    expect(page.question).to_contain_text("You had typed: A long story")
    page.button("Close").click()
    expect(page.question).to_be_hidden()
