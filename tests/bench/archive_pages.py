"""Reading many web pages in one child process after another, as archives of the web are read.

    python -m tests.bench.archive_pages [--pages N]

The same pages, by a series (a child for a hundred pages) and by a child each, as a single page is
read. The ratio says how many times faster the series is.
"""

from __future__ import annotations

import argparse
import time

from analysis.corpus.reading.news.parsing.series import Series
from analysis.reading.documents.sandbox import read_document
from tests.analysis.corpus.reading.news.made.research_files import page
from tests.analysis.corpus.reading.news.made.stories import stories


def main() -> None:
    """Print both rates and their ratio."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=100, help="how many pages are read")
    count = options.parse_args().pages
    pages = [page(one).encode() for one in stories(61, count)]
    start = time.perf_counter()
    with Series() as series:
        together = [series.read(one, "html", "A page") for one in pages]
    halfway = time.perf_counter()
    few = pages[: max(1, count // 10)]
    alone = [read_document(one, "html", "A page") for one in few]
    end = time.perf_counter()
    assert together[: len(few)] == alone
    rate, reference = count / (halfway - start), len(few) / (end - halfway)
    print(f"{count} pages in series: {rate:.1f} pages/s")
    print(f"{len(few)} pages, a child each: {reference:.1f} pages/s")
    print(f"ratio: {rate / reference:.1f}")


if __name__ == "__main__":
    main()
