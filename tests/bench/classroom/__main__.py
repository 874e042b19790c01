"""A lesson with thirty pupils on one server, from the code on the wall to the reveal.

    python -m tests.bench.classroom                  # classes in memory, two minutes
    python -m tests.bench.classroom --store file     # classes in an SQLite file
    python -m tests.bench.classroom --pace 0.2       # a quick look: everything five times as fast

Starts ``serve.py`` with the project's own settings and drives the teacher's page in a real browser:
it opens a class, gives it a sample and, at the end, reveals. Thirty pupils join over HTTP, ask for
the lesson once a second and mark twelve sentences each; ten of them lose the network on the way and
come back, one only after the reveal. Two more are real browsers with a phone's screen, and somebody
tries to be another, and to send markup. In the end the server is asked for every pupil's marks, and
each is compared with what that pupil made.

Browsers and pupils run on the same machine and take their share of it, so its processors are busier
than the server alone would make them.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, async_playwright

from tests.bench.class_load import Server, server
from tests.bench.classroom.browsers import Looker, Teacher
from tests.bench.classroom.figures import delays, lost, spread
from tests.bench.classroom.pupils import MARKS, Pupil, plans
from tests.bench.classroom.strangers import tried
from tests.browser.chromium import launch

WARM_S = 8.0
"""Seconds in which the server warms up by itself, before the teacher comes."""

IDLE_S = 10.0
"""Seconds at the end in which all only wait, to see what that costs."""


async def lesson(found: Server, count: int, dropping: int, pace: float) -> None:
    """Hold the lesson and print what was measured."""
    await asyncio.sleep(WARM_S)
    async with async_playwright() as playwright:
        # The same choice of a browser as the tests'; with this library it is to be awaited.
        browser: Browser = await launch(playwright)  # type: ignore[arg-type, misc]
        try:
            await _lesson(found, browser, count, dropping, pace)
        finally:
            await browser.close()


async def _lesson(found: Server, browser: Browser, count: int, dropping: int, pace: float) -> None:
    before, used = found.memory()[0], found.processor_time()
    lookers = [await Looker.open(browser) for _ in range(2)]
    teacher = await Teacher.open_class(browser, found.url)
    shown = time.time()
    code, word = teacher.code, teacher.word
    pupils = [
        Pupil(found.url, code, word, plan, seed)
        for seed, plan in enumerate(plans(count, dropping, pace))
    ]
    over = asyncio.Event()
    working = [asyncio.create_task(pupil.take_part(over)) for pupil in pupils]
    looking = [
        asyncio.create_task(looker.take_part(found.url, code, word, pace, seed))
        for seed, looker in enumerate(lookers)
    ]
    await teacher.give_text()
    await asyncio.gather(*looking)
    for looker in lookers:
        await looker.come_again()
    in_time = [pupil for pupil in pupils if not pupil.plan.until_reveal]
    await _until(lambda: all(len(one.noted.answered) == MARKS for one in in_time))
    refused = await tried(found.url, code, word, pupils[0].nickname, pupils[-1].token, 1)
    lesson_s, spent = time.time() - shown, found.processor_time() - used
    await asyncio.sleep(1.5)
    seen = await teacher.seen()
    idle = found.processor_time()
    await asyncio.sleep(IDLE_S)
    idle = (found.processor_time() - idle) / IDLE_S
    await teacher.reveal()
    await asyncio.gather(*(looker.see_reveal() for looker in lookers))
    for pupil in pupils:
        pupil.revealed.set()
    await _until(lambda: all(len(one.noted.answered) == MARKS for one in pupils))
    told = await asyncio.gather(*(pupil.see_reveal(1) for pupil in pupils))
    kept = [await pupil.kept(1) for pupil in pupils]
    over.set()
    await asyncio.gather(*working)

    late, missing = delays(
        [one.noted.answered for one in in_time] + [one.answered for one in lookers],
        [one.noted.done for one in in_time] + [math.inf] * len(lookers),
        seen,
    )
    firsts = [min(at for _, at in one.noted.answered) - shown for one in pupils]
    spans = [max(at for _, at in one.noted.answered) - one.noted.text_seen for one in in_time]
    wrong = [what for what, due, met in refused if due != met]
    failed = [line for pupil in pupils for line in pupil.noted.failed]
    print(f"{count} pupils, {dropping} of them offline for a while, pace {pace}, {lesson_s:.0f} s")
    print(f"first mark  {spread(firsts, 's')}  after the code was shown")
    print(f"all {MARKS}      {spread(spans, 's')}  after the text was seen")
    print(f"a mark      {spread(s for one in pupils for s in one.noted.mark_s)}")
    print(f"a poll      {spread(s for one in pupils for s in one.noted.poll_s)}")
    print(f"the rest    {spread(s for one in pupils for s in one.noted.other_s)}")
    print(f"teacher     {spread(late)}  behind a mark; never shown: {missing}")
    print(f"lost        {sum(map(lost, pupils, kept))} of {sum(len(one.marks) for one in pupils)}")
    foreign = (there.keys() - one.marks for one, there in zip(pupils, kept, strict=True))
    print(f"foreign     {sum(map(len, foreign))}")
    print(f"revealed    {sum(bool(one and one['class']) for one in told)} saw the class's shares")
    print(f"refused     {len(refused) - len(wrong)} of {len(refused)} {wrong or ''}")
    print(f"failed      {len(failed)} {failed[:3] or ''}")
    _print_phones(lookers)
    print(f"memory      {before:.0f} MB before, {found.memory()[0]:.0f} MB after, ", end="")
    print(f"{found.most_memory():.0f} MB at most")
    print(f"processor   {spent:.1f} s in the lesson, {100 * idle:.0f} % of a core while all wait")


def _print_phones(lookers: list[Looker]) -> None:
    phones = [looker.phone for looker in lookers]
    texts = ", ".join(f"{phone.text_s:.1f}" for phone in phones)
    firsts = ", ".join(f"{phone.first_mark_s:.1f}" for phone in phones)
    print(f"browsers    text after {texts} s, first mark saved after {firsts} s; ", end="")
    print(f"{sum(phone.revealed for phone in phones)} of {len(phones)} saw the reveal")
    for what, of in [
        ("first visit", [phone.first_visit for phone in phones]),
        ("lesson", [phone.lesson for phone in phones]),
        ("later visit", [phone.later_visit for phone in phones]),
    ]:
        print(f"            {statistics.mean(of) / 1000:.1f} kB {what}")


async def _until(done: Any) -> None:
    while not done():
        await asyncio.sleep(0.1)


def main() -> None:
    """Parse the command line and hold the lesson."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--store", choices=("memory", "file"), default="memory")
    parser.add_argument("--pupils", type=int, default=30)
    parser.add_argument("--dropping", type=int, default=10)
    parser.add_argument("--pace", type=float, default=1.0, help="1: all marks in two minutes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = "memory" if options.store == "memory" else str(Path(folder) / "classes.sqlite")
        with server("serve.py", SLANT_CLASSES=place) as found:
            print(f"classes in {options.store}")
            asyncio.run(lesson(found, options.pupils, options.dropping, options.pace))


if __name__ == "__main__":
    main()
