"""How long it takes to check an article of 500 words: new, edited, with 10,000 rules, six at once.

    python -m tests.bench.checking

The articles are the samples; each time is scaled to 500 words. The reference is ``analyze`` of the
same articles, in turns with the others in one run. "New" means that nothing of the article is kept
from before, "edited" that it was checked before and has a few other words in one place since, as
when somebody writes. What was aimed at, on two cores that nobody else uses: 100 ms for a new
article, 150 ms with 10,000 rules, 300 ms in 95 of 100 cases for six that write at once.

The networks use one thread a call, and as many calls at once as there are cores. Before it
measures, it says whether the light way and the whole analysis find the same in every sample.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable

os.environ.setdefault("OMP_NUM_THREADS", "2")

WORDS = 500
REPEATS = 1
AT_ONCE = 6
ROUNDS = 10
RULES = 10_000
COLD = (
    "from analysis.rules.checking.check import check; "
    "from analysis.rules.rule import RuleSet; check({text!r}, RuleSet())"
)


def many_rules(count: int = RULES):  # type: ignore[no-untyped-def]  # the rooms are imported late
    """Return a set of ``count`` rules: words, phrases, and one regular expression in ten."""
    from analysis.rules.rule import Rule, RuleSet
    from analysis.text.words.dictionary import dictionary_words

    drawn = random.Random(7)
    words = sorted(word for word in dictionary_words() if word.isalpha() and len(word) > 6)
    rules = []
    for number in range(count):
        first, second = drawn.sample(words, 2)
        kind, pattern = (
            ("regex", rf"\b[{first[0].upper()}{first[0]}]{first[1:]}s?\b")
            if number % 10 == 0
            else ("phrase", f"{first} {second}")
            if number % 3 == 0
            else ("words", f"{first}|{second}")
        )
        rules.append(Rule(f"rule-{number}", pattern, kind, message=f"Not {first}."))
    return RuleSet(tuple(rules))


def edited(text: str, number: int) -> str:
    """Return a text with two words more in one place, another place for each number."""
    words = text.split(" ")
    drawn = random.Random(number)
    place = drawn.randrange(len(words) // 5, len(words) - 5)
    return " ".join(
        [*words[:place], "once", drawn.choice(("more", "again", "only")), *words[place:]]
    )


def forget() -> None:
    """Empty what is kept of sentences and paragraphs."""
    from analysis.rules.checking import networks

    networks._scores.cache_clear()
    networks._attributions.cache_clear()


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds and the processor seconds that ``work`` takes."""
    started, used = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - started, time.process_time() - used


def six_at_once(texts: list[str], rules, keeps: bool) -> list[float]:  # type: ignore[no-untyped-def]
    """Return the seconds of each check of ``AT_ONCE`` who write at once; without ``keeps`` every
    text is new."""
    from analysis.rules.checking.served import check_in_queue

    seconds: list[float] = []
    places = iter(range(10_000))

    def write(number: int) -> None:
        for turn in range(ROUNDS):
            if keeps:
                text = edited(texts[number], 100 * number + turn)
            else:
                text = texts[AT_ONCE + next(places) % (len(texts) - AT_ONCE)]
                forget()
            taken, _ = timed(lambda text=text: check_in_queue(text, rules))  # type: ignore[misc]
            seconds.append(taken * WORDS / len(text.split()))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(seconds)


def main() -> None:
    """Print the tables."""
    from analysis import analyze
    from analysis.reading.samples import samples
    from analysis.rules.checking.check import check, check_result
    from analysis.rules.rule import RuleSet

    texts = [sample.text for sample in samples()]
    few, many = RuleSet(), many_rules()
    same = all(
        check(text, many).findings.equals(check_result(analyze(text), many).findings)
        for text in texts
    )
    print(f"the light way finds the same in all {len(texts)} samples: {same}")

    def new(text: str, rules) -> object:  # type: ignore[no-untyped-def]
        forget()
        return check(text, rules)

    ways: dict[str, Callable[[str, int], object]] = {
        "analyze (reference)": lambda text, _: analyze(text),
        "check, new": lambda text, _: new(text, few),
        f"check, new, {RULES:,} rules": lambda text, _: new(text, many),
        "check, edited": lambda text, number: check(edited(text, number), few),
        f"check, edited, {RULES:,} rules": lambda text, number: check(edited(text, -number), many),
    }
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for repeat in range(REPEATS):
        for number, text in enumerate(texts):
            for name, way in ways.items():
                if "edited" in name:
                    check(text, few)
                taken = timed(lambda: way(text, 1 + len(texts) * repeat + number))  # noqa: B023
                seconds[name].append(
                    (taken[0] * WORDS / len(text.split()), taken[1] * WORDS / len(text.split()))
                )
    reference = statistics.median(wall for wall, _ in seconds["analyze (reference)"])
    print(f"\n{'500 words':32}{'ms':>8}{'p95 ms':>9}{'CPU ms':>9}{'ratio':>8}")
    for name, pairs in seconds.items():
        walls = sorted(wall for wall, _ in pairs)
        median = statistics.median(walls)
        print(
            f"{name:32}{1000 * median:8.0f}{1000 * walls[int(0.95 * len(walls))]:9.0f}"
            f"{1000 * statistics.median(cpu for _, cpu in pairs):9.0f}{median / reference:8.2f}"
        )

    print(f"\n{AT_ONCE} at once, {ROUNDS} times each{'':7}{'ms':>8}{'p95 ms':>9}{'':9}{'ratio':>8}")
    for text in texts[:AT_ONCE]:
        check(text, few)
    for name, keeps in (("edited", True), ("new", False)):
        walls = six_at_once(texts, few, keeps)
        median = statistics.median(walls)
        print(
            f"{name:32}{1000 * median:8.0f}{1000 * walls[int(0.95 * len(walls))]:9.0f}{'':9}"
            f"{median / reference:8.2f}"
        )

    cold = statistics.median(
        timed(
            lambda: subprocess.run([sys.executable, "-c", COLD.format(text=texts[0])], check=True)
        )[0]
        for _ in range(3)
    )
    print(f"\nthe first check in a fresh process: {cold:.2f} s")


if __name__ == "__main__":
    main()
