"""The queue of the desk in a real browser, with its routes and a real database."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.desk_page import DeskPage
from tests.browser.desk_seed import FERRY, HELD_BACK, LINK, STRANGE, many
from tests.browser.desk_server import DeskServer, desk_server

EACH = 10
NOTICES = many(280, EACH)
FOR_THE_HUNDRED = 11
"""Articles, from the first on, that one test needs together."""

REFUSED = r"Failed to load resource: .*(409|401|net::ERR).*"
"""What the console says of an answer that a test has brought about."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskServer]:
    """A server whose desk has articles for all tests, each of which decides on its own."""
    folder = tmp_path_factory.mktemp("desk")
    with desk_server(folder, [*NOTICES, FERRY, STRANGE, HELD_BACK]) as found:
        yield found


@pytest.fixture(scope="module")
def _unused() -> Iterator[int]:
    return iter(range(FOR_THE_HUNDRED, len(NOTICES)))


@pytest.fixture
def first(_unused: Iterator[int]) -> int:
    """The number in the words of the first of ten flags that no other test decides on."""
    return next(_unused) * EACH


OpenQueue = Callable[..., DeskPage]


@pytest.fixture
def queue(open_page: OpenPage, desk: DeskServer) -> OpenQueue:
    """Return a function that opens the queue of the ten flags from ``first`` on."""

    def open_one(first: int, query: str = "", **settings: object) -> DeskPage:
        page = open_page(**{"color_scheme": "light", **settings})
        article = desk.articles[f"Notices from {first}"]
        return DeskPage(page, f"{desk.url}/").visit(f"?article={article}{query}")

    return open_one


def words(number: int) -> str:
    return f"wording{number}"


# Deciding


def test_a_hundred_decisions_without_a_mouse(open_page: OpenPage, desk: DeskServer) -> None:
    articles = [desk.articles[new.title] for new in NOTICES[:FOR_THE_HUNDRED]]
    query = "&".join(f"article={number}" for number in articles)
    page = DeskPage(open_page(color_scheme="light"), f"{desk.url}/").visit(f"?{query}")
    expect(page.count).to_have_text("110 open")
    expect(page.card).to_be_focused()
    decided = {}
    keys = {
        "accept": ["a"],
        "dismiss": ["d", "2"],
        "reword": ["r", "1", "Enter"],
    }
    shown = page.flagged.inner_text()
    for number in range(100):
        act = [*keys][number % 3]
        decided[shown.strip("“”")] = act
        page.press(*keys[act])
        expect(page.flagged).not_to_have_text(shown)
        shown = page.flagged.inner_text()
    expect(page.count).to_have_text("10 open")
    page.all_saved()
    assert page.kept_unsent() == 0
    kept = {one: desk.decisions(one) for one in decided}
    given = {"accept": ("", ""), "dismiss": ("quoted", ""), "reword": ("", "text")}
    assert kept == {one: [("Ann", act, *given[act])] for one, act in decided.items()}
    assert len(decided) == 100


def test_a_dismissal_asks_why(queue: OpenQueue, desk: DeskServer, first: int) -> None:
    page = queue(first)
    page.press("d")
    expect(page.asked).to_contain_text(f"Why is “{words(first)}” fine?")
    page.press("Escape")
    expect(page.asked).to_have_count(0)
    page.in_front(words(first))
    page.press("d", "6", "Enter")
    expect(page.asked).to_contain_text("Write a note that says why.")
    page.page.keyboard.type("a quad, as the desk says")  # keys that decide elsewhere
    page.press("Escape", "d", "6")
    # What was typed is still there.
    expect(page.asked.locator("textarea")).to_have_value("a quad, as the desk says")
    page.press("Enter")
    page.in_front(words(first + 1))
    page.all_saved()
    assert desk.decisions(words(first)) == [("Ann", "dismiss", "other", "")]
    page.press("k")
    expect(page.card).to_contain_text("You dismissed: a quad, as the desk says")


def test_rewording_shows_the_sentence_as_it_will_read(
    queue: OpenQueue, desk: DeskServer, first: int
) -> None:
    page = queue(first)
    page.press("r", "1")
    expect(page.asked.locator(".preview")).to_have_text("Its text was harsh.")
    page.press("Escape", "r", "Tab")
    box = page.asked.get_by_label("New wording")
    expect(box).to_be_focused()
    expect(box).to_have_value("text")
    box.fill(words(first))
    page.press("Enter")
    expect(page.asked).to_contain_text("Choose or type other words.")
    box.fill("notice, 2 lines long,")
    expect(page.asked.locator(".preview")).to_have_text("Its notice, 2 lines long, was harsh.")
    page.press("Enter")
    page.in_front(words(first + 1))
    page.all_saved()
    assert desk.decisions(words(first)) == [("Ann", "reword", "", "notice, 2 lines long,")]
    # A letter typed where digits choose goes into the field, in place of what is there.
    page.press("r")
    page.page.keyboard.type("adage")
    expect(page.asked.get_by_label("New wording")).to_have_value("adage")


def test_undo_takes_back_one_after_the_other(
    queue: OpenQueue, desk: DeskServer, first: int
) -> None:
    page = queue(first)
    page.press("a", "d", "1", "a")
    page.in_front(words(first + 3))
    page.press("u")
    page.in_front(words(first + 2))
    expect(page.card.locator(".kind .state")).to_have_text("open")
    page.press("u")
    page.in_front(words(first + 1))
    expect(page.count).to_have_text("9 open")
    page.all_saved()
    expect(page.row(words(first))).to_contain_text("accepted")
    assert [act for _, act, *_ in desk.decisions(words(first + 1))] == ["dismiss", "undo"]
    assert [act for _, act, *_ in desk.decisions(words(first + 2))] == ["accept", "undo"]
    # After a reload the one before is known still.
    page.visit(page.page.url.removeprefix(page.address))
    page.press("u")
    page.in_front(words(first))
    page.all_saved()
    assert [act for _, act, *_ in desk.decisions(words(first))] == ["accept", "undo"]


def test_skipped_flags_come_at_the_end(queue: OpenQueue, first: int) -> None:
    page = queue(first)
    page.press("s")
    page.in_front(words(first + 1))
    page.press(*"aaaaaaaaa")
    page.in_front(words(first))
    expect(page.count).to_have_text("1 open")
    page.press("a")
    expect(page.finished).to_have_text("Nothing is open here.")
    page.button("The whole queue").click()
    expect(page.finished).to_have_count(0)
    expect(page.flagged).to_be_visible()


def test_all_works_by_mouse(queue: OpenQueue, desk: DeskServer, first: int) -> None:
    page = queue(first)
    page.button("Accept").click()
    page.in_front(words(first + 1))
    page.button("Dismiss").click()
    page.button("states a fact").click()
    page.in_front(words(first + 2))
    page.card.locator(".wordings button").first.click()
    page.asked.get_by_role("button", name="Reword").click()
    page.in_front(words(first + 3))
    page.row(words(first + 6)).click()
    page.in_front(words(first + 6))
    page.text.locator("mark", has_text=words(first + 8)).click()
    page.in_front(words(first + 8))
    page.button("Note").click()
    page.asked.get_by_label("Note on").fill("Ask <b>Dee</b>.")
    page.button("Keep the note").click()
    expect(page.card.locator(".notes")).to_contain_text("Ask <b>Dee</b>.")
    page.all_saved()
    page.button("Undo").click()
    page.in_front(words(first + 2))
    page.all_saved()
    assert desk.decisions(words(first + 1)) == [("Ann", "dismiss", "fact", "")]
    assert [act for _, act, *_ in desk.decisions(words(first + 2))] == ["reword", "undo"]


# Two editors


def test_a_flag_in_front_that_somebody_decides_is_asked_about(
    queue: OpenQueue, desk: DeskServer, first: int
) -> None:
    page = queue(first)
    page.in_front(words(first))
    desk.by_ben(words(first), "dismiss", reason="fair")
    said = f"Just now Ben has decided on “{words(first)}”: dismissed: fair wording here."
    expect(page.question).to_contain_text(said)
    # A key that was meant for the open flag decides nothing.
    page.press("a")
    page.in_front(words(first))
    expect(page.button("Keep theirs")).to_be_focused()
    page.press("Enter")
    page.in_front(words(first + 1))
    assert len(desk.decisions(words(first))) == 1
    desk.by_ben(words(first + 1), "accept")
    page.button("Decide anyway").click()
    page.press("d", "1")
    page.in_front(words(first + 2))
    page.all_saved()
    assert [(who, act) for who, act, *_ in desk.decisions(words(first + 1))] == [
        ("Ben", "accept"),
        ("Ann", "dismiss"),
    ]
    # What others decide elsewhere is marked in the list, without a question.
    desk.by_ben(words(first + 5), "accept")
    expect(page.row(words(first + 5))).to_contain_text("accepted")
    expect(page.question).to_be_hidden()


def test_who_was_quicker_is_told_and_asked_about(
    queue: OpenQueue, desk: DeskServer, first: int
) -> None:
    page = queue(first, allowed=REFUSED)
    # From here on this browser hears nothing of what others do.
    page.page.route("**/changes?*", lambda route: route.abort())
    with page.page.expect_request("**/changes?*"):
        desk.by_ben(words(first + 9), "accept")
    desk.by_ben(words(first), "reword", wording="calm")
    desk.by_ben(words(first + 1), "accept")
    page.press("a", "d", "1")
    page.in_front(words(first + 2))
    expect(page.question).to_contain_text(f"Ben has decided on “{words(first)}”: reworded to “calm”")
    expect(page.question).to_contain_text("You: accepted.")
    assert page.kept_unsent() == 2
    page.press("c", "Enter")
    expect(page.question).to_contain_text("You: dismissed: fair wording here.")
    page.button("Decide anyway").click()
    expect(page.question).to_be_hidden()
    page.in_front(words(first + 2))
    page.all_saved()
    assert desk.decisions(words(first)) == [("Ben", "reword", "", "calm")]
    assert [(who, act) for who, act, *_ in desk.decisions(words(first + 1))] == [
        ("Ben", "accept"),
        ("Ann", "dismiss"),
    ]


def test_a_second_reading_is_blind(queue: OpenQueue, desk: DeskServer, first: int) -> None:
    desk.by_ben(words(first + 3), "dismiss", reason="fact")
    desk.by_ben(words(first + 4), "accept")
    page = queue(first)
    answers: list[str] = []
    page.page.on(
        "response",
        lambda one: answers.append(one.text()) if "/second" in one.url else None,
    )
    page.choose("Show", "Second reading")
    page.in_front(words(first + 3))
    expect(page.rows).to_have_count(2)
    assert "fact" not in "".join(answers)
    assert "Ben" not in page.view.inner_text()
    assert page.text.locator("mark:not(.open)").count() == 0
    page.press("a")
    page.in_front(words(first + 4))
    first_said = page.card.locator(".first")
    expect(first_said).to_contain_text(
        f"“{words(first + 3)}”: you accepted; Ben had dismissed: states a fact. You differ."
    )
    page.press("a")
    expect(page.finished).to_have_text("Nothing here waits for a second reading.")
    page.all_saved()
    # It changes nothing of the flag.
    assert desk.decisions(words(first + 3)) == [("Ben", "dismiss", "fact", "")]
    page.button("Open flags").click()
    page.in_front(words(first))


# Without a connection


def test_what_is_unsent_outlives_the_connection_and_a_reload(
    queue: OpenQueue, desk: DeskServer, first: int
) -> None:
    page = queue(first, allowed=REFUSED)
    sent: list[str] = []

    def lose_the_answer(route: Route) -> None:
        """The server keeps it, and the browser never hears so."""
        sent.append(route.request.post_data_json["request"])
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

    def fail_twice(route: Route) -> None:
        requests.append(route.request.post_data_json["request"])
        problem = {"title": "The desk cannot be reached.", "kind": "store-failed", "status": 503}
        if len(requests) > 2:
            route.continue_()
        else:
            route.fulfill(status=503, json=problem)

    page.page.route("**/decisions", fail_twice)
    page.press("a")
    page.in_front(words(first + 1))
    expect(page.saving).to_contain_text("1 not saved yet, trying again. The desk cannot be reached.")
    page.all_saved()
    assert len(requests) == 3
    assert len(set(requests)) == 1
    assert len(desk.decisions(words(first))) == 1


def test_a_session_that_ended_is_opened_anew_without_a_word(
    queue: OpenQueue, desk: DeskServer, first: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = queue(first, allowed=REFUSED)
    (file,) = Path(tmp_path_factory.getbasetemp()).glob("desk*/desk/desk.db")
    with sqlite3.connect(file) as database:
        database.execute(
            "DELETE FROM desk_sessions WHERE editor ="
            " (SELECT id FROM desk_editors WHERE name = 'Ann')"
        )
    database.close()
    page.press("a", "a")
    page.all_saved()
    assert len(desk.decisions(words(first + 1))) == 1


def test_what_the_server_refuses_is_told_with_what_was_typed(
    queue: OpenQueue, first: int
) -> None:
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


# Text, filters, address


def test_words_are_marked_where_they_stand_and_nothing_is_markup(
    open_page: OpenPage, desk: DeskServer
) -> None:
    article = desk.articles[STRANGE.title]
    page = DeskPage(open_page(color_scheme="light"), f"{desk.url}/").visit(f"?article={article}")
    assert page.text.evaluate("node => node.textContent") == STRANGE.text
    for flag in STRANGE.flags:
        page.row(flag.text).click()
        page.in_front(flag.text)
        expect(page.marked).to_have_text(flag.text)
        before = page.text.evaluate(
            """node => {
              const range = document.createRange();
              range.setStart(node, 0);
              range.setEndBefore(node.querySelector("mark.now"));
              return range.toString();
            }"""
        )
        assert before == STRANGE.text[: flag.start]
    expect(page.view.locator(".title")).to_have_text(STRANGE.title)
    assert page.view.locator("script, img, b:not(.history b)").count() == 0
    page.row("slammed").click()
    link = page.card.get_by_role("link")
    expect(link).to_have_attribute("href", LINK)
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    page.press("r", "1")
    expect(page.asked.locator(".preview")).to_contain_text(
        "Critics 🔥 <script>alert(2)</script> the plan at once."
    )


def test_only_web_addresses_become_links(queue: OpenQueue, desk: DeskServer, first: int) -> None:
    page = queue(first)
    page.page.route("**/queue?*", lambda route: with_link(route, "javascript:alert(1)"))
    page.page.reload()
    page.shown()
    expect(page.card.locator(".why")).to_have_text("Because.")
    expect(page.card.get_by_role("link")).to_have_count(0)


def with_link(route: Route, link: str) -> None:
    """Answer as the server does, but with a reason and this link in each flag."""
    answer = route.fetch()
    said = answer.json()
    for flag in said["flags"]:
        flag.update(reason="Because.", link=link)
    route.fulfill(response=answer, json=said)


def test_the_queue_is_filtered(open_page: OpenPage, desk: DeskServer) -> None:
    article = desk.articles[FERRY.title]
    page = DeskPage(open_page(color_scheme="light"), f"{desk.url}/").visit(f"?article={article}")
    expect(page.rows).to_have_count(3)
    expect(page.view.locator(".group h3")).to_have_text(["House rules 1 open", "Loaded words 2 open"])
    page.choose("Found by", "Loaded words")
    page.in_front("furious")
    expect(page.rows).to_have_count(2)
    page.press("a")
    page.in_front("bizarre")
    page.choose("Show", "Accepted")
    page.in_front("furious")
    expect(page.rows).to_have_count(1)
    expect(page.card).to_contain_text("You accepted")
    page.choose("Show", "All")
    expect(page.rows).to_have_count(2)
    page.choose("Found by", "All")
    page.choose("Rule", "harbour.verbs")
    page.in_front("blasted")
    page.choose("Article", "All articles")
    page.choose("Show", "Open")
    expect(page.rows).not_to_have_count(1)
    # One article alone, and back.
    page.in_front("blasted")
    page.press("o")
    expect(page.rows).to_have_count(2)
    expect(page.view.get_by_label("Article", exact=True)).to_have_value(str(article))
    page.press("o")
    expect(page.view.get_by_label("Article", exact=True)).to_have_value("all")
    page.in_front("blasted")


def test_what_the_fit_holds_back_is_counted_and_shown(
    open_page: OpenPage, desk: DeskServer
) -> None:
    article = desk.articles[HELD_BACK.title]
    page = DeskPage(open_page(color_scheme="light"), f"{desk.url}/").visit(f"?article={article}")
    expect(page.rows).to_have_count(1)
    expect(page.count).to_have_text("1 open · 2 held back by the house’s fit · show")
    page.button("Show what the house’s fit holds back").click()
    expect(page.rows).to_have_count(3)
    page.row("appalling").click()
    expect(page.card).to_contain_text("held back, 20%")


def test_the_address_leads_back_to_the_flag(queue: OpenQueue, desk: DeskServer, first: int) -> None:
    page = queue(first, "&view=queue")
    page.press("j", "j")
    page.in_front(words(first + 2))
    number = desk.flags[words(first + 2)]
    article = desk.articles[f"Notices from {first}"]
    page.page.wait_for_url(re.compile(rf"flag={number}"))
    assert page.page.url.endswith(f"?view=queue&article={article}&flag={number}")
    page.page.reload()
    page.shown().in_front(words(first + 2))
    # One that is decided is shown all the same.
    desk.by_ben(words(first + 7), "accept")
    page.visit(f"?article={article}&flag={desk.flags[words(first + 7)]}")
    page.in_front(words(first + 7))
    expect(page.card).to_contain_text("Ben accepted")
    page.visit(f"?article={article}&flag=999999")
    page.in_front(words(first))


# Keys and who may what


def test_keys_act_only_where_they_are_meant_to(queue: OpenQueue, first: int) -> None:
    page = queue(first)
    page.press("Control+a")
    page.page.locator("h1").click()
    page.press("a")  # the keyboard is elsewhere
    page.in_front(words(first))
    page.card.focus()
    page.page.keyboard.down("a")
    page.page.keyboard.down("a")  # held down
    page.page.keyboard.up("a")
    page.in_front(words(first + 1))
    page.press("?")
    keys = page.view.locator(".keys")
    expect(keys).to_contain_text("Dismiss, then 1 to 6 for the reason")
    keys.get_by_label("Single keys act").uncheck()
    page.card.focus()
    page.press("a", "r", "j")
    page.in_front(words(first + 1))
    expect(page.button("Accept").locator("kbd")).to_be_hidden()
    page.page.reload()
    page.shown()
    page.card.focus()
    page.press("a")
    page.in_front(words(first + 1))
    page.button("Accept").press("Enter")
    page.in_front(words(first + 2))
    page.all_saved()


def test_a_reader_only_looks(open_page: OpenPage, desk: DeskServer, first: int) -> None:
    page = DeskPage(open_page(color_scheme="light"), f"{desk.url}/")
    article = desk.articles[f"Notices from {first}"]
    page.visit(f"?name=Dee&role=reader&article={article}")
    expect(page.button("Accept")).to_be_disabled()
    expect(page.card).to_contain_text("You may look; deciding is for reviewers.")
    page.press("a", "d", "j")
    page.in_front(words(first + 1))
    assert desk.decisions(words(first)) == []

