"""How long an archive takes to answer what its page asks, and how much memory it needs.

    python -m tests.bench.archive_questions --archive OUT [--sentences 10000000] [--scratch DIR]

OUT is the folder of an analysed archive. With ``--sentences`` it is first repeated with jitter
(other article numbers, outlets and dates, jittered tones, words swapped) into a scratch folder,
which is kept with ``--scratch`` and used again. Each question is asked three times in one process:
printed are the first time, the shortest, its ratio to a plain scan by DuckDB of one column of the
sentences in the same run, and the processor time of all threads; then the memory of the process.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import perf_counter, process_time

from analysis.corpus.archive.asking import Asking
from analysis.corpus.archive.database.connecting import connect
from analysis.corpus.archive.database.folder import Folder
from analysis.corpus.archive.frames import MEASURES, Chosen
from tests.bench.repeated_archive import repeat

TIMES = 3
SCAN = "SELECT count(tone) FROM read_parquet($files)"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--sentences", type=int)
    parser.add_argument("--scratch", type=Path)
    asked = parser.parse_args()
    if asked.sentences is None:
        measure(asked.archive)
        return
    with tempfile.TemporaryDirectory(prefix="archive-") as made:
        out = asked.scratch or Path(made)
        if not (out / "corpus.json").exists():
            began = perf_counter()
            repeat(asked.archive, out, asked.sentences)
            print(f"repeated in {perf_counter() - began:.0f} s")
        measure(out)


def measure(out: Path) -> None:
    """Ask an archive all its questions, and print how long each takes."""
    with closing(connect(out)) as db:
        files = {"files": Folder(out).files("sentences")}
        reference = min(_seconds(lambda: db.execute(SCAN, files).fetchall()) for _ in range(TIMES))
    print(f"{'reference: one column of all sentences':48} {reference:8.3f} s")
    before = _megabytes()
    began = perf_counter()
    archive = Asking(out)
    opening = perf_counter() - began
    print(f"{'opening':48} {opening:8.3f} s {opening / reference:8.1f} x")
    about = archive.about()
    print(
        f"{about['articles']:,} articles, {about['sentences']:,} sentences, {about['parts']} parts"
    )
    for name, question in questions(archive).items():
        worked = process_time()
        times = [_seconds(question) for _ in range(TIMES)]
        worked = (process_time() - worked) / TIMES
        print(
            f"{name:48} {times[0]:8.3f} s {min(times):8.3f} s {min(times) / reference:8.1f} x "
            f"{worked:8.3f} s"
        )
    print(f"memory: {_megabytes():,.0f} MB at most, {before:,.0f} MB before opening")


def questions(archive: Asking) -> dict[str, Callable[[], object]]:
    """Return what is asked, by name."""
    every = Chosen()
    largest = str(archive.values("outlet", every)["value"].iloc[0])
    one = Chosen(outlet=(largest,))
    found: dict[str, Callable[[], object]] = {
        "articles": lambda: archive.articles(every),
        "values: outlet": lambda: archive.values("outlet", every),
        "values: author": lambda: archive.values("author", every),
        **{
            f"groups: {grouping}, {name}": _groups(archive, grouping, name, every)
            for grouping in ("outlet", "author", "month")
            for name in ("loaded", "tone")
        },
        "groups: month, loaded, of the largest outlet": _groups(archive, "month", "loaded", one),
        "speakers": lambda: archive.speakers(every),
        "verbs": lambda: archive.verbs(every),
        "verbs of the largest outlet": lambda: archive.verbs(one),
        **{f"sentences: {name}": _sentences(archive, largest, name, every) for name in MEASURES},
        "article": lambda: archive.article(archive.articles(every) // 2),
    }
    phrases = {"a frequent word": "said", "two words": "the government", "nothing": "zebra quokka"}
    for whole in (False, True):
        for name, phrase in phrases.items():
            what = f"find: {name}{', whole words' * whole}"
            found[what] = _find(archive, phrase, every, whole)
    return found


def _groups(archive: Asking, grouping: str, measure: str, chosen: Chosen) -> Callable[[], object]:
    return lambda: archive.groups(grouping, measure, chosen)


def _sentences(archive: Asking, outlet: str, measure: str, chosen: Chosen) -> Callable[[], object]:
    return lambda: archive.sentences("outlet", outlet, "outlet", measure, chosen)


def _find(archive: Asking, phrase: str, chosen: Chosen, whole: bool) -> Callable[[], object]:
    def ask() -> object:
        archive.forget()
        return archive.find(phrase, chosen, whole_words=whole)

    return ask


def _seconds(question: Callable[[], object]) -> float:
    began = perf_counter()
    question()
    return perf_counter() - began


def _megabytes() -> float:
    """Return the most memory that the process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
