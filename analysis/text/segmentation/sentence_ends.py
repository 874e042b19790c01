"""Find the sentence ends inside a logical line, by rules and word lists.

*Stop* means a full stop, question mark, exclamation mark or ellipsis. No library is used: on the
gold file (``tests/gold``) those tried reach a boundary F1 of 0.84 to 0.90 (pysbd, syntok,
blingfire, sentencex, nupunkt, each fed line by line). The context examined at a stop is limited, so
that time is linear for any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.text.characters import INVISIBLE
from analysis.text.function_words import RARELY_LAST
from analysis.text.segmentation.abbreviations import NAMES_WITH_MARK, SPEECH_VERBS
from analysis.text.segmentation.stops.contexts import (
    OPENING,
    WINDOW,
    Following,
    following,
    token_before,
)
from analysis.text.segmentation.stops.full_stops import full_stop_ends, is_abbreviation
from analysis.text.segmentation.stops.glued import note_end, start_without_space
from analysis.text.segmentation.time_stamps import is_stamped_heading

_EMOJI = "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u20e3"
_LEADING_EMOJI = "🚨📢📣🔴🔵🟢🟡⚠🔥➡▶👉👇📌📍🆕🧵💥📰🗞✅❌"
_DOTS = ".…)] \u00a0" + OPENING

# One or more stops, then closing marks and brackets, then footnote marks, then emoji.
_STOP = re.compile(
    r"(?P<stop>(?:[.!?…‼⁇⁈⁉؟۔।。！？]|(?<=[.…])[ \u00a0](?=[.…](?![\w.…])))++)"
    rf"(?P<close>(?:[{INVISIBLE}]*+(?:[\"'”’‘“)\]}}*_›»‹«」』]|[ \u00a0\u202f]»))*+)"
    rf"(?P<note>(?:\[[\w ,–-]{{1,16}}\]|\(\d{{1,3}}\)|[¹²³⁰⁴-⁹†‡])*+[{INVISIBLE}]*+)"
    rf"(?P<emoji>(?:[^\S\r\n]*+(?![{_LEADING_EMOJI}])[{_EMOJI}][{INVISIBLE}{_EMOJI}]*+)*+)"
)
_GAP = re.compile(rf"(?:[{INVISIBLE}]*+\s++)++")
_SPEAKER = re.compile(
    r"(?:(?:[A-Z][\w’'-]*+\.?|[A-Z]\.|of|the|for|and|de|van|von|al|bin)[ \u00a0]+){1,7}"
    r"(?:(?:was|had|has|then|later|also)[ \u00a0]+)?(?P<verb>[a-z]+)\b"
)
_OPEN_BRACKET = {")": "(", "]": "[", "}": "{"}


def sentence_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets at which the sentences of ``text[start:end]`` begin, ``start`` first.

    ``text[start:end]`` is one logical line (see ``sentences.logical_lines``) and does not begin
    with white space.
    """
    yield start
    if is_stamped_heading(text, start, end):
        return
    sentence = start
    for match in _STOP.finditer(text, start, end):
        after = match.end()
        gap = _GAP.match(text, after, end)
        if gap is None:
            note = note_end(text, match, sentence, end)
            gap = _GAP.match(text, note, end) if note else None
        if gap is None:
            begin = start_without_space(text, match, sentence, (start, end))
        elif gap.end() < end and _ends(text, match, sentence, gap.end(), end):
            begin = gap.end()
        else:
            continue
        if begin is not None and sentence < begin < end:
            yield begin
            sentence = begin


def _ends(text: str, match: re.Match[str], sentence: int, begin: int, end: int) -> bool:
    """Whether the sentence that begins at ``sentence`` ends at the stop ``match``; the next text
    begins at ``begin``."""
    stop, close = match["stop"], match["close"]
    after = following(text, begin, end, sentence, match.start())
    if after is None:
        # Quotation marks or invisible characters alone are no sentence.
        return False
    ahead = after.text
    if "..." in ahead[:3] or ahead[0] == "…":
        # "He left. ... Then": the dots belong to the next sentence.
        return "..." not in stop and "…" not in stop and ahead.lstrip(_DOTS)[:1].isupper()
    if ahead[0] in ",;:–—-&/%)]}.!?":
        # A dash before a word without a space begins a sentence; "— Reuters" does not.
        return ahead[0] in "–—-" and ahead[1:2].isalnum()
    if _inside_bracket(text, match, sentence) and not after.starter:
        token = token_before(text, match.start(), sentence)
        return ahead[0].isupper() and stop == "." and not is_abbreviation(token)
    if any(mark in stop for mark in "!?‼⁇⁈⁉؟"):
        return (
            not after.lower
            and not _name_with_mark(text, match, sentence, after)
            and not (close and not after.starter and _names_speaker(ahead))
        )
    if "…" in stop or stop.count(".") > 1:
        return not after.lower and _ellipsis_ends(text, match, sentence, after.word)
    return stop != "." or full_stop_ends(text, match.start(), close, sentence, after)


def _inside_bracket(text: str, match: re.Match[str], sentence: int) -> bool:
    """Whether the stop is in a bracket that was opened in the middle of the sentence."""
    opening = _OPEN_BRACKET.get(match["close"][-1:])
    if opening is None:
        return False
    opened = text.rfind(opening, max(sentence, match.start() - 3 * WINDOW), match.start())
    return opened > sentence


def _name_with_mark(text: str, match: re.Match[str], sentence: int, after: Following) -> bool:
    """Whether the mark belongs to a name (``Yahoo! Inc.``) and no new sentence follows."""
    name = token_before(text, match.end("stop"), sentence)
    if match["close"] or (name not in NAMES_WITH_MARK and name.capitalize() not in NAMES_WITH_MARK):
        return False
    return not after.starter or (name.lower() == "panic!" and after.word.lower() == "at")


def _names_speaker(ahead: str) -> bool:
    """Whether the words after a closing quotation mark name the speaker: ``Smith asked``."""
    speaker = _SPEAKER.match(ahead)
    return speaker is not None and speaker["verb"] in SPEECH_VERBS


def _ellipsis_ends(text: str, match: re.Match[str], sentence: int, word: str) -> bool:
    token = token_before(text, match.start(), sentence)
    if not token:
        words = text[max(sentence, match.start() - WINDOW) : match.start()].split()
        token = words[-1].lstrip(OPENING) if words else ""
    if not token:
        # "... and" at the start, or "[...] Then": there is no sentence before the dots.
        return False
    if match["close"][-1:] in (")", "]"):
        return False
    # "I … I don't know" is one sentence.
    return token.lower() not in RARELY_LAST and not token == word == "I"
