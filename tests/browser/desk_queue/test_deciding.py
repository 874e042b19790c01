"""Deciding on flags by keys and by mouse, in a real browser and a real database."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.desk_page import DeskPage
from tests.browser.desk_queue.conftest import OpenQueue
from tests.browser.desk_queue.seed import FOR_THE_HUNDRED, NOTICES, words
from tests.browser.desk_queue.server import DeskServer


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
