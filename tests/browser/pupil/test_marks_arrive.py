"""No mark is lost or sent for ever: lost connections, closed pages, refusals, full storage."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.browser.pupil.pupil_page import Lesson, PupilPage


def test_a_lost_connection_loses_no_mark(pupil: PupilPage, lesson: Lesson) -> None:
    pupil.join(lesson)
    lesson.text()
    pupil.on_text().mark(1)
    pupil.all_saved()
    pupil.page.context.set_offline(True)
    pupil.mark(2)
    pupil.mark(4)
    expect(pupil.saved).to_contain_text("Not sent yet: no connection, your marks are kept")
    pupil.button("I’m done").click()
    assert lesson.marked() == {1: {1: True}}
    # The teacher goes on meanwhile: what was marked before still counts.
    lesson.reveal()
    pupil.page.context.set_offline(False)
    expect(pupil.page.locator(".revealed")).to_be_visible()
    assert lesson.marked() == {1: {1: True, 2: True, 4: True}}
    assert lesson.done() == {1}
    pupil.all_saved()


def test_a_closed_page_goes_on_where_it_was(pupil: PupilPage, lesson: Lesson) -> None:
    pupil.join(lesson)
    name = pupil.heading.inner_text()
    lesson.text()
    pupil.on_text().sentence(2).click()
    pupil.button("It exaggerates").click()
    pupil.all_saved()
    context = pupil.page.context
    context.set_offline(True)
    pupil.mark(4)
    expect(pupil.saved).to_contain_text("Not sent yet")
    pupil.page.goto("about:blank")  # as good as closed
    context.set_offline(False)
    again = PupilPage(context.new_page(), pupil.url).open()
    again.on_text().marked(2, 4)
    again.all_saved()
    assert lesson.marked() == {1: {2: True, 4: True}}
    expect(again.page.locator("#who")).to_have_text(name)
    again.sentence(2).click()
    expect(again.button("It exaggerates")).to_have_attribute("aria-pressed", "true")


def test_an_answer_that_is_lost_does_no_harm(pupil: PupilPage, lesson: Lesson) -> None:
    """The server has the mark and the phone does not know: it sends it once more."""
    lost: list[int] = []

    def lose_the_first(route: Route) -> None:
        if lost:
            return route.continue_()
        lost.append(route.fetch().status)
        route.abort()

    pupil.join(lesson)
    lesson.text()
    pupil.on_text()
    pupil.page.route("**/marks", lose_the_first)
    pupil.mark(2)
    pupil.all_saved()
    pupil.sentence(2).click()
    pupil.button("Remove the mark").click()
    pupil.all_saved()
    assert lost == [200]
    assert lesson.marked() == {1: {2: False}}


@pytest.mark.parametrize("status", [409, 413, 422])
def test_what_the_server_refuses_is_said_and_not_sent_again(
    pupil: PupilPage, lesson: Lesson, status: int
) -> None:
    """One mark of three does not fit: the others are kept."""
    sent: list[list[int]] = []

    def refuse(route: Route) -> None:
        marks = [mark["sentence"] for mark in (route.request.post_data_json or {})["marks"]]
        sent.append(marks)
        if 2 not in marks:
            return route.continue_()
        problem = {"title": "<i>That one does not fit.</i>", "status": status, "kind": "some"}
        route.fulfill(status=status, json=problem)

    pupil.join(lesson)
    lesson.text()
    pupil.on_text()
    pupil.page.context.set_offline(True)
    for line in (1, 2, 4):
        pupil.mark(line)
    pupil.page.route("**/marks", refuse)
    pupil.page.context.set_offline(False)
    expect(pupil.saved).to_have_text("<i>That one does not fit.</i>")
    if status == 409:  # the round is over for this pupil: nothing of it can come in
        pupil.marked()
    else:
        pupil.marked(1, 4)
        assert lesson.marked() == {1: {1: True, 4: True}}
    number = len(sent)
    pupil.mark(5)
    pupil.all_saved()
    assert [marks for marks in sent[number:] if marks != [5]] == []
    assert number <= 5


def test_a_mark_of_the_last_moment_belongs_to_its_own_text(
    pupil: PupilPage, lesson: Lesson
) -> None:
    """The next round has begun, and its text is still on the way."""
    held: list[Route] = []
    pupil.join(lesson)
    lesson.text()
    pupil.on_text()
    pupil.page.route("**/rounds/2", lambda route: held.append(route))
    with pupil.page.expect_request("**/rounds/2"):
        lesson.text("odd")
    pupil.mark(1)
    pupil.all_saved()
    assert lesson.marked(1) == {1: {1: True}}
    assert lesson.marked(2) == {}
    held[0].continue_()
    pupil.on_text(3).marked()


@pytest.mark.parametrize("broken", ["blocked", "full"])
def test_a_browser_that_keeps_nothing_says_so(
    pupil: PupilPage, lesson: Lesson, broken: str
) -> None:
    refusal = "throw new DOMException('no', 'QuotaExceededError')"
    script = f"Storage.prototype.setItem = () => {{ {refusal} }};"
    if broken == "blocked":
        script = f"Object.defineProperty(window, 'localStorage', {{ get() {{ {refusal} }} }});"
    pupil.page.add_init_script(script)
    pupil.join(lesson)
    lesson.text()
    pupil.on_text().mark(2)
    expect(pupil.saved).to_have_text("Saved. This browser keeps nothing: leave this page open.")
    assert lesson.marked() == {1: {2: True}}


def test_little_goes_over_the_network(pupil: PupilPage, lesson: Lesson) -> None:
    """As sent, compressed, with the headers. The limit of the whole is 300 KB after the first
    visit."""
    page = pupil.page
    sizes: list[float] = []
    asked: list[str] = []
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.on("request", lambda request: asked.append(request.url))
    pupil.join(lesson)
    lesson.text()
    pupil.on_text().mark(2)
    pupil.all_saved()
    first = sum(sizes)
    assert 10_000 < first < 60_000
    own = (f"{pupil.url}/join", f"{pupil.url}/api/class/", "data:")
    assert [url for url in asked if not url.startswith(own)] == []
    sizes.clear()
    asked.clear()
    page.reload()
    pupil.on_text().marked(2)
    pupil.all_saved()
    assert sum(sizes) < 8_000
    # The text is kept on the device.
    assert [url for url in asked if "/rounds/" in url] == []
