"""Two editors at one desk: who was quicker, and second readings that see nothing of the first."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.desk_queue.conftest import OpenQueue
from tests.browser.desk_queue.seed import words
from tests.browser.desk_queue.server import DeskServer

REFUSED = r"Failed to load resource: .*(409|401|net::ERR).*"
"""What the console says of an answer that a test has brought about."""


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
    expect(page.question).to_contain_text(
        f"Ben has decided on “{words(first)}”: reworded to “calm”"
    )
    expect(page.question).to_contain_text("You: accepted.")
    assert page.kept_unsent() == 2
    page.press("c", "Enter")
    expect(page.question).to_contain_text("You: dismissed: fair wording here.")
    page.button("Decide anyway").click()
    expect(page.question).to_be_hidden()
    page.in_front(words(first + 2))
    page.page.unroute("**/changes?*")
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
