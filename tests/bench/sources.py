"""Finding the prose of a file with marks, and the places of its words.

    python -m tests.bench.sources [--large]

One article of 500 words as plain text, HTML and Markdown, the median of 50 readings after the
first. Plain text stands beside decoding alone, HTML beside a pass of Python's own ``HTMLParser``
that keeps nothing, Markdown beside markdown-it, which makes HTML of it and keeps no places.
``--large`` reads 5 MB of tags of several patterns, each of them at half the size too: a ratio near
two says that time grows with the size.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from contextlib import suppress
from html import escape
from html.parser import HTMLParser
from statistics import median

from markdown_it import MarkdownIt

from analysis.errors import TextTooLong
from analysis.reading.decoding import decode
from analysis.rules.source.source import read_source
from tests.bench.invented_articles import article

LARGE = 5 * 2**20
PATTERNS = ("<div>", "<div><i>", "<ul><li>", "<table><tr><td>", "<b><p></b>", "<q>", "<!--")


def main() -> None:
    """Print the times and their ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--large", action="store_true", help="read 5 MB of nested tags as well")
    large = options.parse_args().large
    plain = article(7, 500)
    paragraphs = plain.split("\n\n")
    page = "<html><body>" + "\n".join(f"<p class=a>{escape(one)}</p>" for one in paragraphs)
    page = page.replace(" the ", " <em>the</em> ")
    marked = "# A title\n\n" + plain.replace(" the ", " *the* ")
    print(f"{len(plain.split())} words")
    print_times("text", plain, "a.txt", lambda: decode(plain.encode()), "decoding")
    print_times("HTML", page, "a.html", lambda: HTMLParser().feed(page), "HTMLParser")
    parser = MarkdownIt()
    print_times("Markdown", marked, "a.md", lambda: parser.render(marked), "markdown-it")
    if large:
        for pattern in PATTERNS:
            half, whole = (nested(pattern, size) for size in (LARGE // 2, LARGE))
            print(f"{pattern:16} 5 MB {whole:5.1f} s, {whole / half:.1f} times half of it")


def print_times(what: str, text: str, name: str, reference: Callable[[], object], of: str) -> None:
    """Print how long a file takes, beside the reference."""
    content = text.encode()
    own, other = median_of(lambda: read_source(content, name)), median_of(reference)
    print(f"{what:9} {own:6.2f} ms; {of} {other:6.2f} ms; ratio {own / other:.1f}")


def median_of(call: Callable[[], object]) -> float:
    """Return the median of 50 calls in milliseconds, after one that is not counted."""
    call()
    times = []
    for _ in range(50):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return 1000 * median(times)


def nested(pattern: str, size: int) -> float:
    """Return how many seconds a page of ``size`` bytes takes that repeats ``pattern``."""
    content = ("<html>" + pattern * (size // len(pattern))).encode()
    start = time.perf_counter()
    with suppress(TextTooLong):
        read_source(content, "a.html")
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
