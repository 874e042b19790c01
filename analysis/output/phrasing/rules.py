"""What is said about house rules and what they found, on the page, in the report and in a terminal.

Everything returned is plain text and holds words of the rules and of the article, which strangers
wrote: code that shows it must escape it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType

from analysis.output.phrasing.labels import VOICE_NAMES
from analysis.output.phrasing.numerals import counted, joined
from analysis.output.phrasing.speakers import shortened
from analysis.output.rules.house_check import HouseCheck, RuleFindings
from analysis.text.one_line import one_line

TITLE = "House rules"

SEVERITY_SIGNS: Mapping[str, str] = MappingProxyType({"note": "i", "warning": "!", "error": "×"})
"""The sign of each severity, which stands before the words found, from low to high."""

DRAFTS = "Drafts are only tried: they mark nothing."

LONGEST = 400
"""Most characters of a message, a reason or the words found that are shown; files and downloads
hold all of it."""

MOST_WORDINGS = 5
"""Most plainer wordings that are named: the best come first."""

MOST_FOUND, LONGEST_FOUND = 3, 40
"""Most wordings found that are named in the line about a rule, and characters of each."""


def rules_line(name: str, live: int, drafts: int) -> str:
    """Return which rules an article was checked with: ``style.csv: 20 live rules and 2 drafts``.

    ``name`` is that of a set of rules; of paths in it only the last parts are said, as a page or a
    report is read by others.
    """
    parts = [counted(live, "live rule"), *([counted(drafts, "draft")] if drafts else [])]
    return f"{called(name)}: {joined(parts)}"


def called(name: str) -> str:
    """Return how a set of rules is called where others read it: its files without their folders."""
    return shown(", ".join(PurePath(one).name or one for one in name.split(", ")))


def elsewhere_line(elsewhere: int) -> str:
    """Say how many live rules an article was not checked with, as they are for others; empty if it
    was checked with all."""
    if not elsewhere:
        return ""
    verb = "is" if elsewhere == 1 else "are"
    return (
        f"{counted(elsewhere, 'rule')} {verb} for articles of certain sections or paths, and this "
        "is not known to be one of them."
    )


def title(check: HouseCheck) -> str:
    """Return the heading of the findings: ``House rules: 1 error and 3 notes``.

    Without live rules nothing was looked for, so “nothing found” would mislead.
    """
    nothing = "nothing found" if check.live else "none is live"
    return f"{TITLE}: {counts_line(check.counts) or nothing}"


def counts_line(counts: Mapping[str, int]) -> str:
    """Return counts by severity in words, ``2 errors and 1 note``; empty without any."""
    return joined([counted(count, severity) for severity, count in counts.items()])


def heading(rule: RuleFindings) -> str:
    """Return what a rule says, or its id where it has no message."""
    return shown(rule.message) or shown(rule.check)


def how_often(rule: RuleFindings) -> str:
    """Return severity and number of findings of a rule, and the words found, each once whatever
    its capitals: ``error, found 3 times: “regime” and “regimes”``."""
    times = {1: "once", 2: "twice"}.get(len(rule.findings), f"{len(rule.findings):,} times")
    wordings: dict[str, str] = {}
    for row in rule.findings:
        text = shown(row["text"])
        wordings.setdefault(text.casefold(), text)
    first = list(wordings.values())[:MOST_FOUND]
    more = len(wordings) - len(first)
    named = [f"“{shortened(text, LONGEST_FOUND)}”" for text in first]
    words = joined([*named, *([counted(more, "other wording")] if more else [])])
    return f"{rule.severity}, found {times}: {words}"


def plainer_line(plainer: Sequence[str]) -> str:
    """Return the plainer wordings, ``Plainer: “said” or “told”``; empty without any."""
    wordings = [f"“{shown(one)}”" for one in plainer[:MOST_WORDINGS]]
    return "Plainer: " + " or ".join(wordings) if wordings else ""


def reason_line(reason: str) -> str:
    """Return why the house has a rule, ``Why: …``; empty without a reason."""
    return f"Why: {shown(reason)}" if shown(reason) else ""


def found_line(severity: str, text: str, voice: str) -> str:
    """Return what was found, how grave it is and whose words: ``warning: “regime”, own voice``."""
    return f"{severity}: “{shown(text)}”, {VOICE_NAMES[voice]}"


def rule_line(check: str, revision: int) -> str:
    """Return which rule found something: ``Rule regime, revision 2``."""
    return f"Rule {shown(check)}, revision {revision}"


def place_note(sentence: int, voice: str) -> str:
    """Return where something was found (``sentence`` from 0) and whose words it is."""
    return f"sentence {sentence + 1}, {VOICE_NAMES[voice]}"


def shown(text: str) -> str:
    """Return text of a rule or an article on one line, shortened to what is shown of it."""
    return shortened(one_line(text), LONGEST)


def notices_shown(check: HouseCheck) -> list[str]:
    """Return what a check did not do, each on one line."""
    return [*map(shown, check.notices), *filter(None, [elsewhere_line(check.elsewhere)])]
