"""Who is on a device: two who share it, two tabs, those who leave or are removed."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.pupil.pupil_page import Lesson, PupilPage


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
    first, second = (turns.nth(place).inner_text() for place in (0, 1))
    lesson.text()
    expect(pupil.page.locator("#task")).to_contain_text("Look away while the other one")
    pupil.on_text().mark(2)
    pupil.button("I’m done").click()
    progress = pupil.page.locator("#progress")
    expect(progress).to_have_text(f"You are done. Hand the device to {second}.")
    turns.nth(1).click()
    expect(turns.nth(1)).to_have_attribute("aria-pressed", "true")
    pupil.on_text().marked()
    expect(pupil.button("I’m done")).to_be_visible()
    pupil.mark(4)
    pupil.button("I’m done").click()
    expect(progress).to_have_text("You are done. Wait for the others.")
    pupil.button("Go on marking").click()
    turns.nth(0).click()
    pupil.on_text().marked(2)
    expect(progress).to_have_text(f"You are done. Hand the device to {second}.")
    turns.nth(1).click()
    pupil.on_text().marked(4)
    pupil.all_saved()
    assert first != second
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
