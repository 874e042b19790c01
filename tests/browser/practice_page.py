"""The Practice page as a reader uses it: its parts by name, and what is done with them.

As ``read_page``. ``Heard`` is all that the server told the browser.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Response, WebSocket, expect

from tests.browser.read_page import LIMIT, ReadPage
from tests.served import ROOT

# All that the page holds, the components' shadow roots too: text, attributes, values of boxes.
_DOM = """
() => {
  const parts = [];
  const walk = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (["SCRIPT", "STYLE"].includes(node.tagName)) continue;
      for (const { name, value } of node.attributes) parts.push(`${name}=${value}`);
      for (const child of node.childNodes) if (child.nodeType === 3) parts.push(child.data);
      if ("value" in node) parts.push(String(node.value));
      if (node.shadowRoot) walk(node.shadowRoot);
    }
  };
  walk(document.body);
  return parts.join("\\n");
}
"""

EXERCISES = {
    "Mark first": "mark",
    "Make it plain, make it loaded": "rewrite",
    "Which is which": "wordings",
    "Who says it": "voices",
}
"""The exercises, by the switch's names for them, as the address calls them."""

_STORED = "() => JSON.stringify([{...sessionStorage}, {...localStorage}])"

_OWN_FILES = [
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "dashboard").rglob("*"))
    if path.suffix in (".js", ".css", ".html", ".svg")
]
"""Scripts, styles and markup of the program, which come with the messages, the same for all."""


class Heard:
    """What a page hears from its server: messages of its sockets and answers to requests, the
    program's own files left out. To be made before the page is loaded."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._messages: list[bytes] = []
        self._answers: list[Response] = []
        page.on("websocket", self._listen)
        page.on("response", lambda answer: self._answers.append(answer))

    def _listen(self, socket: WebSocket) -> None:
        def keep(payload: str | bytes) -> None:
            self._messages.append(payload.encode() if isinstance(payload, str) else payload)

        socket.on("framereceived", keep)

    def everything(self) -> str:
        """Return all of it as text, with what the page holds now: its elements and storages."""
        answers = [
            answer.body()
            for answer in self._answers
            if answer.ok and not urlsplit(answer.url).path.startswith("/static/")
        ]
        heard = b"\n".join([*self._messages, *answers]).decode("utf-8", errors="replace")
        for file in _OWN_FILES:
            heard = heard.replace(file, "")
        # A string inside JSON inside JSON: the marks around its words are escaped.
        heard = heard.replace('\\"', '"')
        return "\n".join([heard, self.page.evaluate(_STORED), self.page.evaluate(_DOM)])

    @property
    def messages(self) -> int:
        """How many messages came."""
        return len(self._messages)


class PracticePage:
    """The Practice page of the server at ``url``, in the browser page ``page``. Sentences are
    numbered from 0."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.read = ReadPage(page, url)

    # Opening and waiting

    def open(self, query: str = "") -> PracticePage:
        """Load the page with a query such as ``?exercise=voices``, and settle."""
        self.page.goto(f"{self.url}/practice{query}", timeout=LIMIT)
        return self.settled()

    def settled(self) -> PracticePage:
        """Wait until the exercise is there and no script runs."""
        expect(self.switch("Mark first")).to_be_visible(timeout=LIMIT)
        self.read.at_rest()
        expect(self.page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=LIMIT)
        return self

    # The parts

    def switch(self, name: str) -> Locator:
        """The part of the switch that opens the exercise ``name``."""
        return self.page.get_by_role("radio", name=name, exact=True)

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """The button of exactly this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def alert(self) -> Locator:
        """What an error says."""
        return self.page.get_by_role("alert")

    def sentence(self, number: int) -> Locator:
        """Sentence ``number`` of the text to mark."""
        return self.page.locator(f'.marking .sentence[data-line="{number}"]')

    @property
    def side(self) -> Locator:
        """What stands beside the text to mark."""
        return self.page.locator(".st-key-practice-side")

    @property
    def outcome(self) -> Locator:
        """What is said after an answer."""
        return self.page.locator(".st-key-practice-outcome")

    @property
    def box(self) -> Locator:
        """The box for another wording."""
        return self.page.get_by_label("Your wording")

    @property
    def facts(self) -> Locator:
        """What is said of the facts of another wording."""
        return self.page.locator(".st-key-practice-facts")

    # What is done

    def go_to(self, name: str) -> PracticePage:
        """Open the exercise ``name`` with the switch."""
        self.switch(name).click()
        # The address comes with the exercise itself; the switch is checked before that.
        expect(self.page).to_have_url(re.compile(f"exercise={EXERCISES[name]}"), timeout=LIMIT)
        expect(self.switch(name)).to_be_checked()
        return self.settled()

    def mark(self, *numbers: int) -> None:
        """Mark these sentences as loaded."""
        for number in numbers:
            self.sentence(number).click()
            expect(self.sentence(number)).to_have_attribute("aria-pressed", "true")

    def compare(self) -> None:
        """Ask for the comparison and wait for it."""
        self.button("Compare with the model").click()
        expect(self.side).to_contain_text("You and the model", timeout=LIMIT)
        self.settled()

    def choose_text(self, part: str) -> None:
        """Choose the first text of the list whose name holds ``part``."""
        self._unfold()
        box = self.page.locator(".st-key-practice-choice").get_by_role("combobox")
        box.click()
        box.fill(part)
        self.page.get_by_role("option").filter(has_text=part).first.click()

    def paste(self, text: str) -> None:
        """Paste a text to mark."""
        self._unfold()
        self.page.get_by_role("tab", name="Paste a text").click()
        self.page.get_by_label("Paste an article in English").fill(text)
        self.button("Mark this text").click()

    def _unfold(self) -> None:
        tab = self.page.get_by_role("tab", name="Choose a text")
        if not tab.is_visible():
            self.page.get_by_text("Choose another text", exact=True).click()
            expect(tab).to_be_visible()
            self.read.still()
