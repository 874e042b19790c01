"""Read the words of subtitles (SubRip, WebVTT, SubViewer, SubStation) without numbers and times."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.reading.articles import Article
from analysis.reading.checks import require_length

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}"
_TIMING = re.compile(rf"\s*({_TIME})\s*(?:-->|-\s?>|,)\s*({_TIME})(?:\s.*|)")
_EVENT = re.compile(r"Dialogue:\s*(?:[^,\n]*,){1}([\d:.]+),([\d:.]+),(?:[^,\n]*,){6}(.*)")
_SPEAKER = re.compile(r"<v(?:\.[\w.]*)?\s+([^>\n]{1,100})>")
_TAGS = re.compile(r"</?[a-zA-Z][^>\n]{0,200}>|<\d[\d:.]{0,20}>|\{\\?[^}\n]{0,200}\}")
_SOUND = re.compile(r"[\[(][^\])\n]{1,80}[\])]|[♪♫#\s]+|[♪♫].*[♪♫]")
_TURN = re.compile(r"[-–—]\s*(?=[\w“\"‘'])|>>\s*")

_SHARE = 0.15
"""Smallest share of timing lines among the lines with something on them; in subtitles it is a
third or a quarter, and less only where cues run over many lines."""

_PAUSE = 4.0
"""Seconds of silence after a full sentence that begin a new paragraph."""


@dataclass(frozen=True)
class _Cue:
    start: float
    end: float
    lines: tuple[str, ...]


def is_subtitles(text: str) -> bool:
    """Whether lines of ``text`` are the timing lines of subtitles."""
    lines = [line for line in text.splitlines() if line.strip()]
    timings = sum(
        _TIMING.fullmatch(line) is not None or _EVENT.match(line) is not None for line in lines
    )
    return timings > 0 and timings >= _SHARE * len(lines)


def read_subtitles(text: str) -> Article:
    """Read what is said in subtitles; cues are joined to sentences, sounds in brackets left out.

    A new paragraph begins where another person speaks, and after a pause. Raises EmptyText or
    TextTooLong.
    """
    joined = ""
    end = 0.0
    last = ""
    for cue in _cues(text):
        for number, line in enumerate(cue.lines):
            if line == last:  # captions that roll up show each line twice
                continue
            last = line
            turn = _TURN.match(line)
            said = line[turn.end() :] if turn else line
            paused = number == 0 and cue.start - end >= _PAUSE and joined[-1:] in '.!?…”"’'
            labelled = re.match(r"[A-Z][\w .’'-]{0,40}: ", said) is not None
            gap = "\n\n" if turn or labelled or paused else " "
            joined += (gap if joined else "") + said
        end = cue.end
    require_length(joined)
    return Article(joined, None, None, None, None, "subtitles")


def _cues(text: str) -> Iterator[_Cue]:
    """Yield the cues with words, their markup removed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    number = 0
    while number < len(lines):
        event = _EVENT.match(lines[number])
        timing = _TIMING.fullmatch(lines[number])
        number += 1
        if event:
            spoken = event[3].replace("\\N", "\n").replace("\\n", "\n").split("\n")
            times = event[1], event[2]
        elif timing:
            spoken = []
            while number < len(lines) and lines[number].strip():
                if _TIMING.fullmatch(lines[number]):  # no blank line before the next cue
                    if spoken and spoken[-1].strip().isdecimal():
                        spoken.pop()
                    break
                spoken.append(lines[number])
                number += 1
            times = timing[1], timing[2]
        else:
            continue
        words = tuple(filter(None, map(_words, spoken)))
        if words:
            yield _Cue(_seconds(times[0]), _seconds(times[1]), words)


def _words(line: str) -> str:
    """Return a line without tags; of a voice tag the name stays as a label."""
    line = _TAGS.sub("", _SPEAKER.sub(r"\1: ", line))
    line = " ".join(html.unescape(line).replace("\\h", " ").split())
    return "" if _SOUND.fullmatch(line) else line


def _seconds(time: str) -> float:
    seconds = 0.0
    for part in time.replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return seconds
