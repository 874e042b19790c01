"""What house rules cost the Read page, in a real browser, beside the same page without rules.

    python -m tests.bench.house_rules_page [--rules 10000] [--times 6]

Two servers in one run, one of them with a file of that many rules (``SLANT_RULES``), a few of which
find something. Both are warm; the times are taken in the browser, as in
``page_speed``.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.page_speed import APP, SAMPLE, WATCH, load, loads, pastes, reruns
from tests.browser.chromium import TOUR_SEEN, launch
from tests.browser.read_page import ReadPage
from tests.served import served

FINDING = ("council", "river", "minister", "fishermen", "thugs", "brazen", "bridge", "said", "plan")
"""Words of the sample and of the invented articles, each in a rule of its own."""

SEVERITIES = ("note", "warning", "error")


def rules_file(number: int) -> str:
    """Return a CSV file of ``number`` rules: those that find something first, then phrases of two
    words that stand nowhere."""
    words = [*FINDING, *(f"word{n} other{n}" for n in range(number - len(FINDING)))]
    lines = (
        f"rule-{n},{word},Say it plainly.,plain words,{SEVERITIES[n % 3]},outlet|reported|quoted"
        for n, word in enumerate(words)
    )
    return "\n".join(["rule,pattern,message,plainer,severity,voices", *lines]) + "\n"


@contextmanager
def with_setting(path: Path) -> Iterator[None]:
    """Have the servers that start meanwhile use the rules of ``path``."""
    os.environ["SLANT_RULES"] = str(path)
    try:
        yield
    finally:
        del os.environ["SLANT_RULES"]


def measured(page: Page, url: str, times: int) -> dict[str, list[float]]:
    """Return the milliseconds of each figure at the server ``url``."""
    text, whole = zip(*loads(page, url + SAMPLE, ["text", "whole"], times), strict=True)
    ReadPage(page, "").settled()
    rerun = reruns(page, times)
    painted, analysed = zip(*pastes(page, times), strict=True)
    return {
        "load to text and strip, painted": [*text],
        "load to the last chart and the table": [*whole],
        "script of a rerun (the whole page)": rerun,
        "1,000 words: button to painted page": [*painted],
        "    of it the page's script": [*analysed],
    }


def main() -> None:
    """Print the figures with and without rules, and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=6, help="of each thing")
    options = parser.parse_args()
    print(f"load average at the start {load()}")
    figures: list[dict[str, list[float]]] = []
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch)
        rules = folder / "house.csv"
        rules.write_text(rules_file(options.rules), encoding="utf-8")
        browser = launch(playwright)
        with (
            served(APP, folder / "without") as without,
            with_setting(rules),
            served(APP, folder / "with") as with_rules,
        ):
            for url in (without, with_rules):
                context = browser.new_context(viewport={"width": 1440, "height": 900})
                context.add_init_script(TOUR_SEEN)
                context.add_init_script(WATCH)
                page = context.new_page()
                figures.append(measured(page, url, options.times))
                count = page.locator(".text .house.first").count()
                print(f"findings in the last article: {count}")
                context.close()
        browser.close()
    plain, ruled = figures
    for name, values in plain.items():
        one, other = statistics.median(values), statistics.median(ruled[name])
        print(
            f"{name:<44}{one:7.0f} ms, with {options.rules:,} rules {other:7.0f} ms"
            f"   ratio {other / one:.2f}"
        )
    print(f"load average at the end {load()}")


if __name__ == "__main__":
    main()
