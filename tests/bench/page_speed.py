"""How fast the open page answers, in a real browser, beside a bare page in the same run.

    python -m tests.bench.page_speed

Both servers are warm. All times are taken in the browser, on its one clock, by a script that
comes with the page (``page_speed.js``): when a click or a key came, when what it changes was on
the screen, and when which message went to the server or came from it. A run of the page's
script is the time from the message that it began to the message that it finished.
"""

from __future__ import annotations

import argparse
import base64
import os
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.first_page import BARE, WAIT_MS
from tests.bench.invented_articles import article
from tests.browser.chromium import TOUR_SEEN, launch
from tests.browser.read_page import PASTE, ReadPage
from tests.served import ROOT, served

APP = ROOT / "app.py"
"""Without the headers of `serve.py`, which forbid the measuring script to evaluate anything."""
WATCH = Path(__file__).with_name("page_speed.js").read_text(encoding="utf-8")
SAMPLE = "/?sample=fishing-dispute-loaded&s=1"
WORDS = 1000


@dataclass(frozen=True)
class Line:
    """A figure of the report: what was measured, its values in milliseconds, and the aim."""

    name: str
    values: Sequence[float]
    aim: float | None = None

    def __str__(self) -> str:
        middle = statistics.median(self.values)
        spread = f"{min(self.values):.0f} to {max(self.values):.0f}"
        line = f"{self.name:<56}{middle:7.0f} ms  ({spread}, {len(self.values)} times)"
        return line if self.aim is None else f"{line}  aim {self.aim:.0f}: {middle / self.aim:.2f}"


def script_runs(page: Page, since: float) -> list[float]:
    """Return how long each run of the script took that began after ``since``, in milliseconds."""
    began: float | None = None
    runs = []
    for at, encoded in page.evaluate("since => slantWatch.received(since)", since):
        kind = ForwardMsg.FromString(base64.b64decode(encoded)).WhichOneof("type")
        if kind == "new_session":
            began = at
        elif kind == "script_finished" and began is not None:
            runs.append(at - began)
            began = None
    return runs


def heard(page: Page, since: float) -> float:
    """Return the milliseconds from ``since`` to the message that Python has begun to answer."""
    for at, encoded in page.evaluate("since => slantWatch.received(since)", since):
        if ForwardMsg.FromString(base64.b64decode(encoded)).WhichOneof("type") == "new_session":
            return float(at - since)
    raise RuntimeError("Python did not hear of it")


def loads(page: Page, url: str, states: Sequence[str], times: int) -> Iterator[list[float]]:
    """Yield how long the page at ``url`` took to each of the ``states`` (see ``page_speed.js``);
    the first load is not counted."""
    for number in range(times + 1):
        page.goto(url)
        for state in states:
            page.wait_for_function("state => slantWatch.loaded[state]", arg=state, timeout=WAIT_MS)
        if number:
            yield [page.evaluate("state => slantWatch.loaded[state]", state) for state in states]


def reruns(page: Page, times: int) -> list[float]:
    """Return the script's time when the reader asks for a rerun (Streamlit's key R)."""
    runs = []
    for _ in range(times + 1):
        since = page.evaluate("performance.now()")
        page.locator("body").press("r")
        page.wait_for_function("since => slantWatch.sent(since).length > 0", arg=since)
        page.wait_for_function("since => slantWatch.quiet(since)", arg=since)
        ReadPage(page, "").at_rest()
        runs += script_runs(page, since)[-1:]
    return runs[1:]


def pastes(page: Page, times: int) -> Iterator[tuple[float, float]]:
    """Yield, for each article pasted, its time to the painted page, and its script's."""
    read = ReadPage(page, "")
    for number in range(times + 1):
        text = article(number, WORDS)
        read.open_ways_in()
        read.tab("Paste a text").click()
        page.get_by_label(PASTE).fill(text)
        read.at_rest()
        title = text.partition("\n")[0]
        page.evaluate("title => slantWatch.waitForArticle(title)", title)
        read.button("Analyse").click()
        page.wait_for_function("slantWatch.arrived !== null", timeout=WAIT_MS)
        began, done = page.evaluate("[slantWatch.acted, slantWatch.arrived]")
        read.at_rest()
        if number:
            yield done - began, sum(script_runs(page, began))


def beginning(page: Page, number: int) -> tuple[float, float]:
    """Return a point on the first letters of sentence ``number``, which is brought into view."""
    element = ReadPage(page, "").sentence(number)
    element.scroll_into_view_if_needed()
    x, y = element.evaluate(
        "node => { const [{left, top}] = node.getClientRects(); return [left + 6, top + 6] }"
    )
    return float(x), float(y)


def clicks(page: Page, times: int) -> Iterator[tuple[float, float, float]]:
    """Yield, for each sentence clicked, the times to its mark, to Python's answer and its script's.

    The mark is on the sentence and on its bar, and painted.
    """
    read = ReadPage(page, "").at_rest()
    for number in range(times + 1):
        place = number % 8 + 1
        x, y = beginning(page, place)
        page.evaluate("place => slantWatch.waitForMark(place)", place)
        page.mouse.click(x, y)
        page.wait_for_function("slantWatch.arrived !== null", timeout=WAIT_MS)
        began, done = page.evaluate("[slantWatch.acted, slantWatch.arrived]")
        expect(read.card).to_contain_text(f"Sentence {place + 1} of")
        page.wait_for_function("since => slantWatch.quiet(since)", arg=began)
        read.at_rest()
        if number:
            yield done - began, heard(page, began), script_runs(page, began)[0]


def edits(page: Page, times: int) -> Iterator[tuple[float, float, float]]:
    """Yield, for each edit, the times from key and from message to new scores, and its script's."""
    read = ReadPage(page, "")
    since = page.evaluate("performance.now()")
    page.mouse.click(*beginning(page, 0))
    box = read.box
    # The box of the sentence before looks the same; what is typed there goes with its sentence.
    expect(read.card).to_contain_text("Sentence 1 of", timeout=WAIT_MS)
    page.wait_for_function("since => slantWatch.quiet(since)", arg=since)
    expect(read.what_if_score).to_contain_text("%", timeout=WAIT_MS)
    read.at_rest()
    box.focus()
    page.keyboard.press("Control+End")
    for number in range(times + 1):
        page.evaluate("slantWatch.waitForScores()")
        page.keyboard.type("abcdefghijklmnopqrstuvwxyz"[number % 26])
        page.wait_for_function("slantWatch.arrived !== null", timeout=WAIT_MS)
        began, done = page.evaluate("[slantWatch.acted, slantWatch.arrived]")
        (sent, *_) = page.evaluate("since => slantWatch.sent(since)", began)
        read.at_rest()
        if number:
            yield done - began, done - sent, script_runs(page, began)[0]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=12, help="of each small thing; default 12")
    times = parser.parse_args().times
    few = max(times // 3, 2)
    print(f"load average at the start {load()}")
    with (
        tempfile.TemporaryDirectory() as folder,
        served(BARE, Path(folder) / "bare") as bare_url,
        served(APP, Path(folder) / "app") as url,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.add_init_script(TOUR_SEEN)
        context.add_init_script(WATCH)
        bare = context.new_page()
        (bare_load,) = zip(*loads(bare, bare_url, ["bare"], few), strict=True)
        bare_rerun = reruns(bare, times)
        bare.close()
        page = context.new_page()  # only now: a page behind another one draws once a second
        text_load, page_load = zip(*loads(page, url + SAMPLE, ["text", "whole"], few), strict=True)
        ReadPage(page, "").settled()
        page_rerun = reruns(page, times)
        page.evaluate("slantWatch.keepStrip()")
        marked, answered, selected = zip(*clicks(page, times), strict=True)
        keyed, scored, judged = zip(*edits(page, times), strict=True)
        same = page.evaluate("slantWatch.isSameStrip()")
        painted, analysed = zip(*pastes(page, few), strict=True)
        browser.close()
    for line in (
        Line("bare page: load in a warm browser", bare_load),
        Line("bare page: script of a rerun", bare_rerun),
        Line("dashboard: load to text and strip, painted", text_load),
        Line("dashboard: load to the last chart and the table", page_load),
        Line("dashboard: script of a rerun (the whole page)", page_rerun, 100),
        Line("dashboard: script of a rerun (sentence selected)", selected, 100),
        Line(f"{WORDS:,} words: button to painted page", painted, 1000),
        Line("    of it the page's script", analysed),
        Line("click on a sentence: to its mark and its bar's, painted", marked, 50),
        Line("    to Python informed and answering", answered, 150),
        Line("what if: message to new scores, painted", scored, 150),
        Line("    from the key, with the pause waited for", keyed),
        Line("    of it the fragment's script", judged),
    ):
        print(line)
    bare_median = statistics.median(bare_load)
    for name, values in (
        ("load to text and strip", text_load),
        ("load to the last chart and the table", page_load),
        (f"{WORDS:,} words, button to painted page", painted),
    ):
        ratio = statistics.median(values) / bare_median
        print(f"{name}, relative to the bare page's load: {ratio:.2f}")
    print(f"the strip's node after all clicks and edits: {'the same' if same else 'ANOTHER'}")
    print(f"load average at the end {load()}")


def load() -> str:
    """Return the machine's load average over one and five minutes."""
    return "{:.1f}, {:.1f}".format(*os.getloadavg()[:2])


if __name__ == "__main__":
    main()
