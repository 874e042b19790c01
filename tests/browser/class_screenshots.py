"""Screenshots of a class at work: ``python -m tests.browser.class_screenshots [OUTDIR] [--all]``.

A server of its own, a teacher's page and a pupil's phone, and 24 pupils who mark over HTTP. Without
``--all`` those that README and docs show.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from store.classes.rounds import round_of
from tests.browser.chromium import launch
from tests.browser.class_page import ClassPage
from tests.browser.class_room import Room, room_in
from tests.browser.pupil.pupil_page import PupilPage
from tests.browser.read_page import LIMIT
from tests.browser.screenshots import DESKTOP, LOOKS, PHONE, Look, context_of, picture_of
from tests.served import ROOT

PUPILS = 24
IN_DOCS = {"class", "class-phone"}


class Class:
    """A class at work on the server of ``room``, in one look; ``wanted`` names its pictures."""

    def __init__(self, room: Room, browser: Browser, look: Look, folder: Path, wanted: set[str]):
        self.room, self.look, self.folder, self.wanted = room, look, folder, wanted
        self.teacher = context_of(browser, Look("", look.scheme, DESKTOP)).new_page()
        self.phone = context_of(browser, Look("", look.scheme, PHONE)).new_page()

    def lesson(self) -> None:
        """Lead a class from its opening to the reveal, taking pictures on the way."""
        page = ClassPage(self.teacher, self.room.url).visit()
        self._take("class-begin", self.teacher)
        code, word = page.open_class()
        expect(page.qr_code).to_be_visible(timeout=LIMIT)
        pupil = PupilPage(self.phone, self.room.url).open(code)
        self._take("class-join", self.phone)
        self.phone.get_by_label("Word").fill(word)
        pupil.button("Join").click()
        expect(pupil.heading).to_contain_text("You are", timeout=LIMIT)
        found = self.room.pupils(code, word, PUPILS - 1)
        expect(self.teacher.get_by_text(f"{PUPILS} pupils have joined.")).to_be_visible()
        self._take("class-board", self.teacher)
        page.give_sample()
        page.show_marks()
        expect(pupil.sentences.first).to_be_visible(timeout=LIMIT)
        views = round_of(self.room.engine, found[0].class_id, 1).material["views"]
        chance = random.Random(23)
        for phone in found:
            # People see what the model sees more often than not, and other things besides.
            marked = [
                number
                for number, view in enumerate(views, 1)
                if view["band"] and chance.random() < 0.08 + 0.75 * view["probability"]
            ]
            self.room.mark(phone, 1, marked or [2], done=True)
        pupil.sentence(1).click()
        self._take("class-marking", self.phone)
        pupil.button("Close").click()
        pupil.all_saved()
        self._take("class-live", self.teacher)
        page.reveal()
        expect(page.said).to_contain_text("Class and model agree", timeout=LIMIT)
        page.split.first.click()
        expect(page.card).to_be_visible(timeout=LIMIT)
        self.teacher.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
        self._take("class", self.teacher)
        expect(pupil.heading).not_to_contain_text("Mark", timeout=LIMIT)
        expect(self.phone.locator(".revealed").first).to_be_visible(timeout=LIMIT)
        self._take("class-phone", self.phone)
        self.teacher.context.close()
        self.phone.context.close()

    def _take(self, name: str, page: Page) -> None:
        if name + self.look.name not in self.wanted:
            return
        page.evaluate("document.fonts.ready")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        path = self.folder / f"{name}{self.look.name}.png"
        picture_of(page).save(path, optimize=True)
        print(path, flush=True)


STATES = (
    *("class-begin", "class-join", "class-board", "class-marking", "class-live", "class"),
    "class-phone",
)


def main() -> None:
    """Serve the app, lead the class and take the screenshots."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs")
    parser.add_argument("--all", action="store_true", help="every state, dark too")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    looks = LOOKS[:2] if options.all else LOOKS[:1]
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = launch(playwright)
        with room_in(Path(temporary)) as room:
            for look in looks:
                wanted = {name + look.name for name in STATES} if options.all else IN_DOCS
                Class(room, browser, look, options.folder, wanted).lesson()
        browser.close()


if __name__ == "__main__":
    main()
