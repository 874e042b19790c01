"""The teacher's page of a class in a real browser, with pupils who mark over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import WebSocket, expect

from store.classes.rounds import round_of
from tests.browser.class_page import ClassPage
from tests.browser.class_room import Phone, Room, keys_in, room_in
from tests.browser.conftest import OpenPage
from tests.browser.read_page import LIMIT
from tests.browser.test_accessibility import (
    ASKED_IN_VAIN,
    PHONE,
    ring_colour,
    tab_to,
    violations,
)

PROJECTOR = {"width": 1920, "height": 1080}
OWN = (
    "Village pond to be dredged\n\nThe parish will dredge the pond in March. "
    "It is a <img src=x onerror=alert(1)> shameful betrayal, a disgraceful waste of money. "
    "Two firms have made an offer. The work takes a week."
)
IN_VAIN = ASKED_IN_VAIN.replace("how-it-works", "class")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A server with a store in a file."""
    with room_in(tmp_path_factory.mktemp("class")) as found:
        yield found


@pytest.fixture
def lesson(open_page: OpenPage, room: Room) -> ClassPage:
    """The page without a class, 1440 by 900."""
    return ClassPage(open_page(color_scheme="light", allowed=IN_VAIN), room.url).visit()


def at_work(lesson: ClassPage, room: Room, count: int) -> list[Phone]:
    """Open a class with so many pupils and give it a text."""
    code, word = lesson.open_class()
    found = room.pupils(code, word, count)
    expect(lesson.head).to_contain_text(f"{count} pupil", timeout=LIMIT)
    lesson.give_sample()
    expect(lesson.head).to_contain_text(f"0 of {count} pupil")
    return found


def test_marks_arrive_while_one_looks(lesson: ClassPage, room: Room) -> None:
    found = at_work(lesson, room, 6)
    lesson.text.evaluate("element => { window.drawnOnce = element.firstElementChild; }")
    lesson.show_marks()
    for pupil in found[:4]:
        room.mark(pupil, 1, [3])
    expect(lesson.head).to_contain_text("4 of 6 pupils have begun")
    expect(lesson.page.get_by_text("figures are shown from 5 readers on")).to_be_visible()
    assert lesson.sentence(3).get_attribute("data-label") is None
    for pupil in found[4:]:
        room.mark(pupil, 1, [5], done=True)
    expect(lesson.head).to_contain_text("6 of 6 pupils have begun, 2 are done.")
    expect(lesson.sentence(3)).to_have_attribute("data-label", "4/6")
    for pupil in found[:4]:
        room.mark(pupil, 1, [6], done=True)
    expect(lesson.sentence(5)).to_have_attribute("data-label", "2/6")
    expect(lesson.said).to_contain_text("Krippendorff")
    # The text was not drawn again: its first paragraph is the same element.
    assert lesson.text.evaluate("element => element.firstElementChild === window.drawnOnce")
    material = round_of(room.engine, found[0].class_id, 1).material
    assert lesson.text.evaluate("element => element.textContent") == material["text"]


def test_the_list_leads_to_the_sentence_that_splits_the_class(
    lesson: ClassPage, room: Room
) -> None:
    found = at_work(lesson, room, 6)
    lesson.show_marks()
    for place, pupil in enumerate(found):
        room.mark(pupil, 1, [3, 20] if place % 2 else [3], done=True)
    expect(lesson.split).to_have_count(1)
    expect(lesson.split.first).to_contain_text("Sentence 20: 3 of 6")
    lesson.split.first.click()
    expect(lesson.sentence(20)).to_be_in_viewport()
    expect(lesson.sentence(20)).to_have_attribute("aria-selected", "true")
    expect(lesson.card).to_contain_text(
        "3 of 6 marked it. The reason given most: it stirs a feeling."
    )
    # What is said of it goes on with the marks.
    room.mark(found[0], 1, [20])
    expect(lesson.card).to_contain_text("4 of 6 marked it.")


def test_before_the_reveal_no_score_reaches_the_browser(open_page: OpenPage, room: Room) -> None:
    page = open_page(color_scheme="light", allowed=IN_VAIN)
    frames: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on(
            "framereceived",
            lambda frame: frames.append(frame if isinstance(frame, bytes) else frame.encode()),
        )

    page.on("websocket", listen)
    lesson = ClassPage(page, room.url).visit()
    found = at_work(lesson, room, 5)
    for pupil in found:
        room.mark(pupil, 1, [3], done=True)
    expect(lesson.head).to_contain_text("5 are done")
    assert lesson.sentence(3).get_attribute("data-label") is None  # the wall shows no marks yet
    lesson.show_marks()
    expect(lesson.sentence(3)).to_have_attribute("data-label", "5/5")
    material = round_of(room.engine, found[0].class_id, 1).material
    scores = [view["probability"] for view in material["views"] if 0 < view["probability"] < 1]
    assert len(scores) > 5

    def told() -> list[str]:
        sent = b"".join(frames)
        shown = page.content() + lesson.text.evaluate("element => element.outerHTML")
        return [
            *(f"score {score}" for score in scores if str(score).encode() in sent),
            *(["bands"] if re.search(rb'band\\*"', sent) else []),
            *(["marks of bands"] if "model-loaded" in shown.replace("sample", "") else []),
        ]

    assert told() == []
    lesson.reveal()
    expect(lesson.said).to_contain_text("Class and model agree")
    # The same search finds the bands then: it looks at the right things.
    assert "bands" in told()
    lesson.sentence(3).click()
    expect(lesson.card).to_contain_text("The model: ")


def test_words_and_differences_are_shown_and_the_text_keeps_its_place(
    lesson: ClassPage, room: Room
) -> None:
    found = at_work(lesson, room, 6)
    lesson.show_marks()
    material = round_of(room.engine, found[0].class_id, 1).material
    loaded = [view["band"] == "loaded" for view in material["views"]]
    # One that the model calls loaded, marked by nobody, and one that it does not, marked by all.
    by_model = loaded.index(True) + 1
    by_class = [view["band"] for view in material["views"]].index("not loaded") + 1
    start, end, *_ = material["lines"][by_class - 1]
    word = material["text"][start:end].split()[0]
    # Seen from the first sentence, as the page may be scrolled.
    last = max(number for number, line in enumerate(material["lines"], 1) if line[3])
    far = "([one, other]) => other.getBoundingClientRect().top - one.getBoundingClientRect().top"
    ends = [lesson.sentence(number).element_handle() for number in (1, last)]
    before = lesson.page.evaluate(far, ends)
    for pupil in found:
        words = {by_class: [[start, start + len(word)]]}
        room.mark(pupil, 1, [by_class], done=True, words=words)
    expect(lesson.sentence(by_class)).to_have_attribute("data-label", "6/6")
    assert lesson.page.evaluate(far, ends) == before
    expect(lesson.sentence(by_class).locator(".by-class")).to_have_text(word)
    expect(lesson.text.locator(".by-model")).to_have_count(0)
    expect(lesson.differ).to_have_count(0)
    lesson.reveal()
    expect(lesson.text.locator(".by-model").first).to_be_visible()
    assert lesson.page.evaluate(far, ends) == before
    assert lesson.text.evaluate("element => element.textContent") == material["text"]
    expect(lesson.differ.filter(has_text=f"Sentence {by_model}:")).to_contain_text("model only")
    lesson.differ.filter(has_text=f"Sentence {by_class}:").click()
    expect(lesson.sentence(by_class)).to_be_in_viewport()
    expect(lesson.card).to_contain_text(f"Words marked most: “{word}” (6).")
    expect(lesson.card).to_contain_text("The model: not loaded.")


def test_a_round_is_paused_and_goes_on_and_another_follows(lesson: ClassPage, room: Room) -> None:
    at_work(lesson, room, 1)
    lesson.button("Pause").click()
    expect(lesson.head).to_contain_text("Paused")
    assert room.led(lesson.page).state == "paused"
    lesson.button("Go on").click()
    expect(lesson.head).to_contain_text("The pupils are at work.")
    lesson.reveal()
    lesson.give_pasted(OWN)
    expect(lesson.head).to_contain_text("Round 2")
    expect(lesson.head).to_contain_text("0 of 1 pupil")


def test_a_round_begins_in_sight_after_a_question(lesson: ClassPage, room: Room) -> None:
    at_work(lesson, room, 1)
    expect(lesson.head).to_be_in_viewport()
    lesson.unfold("Another text or test")
    lesson.button("Give this text to the class").click()
    lesson.button("No, stay here").click()
    expect(lesson.button("No, stay here")).to_have_count(0)
    assert room.led(lesson.page).round == 1
    lesson.button("Give this text to the class").click()
    lesson.button("Yes, give this text to the class").click()
    expect(lesson.head).to_contain_text("Round 2", timeout=LIMIT)
    expect(lesson.button("Show the model's view")).to_be_in_viewport(ratio=1)
    # The panel is folded again.
    expect(lesson.button("Give this text to the class")).to_be_hidden()


def test_a_pasted_text_outlives_a_glance_elsewhere(lesson: ClassPage) -> None:
    lesson.open_class()
    page = lesson.page
    expect(page.get_by_label("A sample article")).to_have_value(re.compile("School meals"))
    page.get_by_role("radio", name="Paste a text").check(force=True)
    box = page.get_by_label("Paste an article in English")
    lesson.read.at_rest()
    # The glance itself takes the keyboard out of the box.
    box.fill(OWN)
    page.get_by_role("radio", name="A sample").check(force=True)
    expect(page.get_by_label("A sample article")).to_be_visible()
    page.get_by_role("radio", name="Paste a text").check(force=True)
    expect(box).to_have_value(OWN)
    lesson.choose_test("before")
    page.get_by_role("radio", name="A text to mark").click()
    expect(box).to_have_value(OWN)
    page.get_by_role("link", name="Read", exact=True).click()
    expect(page.locator(".sentence").first).to_be_visible(timeout=LIMIT)
    page.get_by_role("link", name="Class", exact=True).click()
    expect(box).to_have_value(OWN, timeout=LIMIT)


def test_what_is_wrong_with_a_text_is_said_at_the_button(lesson: ClassPage) -> None:
    lesson.open_class()
    lesson.give_pasted(" ")
    expect(lesson.alert).to_contain_text("is empty", timeout=LIMIT)
    expect(lesson.alert).to_be_in_viewport()
    expect(lesson.button("Give this text to the class")).to_be_in_viewport()


def test_markup_in_a_text_is_text(lesson: ClassPage, room: Room) -> None:
    lesson.open_class()
    lesson.give_pasted(OWN)
    expect(lesson.text).to_be_visible(timeout=LIMIT)
    assert lesson.text.evaluate("element => element.textContent") == OWN
    expect(lesson.text.locator("img")).to_have_count(0)


def test_a_reload_and_a_second_tab_find_the_class(lesson: ClassPage, room: Room) -> None:
    code, word = lesson.open_class()
    key = keys_in(lesson.page)[-1]["key"]
    lesson.page.reload()
    expect(lesson.code).to_have_text(code, timeout=LIMIT)
    expect(lesson.word).to_have_text(word)
    other = lesson.page.context.new_page()
    second = ClassPage(other, room.url)
    other.goto(f"{room.url}/class", timeout=LIMIT)
    expect(second.code).to_have_text(code, timeout=LIMIT)
    # What is done in one tab shows in the other.
    second.give_sample()
    expect(lesson.head).to_contain_text("Round 1", timeout=LIMIT)
    other.close()
    assert key not in lesson.page.content()
    assert key not in lesson.page.url
    assert key not in room.log.read_text(encoding="utf-8")
    assert code not in room.log.read_text(encoding="utf-8")


def test_another_browser_gets_nothing(lesson: ClassPage, room: Room, open_page: OpenPage) -> None:
    code, _ = lesson.open_class()
    other = ClassPage(open_page(color_scheme="light", allowed=IN_VAIN, apart=True), room.url)
    other.visit()
    expect(other.button("Open a class")).to_be_visible()
    assert code not in other.page.content()
    # Nor one with another key to the same code.
    other.page.evaluate(
        "code => localStorage.setItem('slant.classes', JSON.stringify([{ code, key: 'guess' }]))",
        code,
    )
    other.visit()
    expect(other.button("Open a class")).to_be_visible()
    other.page.wait_for_function("localStorage.getItem('slant.classes') === '[]'")


def test_a_removed_pupil_goes_with_all_marks(lesson: ClassPage, room: Room) -> None:
    found = at_work(lesson, room, 6)
    for pupil in found:
        room.mark(pupil, 1, [3])
    lesson.show_marks()
    expect(lesson.sentence(3)).to_have_attribute("data-label", "6/6")
    lesson.who_is_here()
    name = found[2].nickname
    lesson.button(f"Remove {name}").click()
    lesson.button(f"Yes, remove {name}").click()
    expect(lesson.sentence(3)).to_have_attribute("data-label", "5/5")
    expect(lesson.head).to_contain_text("5 of 5 pupils")
    expect(lesson.button(f"Remove {name}")).to_have_count(0)


def test_joining_is_stopped_and_another_word_drawn(lesson: ClassPage, room: Room) -> None:
    _, word = lesson.open_class()
    lesson.unfold("Joining")
    lesson.button("New word").click()
    expect(lesson.word).not_to_have_text(word)
    lesson.button("Stop joining").click()
    expect(lesson.word).to_have_count(0)
    assert not room.led(lesson.page).joining


def test_deletion_brings_the_page_back_and_forgets_the_key(lesson: ClassPage, room: Room) -> None:
    found = at_work(lesson, room, 2)
    code = room.led(lesson.page).code
    tab = ClassPage(lesson.page.context.new_page(), room.url).visit()
    expect(tab.text).to_be_visible(timeout=LIMIT)
    lesson.delete()
    expect(lesson.page.get_by_text(f"Class {code} is deleted.")).to_be_visible()
    expect(lesson.button("Open a class")).to_be_visible()
    expect(tab.page.get_by_text("This class is over")).to_be_visible(timeout=LIMIT)
    lesson.page.wait_for_function("localStorage.getItem('slant.classes') === '[]'")
    kept = b"".join(path.read_bytes() for path in room.file.parent.glob("classes.db*"))
    for secret in (code, found[0].nickname):
        assert secret.encode() not in kept
    tab.page.close()


def test_the_sentences_of_the_test_are_a_teacher_s_own(
    lesson: ClassPage, room: Room, tmp_path: Path
) -> None:
    lesson.open_class()
    lesson.choose_test("before")
    with lesson.page.expect_download() as download:
        lesson.button("Download the sentences as a template").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "form,item,text,loaded,why"
    wrong = tmp_path / "mine.csv"
    wrong.write_text("\n".join([*lines[:-1], lines[1]]), encoding="utf-8")
    lesson.upload_items(wrong)
    lesson.button("Begin the test").click()
    expect(lesson.alert).to_contain_text("mine.csv")
    assert room.led(lesson.page).round is None
    own = "The <i>mayor</i> opened the new bridge at noon."
    first = next(line for line in lines if line.startswith("A,1,"))
    loaded = "yes" if ",yes," in first else "no"
    mine = [f"A,1,{own},{loaded}," if line == first else line for line in lines]
    right = tmp_path / "better.csv"
    right.write_text("\n".join(mine), encoding="utf-8")
    lesson.upload_items(right)
    lesson.begin_test("before")
    school = room.led(lesson.page)
    assert round_of(room.engine, school.id, 1).material["A"][0]["text"] == own
    # The projector shows none of the sentences, nor their keys.
    assert "bridge at noon" not in lesson.page.content()


@pytest.mark.parametrize(
    ("scheme", "size"),
    [("light", PROJECTOR), ("dark", PROJECTOR), ("light", PHONE), ("dark", PHONE)],
)
def test_the_page_is_for_everyone(
    open_page: OpenPage, room: Room, scheme: str, size: dict[str, int]
) -> None:
    page = open_page(color_scheme=scheme, viewport=size, allowed=IN_VAIN)
    lesson = ClassPage(page, room.url).visit()
    assert violations(page) == [], "before a class"
    code, word = lesson.open_class()
    expect(lesson.qr_code).to_be_visible()
    lesson.read.at_rest()
    assert violations(page) == [], "with the board"
    found = room.pupils(code, word, 6)
    lesson.give_sample()
    lesson.show_marks()
    for place, pupil in enumerate(found):
        room.mark(pupil, 1, [3, 5] if place % 2 else [3], done=True)
    # All have been counted: what comes later is drawn anew, and closes the card.
    expect(lesson.head).to_contain_text("6 of 6 pupils have begun, 6 are done.", timeout=LIMIT)
    expect(lesson.split).to_have_count(1)
    lesson.read.at_rest()
    lesson.split.first.click()
    expect(lesson.card).to_be_visible()
    assert violations(page) == [], "at work"
    lesson.reveal()
    expect(lesson.said).to_contain_text("Class and model agree")
    assert violations(page) == [], "after the reveal"
    assert page.evaluate(
        "() => document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth"
    )


def test_the_code_is_read_from_the_back_of_the_room(open_page: OpenPage, room: Room) -> None:
    page = open_page(color_scheme="light", viewport=PROJECTOR, allowed=IN_VAIN)
    lesson = ClassPage(page, room.url).visit()
    lesson.open_class()
    for part in (lesson.code, lesson.word, lesson.qr_code):
        expect(part).to_be_in_viewport(ratio=1)
    # A fiftieth of the picture's height is read from its farthest seat; the code has far more.
    assert lesson.code.evaluate("element => parseFloat(getComputedStyle(element).fontSize)") >= 100
    box = lesson.qr_code.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 300


def test_a_lesson_is_led_by_keyboard_alone(open_page: OpenPage, room: Room) -> None:
    page = open_page(color_scheme="light", allowed=IN_VAIN)
    lesson = ClassPage(page, room.url).visit()
    ring = ring_colour("light")
    tab_to(page, ring, "Open a class")
    page.keyboard.press("Enter")
    expect(lesson.code).to_be_visible(timeout=LIMIT)
    lesson.button("Give this text to the class").focus()
    page.keyboard.press("Enter")
    expect(lesson.text).to_be_visible(timeout=LIMIT)
    lesson.button("Pause").focus()
    page.keyboard.press("Enter")
    expect(lesson.head).to_contain_text("Paused")
    tab_to(page, ring, "Show the model's view")
    tab_to(page, ring, "sentence 1 of")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(lesson.card).to_contain_text("Sentence 2 of")
    page.keyboard.press("Escape")
    expect(lesson.card).to_be_hidden()
