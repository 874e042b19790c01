"""The pupils' page on the real server, from the code on the wall to the reveal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response, Route, expect
from sqlalchemy import Engine

from analysis.practice.items import as_json as items_as_json
from analysis.practice.items import items
from store.database import database
from tests.browser.conftest import OpenPage
from tests.browser.pages.marked_texts import TEXTS
from tests.browser.pupil_page import Lesson, PupilPage
from tests.served import ROOT, served

PHONE = {"width": 390, "height": 844}
NETWORK = r"Failed to load resource: .*"
"""What the console says of every request without an answer and of every refusal."""


@dataclass(frozen=True)
class Server:
    url: str
    engine: Engine


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose classes are in a file, and that file, to be the teacher in it."""
    folder = tmp_path_factory.mktemp("classes")
    file = str(folder / "classes.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLANT_CLASSES", file)
        with served(ROOT / "serve.py", folder / "streamlit.log") as url:
            yield Server(url, database(file))


@pytest.fixture
def lesson(server: Server) -> Lesson:
    return Lesson(server.engine)


@pytest.fixture
def pupil(open_page: OpenPage, server: Server) -> PupilPage:
    """A phone of its own, on which errors of the network are expected."""
    page = open_page(first_visit=True, apart=True, allowed=NETWORK, viewport=PHONE)
    return PupilPage(page, server.url)


def test_a_lesson_from_the_code_to_the_next_text(pupil: PupilPage, lesson: Lesson) -> None:
    page = pupil.page
    pupil.open(lesson.code.lower())
    expect(page.get_by_label("Code")).to_have_value(lesson.code)
    page.get_by_label("Word").fill("zzz")
    pupil.button("Join").click()
    expect(page.get_by_role("alert")).to_contain_text("word")
    expect(page.get_by_label("Word")).to_be_focused()

    page.get_by_label("Code").fill(f"{lesson.code[:3].lower()} - {lesson.code[3:]}")
    page.get_by_label("Word").fill(f" {lesson.word.upper()} ")
    pupil.button("Join").click()
    expect(pupil.heading).to_contain_text("You are")
    expect(page.locator("#who")).to_have_text(pupil.heading.inner_text())

    lesson.text()
    pupil.on_text().sentence(2).click()
    pupil.button("It stirs a feeling").click()
    pupil.button("cruel").click()
    pupil.all_saved()
    assert lesson.marked() == {1: {2: True}}
    pupil.sentence(2).click()  # a second tap takes the mark away
    pupil.all_saved()
    assert lesson.marked() == {1: {2: False}}
    pupil.mark(4)
    pupil.all_saved()

    pupil.button("I’m done").click()
    expect(page.locator("#progress")).to_contain_text("You are done")
    pupil.all_saved()
    assert lesson.done() == {1}
    pupil.sentence(1).click(force=True)  # locked: nothing comes of it
    pupil.marked(4)
    pupil.button("Go on marking").click()
    pupil.all_saved()
    assert lesson.done() == frozenset()

    lesson.pause()
    expect(page.locator("#paused")).to_be_visible()
    pupil.sentence(1).click(force=True)  # locked: nothing comes of it
    pupil.marked(4)
    lesson.resume()
    expect(page.locator("#paused")).to_be_hidden()
    pupil.mark(1)
    pupil.all_saved()

    lesson.reveal()
    expect(page.locator(".revealed")).to_be_visible()
    expect(page.locator("#said")).to_contain_text("The model can be wrong")
    # Sentences 2 and 5 of the six are marked; the model marks 3 and 5.
    expect(pupil.sentence(1)).to_have_attribute("data-note", "only you")
    expect(pupil.sentence(2)).to_have_attribute("data-note", "only the model")
    assert pupil.sentence(4).get_attribute("data-note") is None
    page.get_by_role("button", name="Sentence 3", exact=True).click()
    expect(page.locator(".bar")).to_contain_text("The model: likely loaded (probability 0.94)")
    expect(page.locator(".bar")).to_contain_text("It can be wrong")

    lesson.text("odd")
    pupil.on_text(3)
    pupil.marked()
    expect(page.locator(".revealed")).to_have_count(0)


def test_nothing_of_the_model_s_comes_before_the_reveal(pupil: PupilPage, lesson: Lesson) -> None:
    answers: list[str] = []

    def keep(response: Response) -> None:
        if "/api/" in response.url and response.status == 200:
            answers.append(response.text())

    pupil.page.on("response", keep)
    pupil.join(lesson)
    lesson.text()
    pupil.on_text().mark(2)
    pupil.mark(4)
    pupil.button("I’m done").click()
    pupil.all_saved()

    def told() -> str:
        kept = json.dumps(pupil.kept())
        return "\n".join([*answers, pupil.page.content(), kept])

    # 0.9375 is sent as 0.938 and shown as 0.94.
    secrets = ("0.938", "0.94", '"band"', "probability", "likely loaded", "agree on")
    assert len(answers) > 3
    assert [secret for secret in secrets if secret in told()] == []
    lesson.reveal()
    expect(pupil.page.locator(".revealed")).to_be_visible()
    pupil.sentence(2).click()
    pupil.page.wait_for_function(
        "() => document.querySelector('.bar').textContent.includes('0.94')"
    )
    assert [secret for secret in secrets if secret not in told()] == []


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


def test_a_pupil_who_is_removed_is_told_so(pupil: PupilPage, lesson: Lesson) -> None:
    pupil.join(lesson)
    lesson.text()
    pupil.on_text().mark(2)
    pupil.all_saved()
    lesson.remove(1)
    expect(pupil.heading).to_have_text("You are no longer in this class")
    expect(pupil.sentences).to_have_count(0)
    assert pupil.kept() == {}
    pupil.button("Join a class").click()
    expect(pupil.page.get_by_label("Code")).to_be_focused()


def test_a_class_that_is_deleted_is_over_on_a_reload_too(pupil: PupilPage, lesson: Lesson) -> None:
    pupil.join(lesson)
    lesson.text()
    pupil.on_text()
    lesson.delete()
    pupil.page.reload()
    expect(pupil.heading).to_have_text("You are no longer in this class")
    assert pupil.kept() == {}
    pupil.page.reload()
    expect(pupil.heading).to_have_text("Join your class")


def test_leaving_forgets_the_pupil_on_this_device(pupil: PupilPage, lesson: Lesson) -> None:
    pupil.join(lesson)
    lesson.text()
    pupil.on_text().mark(2)
    pupil.all_saved()
    pupil.button("Leave").click()
    expect(pupil.page.get_by_role("dialog")).to_be_visible()
    pupil.button("Stay").click()
    pupil.marked(2)
    pupil.button("Leave").click()
    pupil.button("Leave the class").click()
    expect(pupil.heading).to_have_text("Join your class")
    assert pupil.kept() == {}
    assert lesson.marked() == {1: {2: True}}


def test_two_share_a_device(pupil: PupilPage, lesson: Lesson) -> None:
    pupil.join(lesson, two=True)
    turns = pupil.page.locator("#turns button")
    expect(turns).to_have_count(2)
    lesson.text()
    pupil.on_text().mark(2)
    pupil.button("I’m done").click()
    turns.nth(1).click()
    expect(turns.nth(1)).to_have_attribute("aria-pressed", "true")
    pupil.on_text().marked()
    expect(pupil.button("I’m done")).to_be_visible()
    pupil.mark(4)
    pupil.all_saved()
    assert lesson.marked() == {1: {2: True}, 2: {4: True}}
    assert lesson.done() == {1}
    pupil.page.reload()
    pupil.on_text().marked(4)
    lesson.reveal()
    expect(pupil.page.locator(".revealed")).to_be_visible()
    expect(pupil.sentence(2)).to_have_attribute("data-note", "only the model")
    turns.nth(0).click()
    expect(pupil.sentence(4)).to_have_attribute("data-note", "only the model")
    # One of them is removed; the other goes on.
    name = turns.nth(1).inner_text()
    lesson.remove(1)
    lesson.text("odd")
    expect(pupil.page.locator("#who")).to_have_text(f"You are {name}")
    pupil.on_text(3)


def test_two_tabs_of_a_device_are_one_pupil(pupil: PupilPage, lesson: Lesson) -> None:
    pupil.join(lesson)
    lesson.text()
    pupil.on_text()
    other = PupilPage(pupil.page.context.new_page(), pupil.url).open()
    other.on_text().mark(2)
    pupil.marked(2)
    pupil.mark(4)
    other.marked(2, 4)
    other.sentence(2).click()
    other.button("Remove the mark").click()
    pupil.marked(4)
    pupil.all_saved()
    other.all_saved()
    assert lesson.marked() == {1: {2: False, 4: True}}
    pupil.button("Leave").click()
    pupil.button("Leave the class").click()
    expect(other.heading).to_have_text("Join your class")


def test_markup_in_a_text_is_text(pupil: PupilPage, lesson: Lesson) -> None:
    pupil.join(lesson)
    lesson.text("odd")
    pupil.on_text(3)
    expect(pupil.page.get_by_role("heading", level=2)).to_have_text("<b>Odd</b>")
    shown = pupil.page.locator(".marking-text").evaluate("text => text.textContent")
    assert shown == TEXTS["odd"].text
    assert pupil.page.locator("#work img").count() == 0
    direction = "line => getComputedStyle(line.parentElement).direction"
    assert pupil.sentence(1).evaluate(direction) == "rtl"
    pupil.sentence(0).click()
    expect(pupil.button("onerror")).to_be_visible()


def test_words_are_kept_at_their_places_in_any_unicode(pupil: PupilPage, lesson: Lesson) -> None:
    sent: list[list[list[int]]] = []

    def look(route: Route) -> None:
        sent.extend(mark["words"] for mark in (route.request.post_data_json or {})["marks"])
        route.continue_()

    pupil.join(lesson)
    lesson.text()
    pupil.on_text()
    pupil.page.route("**/marks", look)
    pupil.sentence(3).click()  # it begins with signs outside the basic plane
    for word in ("three", "clubs", "gate"):
        pupil.button(word).click()
    pupil.all_saved()
    text = TEXTS["pool"].text
    assert [text[start:end] for start, end in sent[-1]] == ["three clubs", "gate"]


def test_the_test_before_and_after(pupil: PupilPage, lesson: Lesson) -> None:
    pupil.join(lesson)
    lesson.begin("before", items_as_json(items()))
    expect(pupil.items).to_have_count(10)
    for number in range(9):
        pupil.items.nth(number).get_by_role("button").nth(number % 2).click()
    expect(pupil.page.locator("#progress")).to_have_text("9 of 10 answered.")
    pupil.button("I’m done").click()
    expect(pupil.page.locator("#progress")).to_contain_text("1 sentence is still open")
    pupil.items.nth(9).get_by_role("button", name="Not loaded").click()
    pupil.button("I’m done").click()
    pupil.all_saved()
    assert lesson.done() == {1}
    assert lesson.marked() == {1: {**{number: number % 2 == 0 for number in range(9)}, 9: False}}
    pupil.page.reload()
    expect(pupil.items.nth(0).get_by_role("button").nth(0)).to_have_attribute(
        "aria-pressed", "true"
    )
    lesson.reveal()
    expect(pupil.heading).to_have_text("That was the test")
    expect(pupil.items.nth(0)).to_be_hidden()
    lesson.begin("after", items_as_json(items()))
    expect(pupil.page.locator("#progress")).to_have_text("0 of 10 answered.")


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


def test_everything_by_keyboard(pupil: PupilPage, lesson: Lesson) -> None:
    press, page = pupil.page.keyboard.press, pupil.page
    pupil.open(lesson.code)
    page.get_by_label("Word").focus()
    page.keyboard.type(lesson.word)
    press("Enter")
    expect(pupil.heading).to_be_focused()
    lesson.text()
    pupil.on_text()
    press("Tab")
    expect(pupil.sentence(1)).to_be_focused()
    press("ArrowDown")
    press("Space")
    expect(pupil.sentence(2)).to_be_focused()
    pupil.marked(2)
    for name in ("Remove the mark", "Close", "It stirs a feeling"):
        press("Tab")
        expect(pupil.button(name)).to_be_focused()
    press("Enter")
    for _ in range(6):
        press("Tab")
    expect(pupil.button("It")).to_be_focused()
    for _ in range(3):
        press("ArrowRight")
    expect(pupil.button("cruel")).to_be_focused()
    press("Space")
    expect(pupil.button("cruel")).to_have_attribute("aria-pressed", "true")
    press("Escape")
    expect(pupil.sentence(2)).to_be_focused()
    press("Tab")
    expect(pupil.button("I’m done")).to_be_focused()
    press("Enter")
    pupil.all_saved()
    assert lesson.done() == {1}


def found_by_axe(page: Page) -> list[str]:
    found = Axe().run(page, None, {"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    open_page: OpenPage, server: Server, lesson: Lesson, scheme: str
) -> None:
    page = open_page(
        first_visit=True, apart=True, allowed=NETWORK, color_scheme=scheme, viewport=PHONE
    )
    pupil = PupilPage(page, server.url).open("ABCDEF")

    def clean(where: str) -> None:
        # 320 px is what 1280 px at 400 % leave (WCAG 2.2, 1.4.10).
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            assert found_by_axe(page) == [], f"{where}, {width} px"
            wide = page.evaluate("() => document.documentElement.scrollWidth")
            assert wide <= width, f"{where} is {wide} px wide at {width} px"
        page.set_viewport_size(PHONE)

    assert page.locator("html").get_attribute("lang") == "en"
    expect(page).to_have_title("Class · Slant")
    page.get_by_label("Word").fill("zzz")
    pupil.button("Join").click()
    expect(page.get_by_role("alert")).to_be_visible()
    clean("the form with an error")
    page.get_by_label("Code").fill("")
    pupil.join(lesson, two=True)
    clean("waiting")
    lesson.text()
    pupil.on_text().sentence(2).click()
    pupil.button("It stirs a feeling").click()
    pupil.button("cruel").click()
    clean("a sentence marked")
    pupil.button("Leave").click()
    clean("leaving")
    pupil.button("Stay").click()
    lesson.pause()
    expect(page.locator("#paused")).to_be_visible()
    clean("paused")
    lesson.reveal()
    expect(page.locator(".revealed")).to_be_visible()
    pupil.sentence(2).click()
    clean("revealed")
    lesson.begin("before", items_as_json(items()))
    expect(pupil.items).to_have_count(10)
    pupil.items.nth(0).get_by_role("button").nth(0).click()
    clean("the test")
    lesson.delete()
    expect(pupil.heading).to_have_text("You are no longer in this class")
    clean("the end")


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
