"""The real browsers in the lesson: the teacher's, whose page is watched, and two pupils' phones."""

from __future__ import annotations

import asyncio
import random
import re
import time
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, Locator, Page

from tests.bench.classroom.pupils import MARKS

LIMIT_MS = 60_000
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}

WATCH = """() => {
  const find = (root) => {
    const here = root.querySelector(".class-text .text");
    if (here) return here;
    for (const element of root.querySelectorAll("*")) {
      const found = element.shadowRoot && find(element.shadowRoot);
      if (found) return found;
    }
    return null;
  };
  const most = {};
  let watched = null;
  window.slantSeen = [];
  const look = () => {
    for (const element of watched.querySelectorAll(".sentence[data-label]")) {
      const sentence = Number(element.dataset.number) - 1;
      const marked = parseInt(element.dataset.label, 10);
      if (marked <= (most[sentence] ?? 0)) continue;
      most[sentence] = marked;
      window.slantSeen.push([Date.now() / 1000, sentence, marked]);
    }
  };
  setInterval(() => {
    const text = find(document);
    if (!text || text === watched) return;
    watched = text;
    const changes = { subtree: true, attributes: true, attributeFilter: ["data-label"] };
    new MutationObserver(look).observe(text, { ...changes, childList: true });
    look();
  }, 100);
}"""
"""Notes when the page first shows that a sentence was marked by so many: when, which, how many."""


class Teacher:
    """The teacher's page of a class."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.code = ""
        self.word = ""

    @classmethod
    async def open_class(cls, browser: Browser, url: str) -> Teacher:
        """Open a class; code and word are on the page then."""
        page = await browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(LIMIT_MS)
        await page.goto(f"{url}/class")
        await page.locator(".st-key-open-class button").click()
        self = cls(page)
        self.code = await self._value("join-code", re.compile(r"[A-Z0-9]{6}"))
        self.word = await self._value("join-word", re.compile(r"[a-z]{3,}"))
        return self

    async def give_text(self) -> None:
        """Give the class the first sample and begin to watch what the page shows."""
        await self.page.locator(".st-key-start-text button").click()
        await self.page.get_by_text("The pupils are at work.").wait_for()
        await self.page.locator(".st-key-class-show-marks label").click()
        await self.page.evaluate(WATCH)

    async def reveal(self) -> None:
        """Show the class the model's view."""
        await self.page.locator(".st-key-reveal button").click()
        await self.page.get_by_text("Over: the pupils see what came of it.").wait_for()

    async def seen(self) -> list[tuple[float, int, int]]:
        """Return when the page first showed that a sentence was marked by so many."""
        return [(at, sentence, marked) for at, sentence, marked in await self._noted()]

    async def _noted(self) -> list[list[Any]]:
        noted: list[list[Any]] = await self.page.evaluate("() => window.slantSeen")
        return noted

    async def _value(self, key: str, form: re.Pattern[str]) -> str:
        value: Locator = self.page.locator(f".st-key-{key}").get_by_text(form)
        return (await value.last.inner_text()).strip()


@dataclass
class Phone:
    """What a pupil's browser did: seconds from the join address to what was seen, and bytes."""

    text_s: float = 0.0
    first_mark_s: float = 0.0
    all_marks_s: float = 0.0
    first_visit: int = 0
    lesson: int = 0
    later_visit: int = 0
    revealed: bool = False


class Looker:
    """A pupil in a real browser, on a phone's screen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.phone = Phone()
        self.answered: list[tuple[int, float]] = []
        self._bytes = 0
        self._started = 0.0

    @classmethod
    async def open(cls, browser: Browser) -> Looker:
        """Open an empty page that counts what comes over the network."""
        context = await browser.new_context(**PHONE)
        page = await context.new_page()
        page.set_default_timeout(LIMIT_MS)
        self = cls(page)
        network = await context.new_cdp_session(page)
        network.on("Network.loadingFinished", self._count)
        await network.send("Network.enable")
        return self

    async def take_part(self, url: str, code: str, word: str, pace: float, seed: int) -> None:
        """Join as by the QR code, wait for the text, and mark as the others do."""
        chance = random.Random(seed)
        page, phone = self.page, self.phone
        self._started = time.perf_counter()
        await page.goto(f"{url}/join?code={code}")
        await page.locator("#word").fill(word)
        await page.locator("#join [type=submit]").click()
        sentences = page.locator("#text .sentence:not(.other)")
        await sentences.first.wait_for()
        phone.text_s, phone.first_visit = self._since(), self._take_bytes()
        for place in chance.sample(range(await sentences.count()), MARKS):
            await asyncio.sleep(chance.uniform(3, 8) * pace)
            await self._tap(sentences.nth(place))
            phone.first_mark_s = phone.first_mark_s or self._since()
        phone.all_marks_s, phone.lesson = self._since(), self._take_bytes()

    async def come_again(self) -> None:
        """Load the page anew, as after a phone was put away; the text is there again."""
        self._take_bytes()
        await self.page.reload()
        await self.page.locator("#text .sentence").first.wait_for()
        self.phone.later_visit = self._take_bytes()

    async def see_reveal(self) -> None:
        """Wait for the model's view."""
        await self.page.locator("#text .revealed, #text.revealed").first.wait_for()
        self.phone.revealed = True

    async def _tap(self, sentence: Locator) -> None:
        """Tap where a sentence begins, which may be in the middle of a line, and see it saved."""
        x, y = await sentence.evaluate(
            """element => {
              element.scrollIntoView({ block: "start" });
              scrollBy(0, -100); // out from under the line that stays at the top
              const first = element.getClientRects()[0];
              return [first.left + first.width / 2, first.top + first.height / 2];
            }"""
        )
        await self.page.touchscreen.tap(x, y)
        await self.page.locator("#text .open[aria-pressed=true]").wait_for()
        pressed = await sentence.get_attribute("aria-pressed")
        if pressed != "true":
            raise RuntimeError(f"the tap at {x:.0f}, {y:.0f} met something else")
        await self.page.locator("#saved").get_by_text("Saved.").wait_for()
        number = int(await sentence.get_attribute("data-line") or -1)
        self.answered.append((number, time.time()))

    def _count(self, finished: dict[str, Any]) -> None:
        self._bytes += int(finished["encodedDataLength"])

    def _take_bytes(self) -> int:
        taken, self._bytes = self._bytes, 0
        return taken

    def _since(self) -> float:
        return time.perf_counter() - self._started
