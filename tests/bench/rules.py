"""How long 10,000 house rules take to be looked for in an article of 500 words.

    python -m tests.bench.rules [--rules 10000]

A quarter each are words, phrases, and regular expressions of two shapes that newsrooms write:
``\\b[Aa]dvisor\\b`` and ``(?i)\\bcolou?rs?\\b``. Their words are drawn from the pronouncing
dictionary, so that some stand in the articles, which are invented. The references, in the same run:
the same patterns compiled and searched one after the other, and all words and phrases as the
alternatives of one expression of Python's ``re``. The last lines are one rule by itself, as an
archive is tried with, and an article with an expression that never ends. All times are processor
time, in milliseconds, the median of several articles.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import pairwise

import regex

from analysis.rules.matching.literals import plain
from analysis.rules.matching.matcher import Matcher
from analysis.rules.rule import Rule, RuleSet
from analysis.text.words.dictionary import dictionary_words
from tests.bench.invented_articles import article

WORDS = 500
ARTICLES = 40
REFERENCE_ARTICLES = 3
"""Articles for the references, which take much longer."""


def rules(number: int) -> list[Rule]:
    """Return that many rules, the same on every run."""
    words = sorted(word for word in dictionary_words() if word.isalpha() and len(word) > 3)
    random.Random(5).shuffle(words)
    made = []
    for at, (word, following) in enumerate(pairwise(words[: number + 1])):
        name = f"rule-{at}"
        match at % 4:
            case 0:
                made.append(Rule(name, word, "words"))
            case 1:
                made.append(Rule(name, f"{word} {following}", "phrase"))
            case 2:
                pattern = rf"\b[{word[0].upper()}{word[0]}]{word[1:]}\b"
                made.append(Rule(name, pattern, "regex", case="exact"))
            case _:
                made.append(Rule(name, rf"(?i)\b{word[:-1]}{word[-1]}?s?\b", "regex"))
    return made


def milliseconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the median processor time of ``work`` with each text."""
    times = []
    for text in texts:
        started = time.process_time()
        work(text)
        times.append(time.process_time() - started)
    return statistics.median(times) * 1000


def one_after_another(made: Sequence[Rule]) -> Callable[[str], object]:
    """Return the plain way: every pattern compiled, and searched one after the other."""
    patterns = [
        regex.compile(
            rule.pattern if rule.kind == "regex" else rf"\b{regex.escape(rule.pattern)}\b",
            0 if rule.case == "exact" else regex.IGNORECASE,
            cache_pattern=False,
        )
        for rule in made
    ]
    return lambda text: [m.span() for p in patterns for m in p.finditer(text)]


def one_alternation(made: Sequence[Rule]) -> Callable[[str], object]:
    """Return all words and phrases as one expression of ``re``."""
    terms = "|".join(re.escape(rule.pattern) for rule in made if rule.kind != "regex")
    pattern = re.compile(rf"\b(?:{terms})\b", re.IGNORECASE)
    return lambda text: [m.span() for m in pattern.finditer(text)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rules", type=int, default=10_000)
    made = rules(parser.parse_args().rules)
    texts = [article(seed, WORDS) for seed in range(ARTICLES)]
    found: list[int] = []

    plain.cache_clear()
    started = time.process_time()
    matcher = Matcher(RuleSet(tuple(made)))
    build = (time.process_time() - started) * 1000
    first = milliseconds(matcher.matches, texts[:1])
    ours = milliseconds(lambda text: found.append(len(matcher.matches(text).found)), texts)

    started = time.process_time()
    reference = one_after_another(made)
    reference_build = (time.process_time() - started) * 1000
    others = {
        "searched one after the other": milliseconds(reference, texts[:REFERENCE_ARTICLES]),
        "words and phrases as one re": milliseconds(
            one_alternation(made), texts[:REFERENCE_ARTICLES]
        ),
    }
    print(
        f"{len(made):,} rules, articles of {WORDS} words, {statistics.mean(found):.1f} matches each"
    )
    print(f"making the matcher            {build:8.0f} ms")
    print(f"  compiling every pattern     {reference_build:8.0f} ms")
    print(f"first article                 {first:8.1f} ms")
    print(f"each further article          {ours:8.2f} ms")
    for name, took in others.items():
        print(f"  {name:<28}{took:8.1f} ms, {took / ours:.0f} times as long")
    for name, rule in {
        "one rule of words": Rule("one", "so-called|regime"),
        "one regular expression": Rule("one", r"\b(?:so|allegedly)[- ]called\b", "regex"),
        "one without a literal": Rule("one", r"\b\w+ly\b", "regex"),
        "one that never ends": Rule("one", r"(\w|\w\w|\s)+$", "regex"),
    }.items():
        alone = Matcher(RuleSet((rule,)))
        few = texts[:3] if "never" in name else texts
        print(f"{name:<30}{milliseconds(alone.matches, few):8.2f} ms")


if __name__ == "__main__":
    main()
