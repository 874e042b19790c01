"""The pupils' page as one object, and the class behind it as the teacher's side has it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect
from sqlalchemy import Engine

from analysis.practice.material import as_json
from store.classes import deletion, joining, rounds
from store.classes.marks import finished, marks_of
from store.classes.opening import as_teacher, open_class
from store.classes.records import MARKING
from tests.browser.pages.marked_texts import TEXTS


class Lesson:
    """A class that is open, in the database that the server uses too."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        opened = open_class(engine)
        self.code, self.word = opened.code, opened.word
        self.id = as_teacher(engine, opened.code, opened.key).id

    def text(self, name: str = "pool") -> None:
        """Begin a round in which a text of ``marked_texts`` is marked."""
        self.begin(MARKING, as_json(TEXTS[name]))

    def begin(self, kind: str, material: Mapping[str, Any]) -> None:
        rounds.start_round(self.engine, self.id, kind, material)

    def pause(self) -> None:
        rounds.pause(self.engine, self.id)

    def resume(self) -> None:
        rounds.resume(self.engine, self.id)

    def reveal(self) -> None:
        rounds.reveal(self.engine, self.id)

    def remove(self, number: int) -> None:
        joining.remove_pupil(self.engine, self.id, number)

    def delete(self) -> None:
        deletion.delete_class(self.engine, self.id)

    def marked(self, number: int = 1) -> dict[int, dict[int, bool]]:
        """Return each pupil's marks of a round: {pupil: {sentence: loaded}}."""
        marks: dict[int, dict[int, bool]] = {}
        for row in marks_of(self.engine, self.id, number).to_dict("records"):
            marks.setdefault(row["participant"], {})[row["sentence"]] = row["loaded"]
        return marks

    def done(self, number: int = 1) -> frozenset[int]:
        """Return the numbers of the pupils who are done with a round."""
        return finished(self.engine, self.id, number)


class PupilPage:
    """What a pupil sees and does on the page at ``/join``; its methods wait for states."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.heading = page.locator("#heading")
        self.saved = page.locator("#saved")
        self.sentences = page.locator(".sentence")
        self.items = page.locator("#items li")

    def open(self, code: str = "") -> PupilPage:
        self.page.goto(f"{self.url}/join{f'?code={code}' if code else ''}")
        return self

    def join(self, lesson: Lesson, two: bool = False) -> PupilPage:
        """Come by the address of the QR code and type the word."""
        self.open(lesson.code)
        self.page.get_by_label("Word").fill(lesson.word)
        if two:
            self.page.get_by_label("Two of us").check()
        self.button("Join").click()
        expect(self.heading).to_contain_text("You are")
        return self

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def on_text(self, sentences: int = 5) -> PupilPage:
        expect(self.sentences).to_have_count(sentences)
        return self

    def marked(self, *lines: int) -> None:
        """Wait until the lines of these numbers, and no others, are marked."""
        expect(self.page.locator(".sentence[aria-pressed=true]")).to_have_count(len(lines))
        for line in lines:
            expect(self.sentence(line)).to_have_attribute("aria-pressed", "true")

    def sentence(self, line: int) -> Locator:
        return self.page.locator(f".sentence[data-line='{line}']")

    def mark(self, line: int) -> None:
        """Tap a sentence and close the bar again."""
        self.sentence(line).click()
        expect(self.sentence(line)).to_have_attribute("aria-pressed", "true")
        self.button("Close").click()

    def all_saved(self) -> None:
        expect(self.saved).to_have_text("Saved.")

    def kept(self) -> dict[str, Any]:
        """Return what the device keeps of the class, by name."""
        found = self.page.evaluate("() => JSON.stringify({...localStorage})")
        return {
            name: json.loads(value)
            for name, value in json.loads(found).items()
            if name.startswith("slant.class")
        }
