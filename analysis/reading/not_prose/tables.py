"""Tables (CSV), logs, and lines of keys with their values."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence

from analysis.reading.not_prose.lines import Lines

_SEPARATORS = {",": 3, ";": 2, "\t": 2, "|": 3}
"""What separates cells, and the fewest cells of a line: lines of verse may have a comma each."""

_ROWS = 500

_STAMP = re.compile(
    r"\W{0,3}(?:\d{4}[-/]\d\d[-/]\d\d[T ,]+\d\d:\d\d:\d\d|\w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d |"
    r"\d\d/\w{2,3}/\d{2,4}[ :]\d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3} \S+ \S+ \[|\d{10,13}\b|"
    r"\[?(?:DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|TRACE|CRITICAL)\b\]?[: ]|[VDIWEF]/[\w.]+|"
    r"\[\s{0,9}\d+\.\d{3,}\])"
)
_STACK = re.compile(r'at [\w.$<>]{1,200}\(|File "[^"\n]+", line \d+')

_PAIR = re.compile(
    r"(?:export |set |- )?[\w.\[\]/-]{1,60}(?: ?= ?|:(?: |$))(.{0,400})|[\[#;].*|- .{0,80}"
)


def is_log(lines: Lines) -> bool:
    """Whether most lines begin with a date and a time to the second, or the level of a message.

    A live blog has times of the day, a transcript minutes: they are prose.
    """
    stamped = lines.share(lambda line: _STAMP.match(line) or _STACK.match(line))
    return len(lines.lines) >= 3 and stamped >= 0.6


def is_table(lines: Lines, named: bool = False) -> bool:
    """Whether nearly all lines have the same number of cells. ``named`` says that the file's name
    is that of a table."""
    count = len(lines.lines)
    if count < (2 if named else 3):
        return False
    for separator, fewest in _SEPARATORS.items():
        fewest = 2 if named else fewest
        # A cell in quotation marks may have many lines.
        seldom = lines.head.count(separator) < count * (fewest - 1) * 0.5
        if seldom and f'{separator}"' not in lines.head:
            continue
        try:
            rows = [row for row in csv.reader(lines.head.splitlines(), delimiter=separator) if row]
        except csv.Error:
            continue
        rows = [row[:-1] if row[-1] == "" else row for row in rows[:_ROWS]]
        (cells, often), *_ = Counter(map(len, rows)).most_common(1)
        if cells < fewest or often < max(2, 0.9 * len(rows)):
            continue
        # In prose a space follows a comma or semicolon; in tables hardly ever.
        inner = [cell for row in rows for cell in row[1:]]
        spaced = sum(cell[:1] == " " for cell in inner) / len(inner)
        if separator in "\t|" or spaced < 0.2 or (named and lines.sentences < 0.4):
            return True
    return False


def is_pair(lines: Sequence[str]) -> bool:
    """Whether there are lines, and each is a key with its value."""
    return bool(lines) and all(_PAIR.fullmatch(line) for line in lines)


def is_settings(lines: Lines, named: bool) -> bool:
    """Whether nearly all lines are a key and its value (YAML, INI). ``named`` says that the file's
    name is that of code or data. A transcript has keys too, but its values are sentences."""
    pairs = [found for line in lines.lines if (found := _PAIR.fullmatch(line))]
    values = [found[1] for found in pairs if found[1] is not None]
    count = len(lines.lines)
    if count < 3 or len(pairs) < 0.8 * count or len(values) < 0.3 * count:
        return False
    spoken = sum(len(value.split()) > 4 or value[-1:] in (*".!?…”",) for value in values)
    if named:
        return spoken < 0.5 * len(values)
    small = lines.share(lambda line: line.lstrip("- #;[")[:1].islower() or "=" in line)
    return spoken < 0.3 * len(values) and small > 0.5
