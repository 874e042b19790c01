"""Furniture within a line: a sentence that stands before or behind the text of its paragraph.

A pasted paragraph can end in a link (“(RELATED: …)”), the foot of a post, a line about the author
or a credit. Only what can hardly be a sentence of an article is taken: not every form of a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.text.parts.forms.credits import is_bracketed_credit
from analysis.text.parts.forms.line_forms import is_address_line, is_label, is_phrase
from analysis.text.parts.forms.residue import is_post_signature
from analysis.text.segmentation.time_stamps import is_stamp

LONGEST = 300
"""Characters of the longest sentence that is examined."""

SHORTEST_LABEL = 2
"""Words of the shortest label: “Close.” and “Share.” can be sentences."""

_BRACKETED = re.compile(
    r"[(\[]\s?(?:related|read more|see also|also on [\w ]{1,20}|photos?|watch|video|more)\s?:",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"(?:[A-Z][\w.'’-]*+,? (?:and )?){2,8}(?:also )?(?:reported from|contributed)\b[^.]{0,50}\.?"
)
_POST = re.compile(r"pic\.twitter\.com/\w+|https?://t\.co/\w+")


def furniture_within(sentences: Sequence[str]) -> list[int]:
    """Return which sentences of a line, counted from 0, are furniture before or behind its text;
    never all of them."""
    first = 1 if _is_before(sentences[0]) else 0
    last = len(sentences)
    while last > first + 1 and _is_behind(sentences[last - 1]):
        last -= 1
    return [*range(first), *range(last, len(sentences))]


def _is_behind(sentence: str) -> bool:
    """Whether a sentence is furniture where nothing but furniture follows it in its line."""
    if len(sentence) > LONGEST:
        return False
    return (
        _BRACKETED.match(sentence) is not None
        or _POST.match(sentence) is not None
        or _REPORTED.fullmatch(sentence) is not None
        or is_bracketed_credit(sentence)
        or is_phrase(sentence)
        or is_address_line(sentence)
        or is_post_signature(sentence)
        or (len(sentence.split()) >= SHORTEST_LABEL and is_label(sentence))
    )


def _is_before(sentence: str) -> bool:
    """Whether a sentence is furniture at the beginning of its line, whatever follows it: the stamp
    of an update, a line about who contributed, a call to subscribe."""
    return len(sentence) <= LONGEST and (is_stamp(sentence) or is_phrase(sentence))
