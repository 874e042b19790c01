"""The queue where editors meet it: on the Desk page of the real server, in its own view."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.desk_page import DeskPage
from tests.browser.desk_queue.seed import FERRY, many, words
from tests.browser.desk_queue.server import DeskServer, desk_server
from tests.browser.desk_room import DeskRoom
from tests.browser.test_accessibility import ASKED_IN_VAIN
from tests.served import ROOT

IN_VAIN = ASKED_IN_VAIN.replace("how-it-works", "desk")


@pytest.fixture(scope="module")
def served_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskServer]:
    """The dashboard's server with a desk in it."""
    folder = tmp_path_factory.mktemp("served")
    with desk_server(folder, [FERRY, *many(10)], ROOT / "serve.py") as found:
        yield found


def test_an_editor_decides_leaves_and_comes_back(
    open_page: OpenPage, served_desk: DeskServer
) -> None:
    desk = served_desk
    page = open_page(color_scheme="light", allowed=IN_VAIN)
    article = desk.articles["Notices from 0"]
    room = DeskRoom(page, desk.url).visit(f"queue&article={article}").as_editor("Ann")
    queue = DeskPage(page, f"{desk.url}/desk").shown()
    queue.in_front(words(0))
    queue.card.focus()
    queue.press("a", "d", "1")
    queue.in_front(words(2))
    queue.all_saved()
    page.wait_for_url(re.compile(rf"flag={desk.flags[words(2)]}"))
    page.reload()
    queue.shown().in_front(words(2))
    expect(queue.count).to_have_text("8 open")
    # Another view, and back: the queue is as it was, and so is what can be undone.
    room.to("People")
    expect(queue.view).to_have_count(0)
    room.to("Queue")
    queue.shown().card.focus()
    queue.press("u")
    queue.in_front(words(1))
    queue.all_saved()
    found = [(who, act) for who, act, *_ in desk.decisions(words(1))]
    assert found == [("Ann", "dismiss"), ("Ann", "undo")]
    queue.press("o")
    expect(queue.row("blasted")).to_be_visible()
    queue.choose("Article", "Ferry fares")
    queue.in_front("blasted")
