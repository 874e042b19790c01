"""Repair mojibake: UTF-8 that a program read in another encoding and saved that way.

“â€™” in place of “’” is the commonest. Each damaged character is turned back by itself, so that a
text of which only a part is damaged is repaired too. A text that is right must stay as it is, so
nothing is touched without evidence that no right text gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial

_WRONG = ("cp1252", "mac_roman", "cp437")
"""The encodings in which UTF-8 is read by mistake: of Windows, old Macintoshes and DOS."""

_TIMES = 3
"""How often the damage may have been done one on top of the other."""

_WITHIN_WORDS = 3
"""So many damaged characters between letters (“donâ€™t”) are damage in any text."""

_MARKS = "‘’“”–—…"
"""Typographic marks; in each wrong encoding they look like nothing that people write."""

_LOST = "\ufffd"
_CONTROLS = re.compile("[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]")
_CONTROL_SHARE = 0.02
_AFTER_WORD = r"(?<![A-ZÀ-Þ])"


@dataclass(frozen=True)
class Repaired:
    """A text after the repair: ``places`` is how many characters were repaired, ``example`` one
    of them as it was, ``left`` one that looks damaged but was left as it is."""

    text: str
    places: int = 0
    example: str = ""
    left: str = ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader should know of it, one sentence each."""
        if self.places:
            where = "one place" if self.places == 1 else f"{self.places:,} places"
            such = f", such as “{self.example}”," if self.example else ""
            return (
                f"Characters that a wrong encoding had damaged{such} were repaired in {where}.",
            )
        if self.left:
            return (
                f"Some characters look as if a wrong encoding had damaged them, such as "
                f"“{self.left}”; they are left as they are.",
            )
        return ()


def repaired(text: str) -> Repaired:
    """Return ``text`` with its mojibake repaired, or as it is.

    It is repaired if damaged characters are found that no right text has, and if there are as many
    of them as of other characters outside ASCII, or several within words: an article that only
    mentions mojibake has more right ones.
    """
    places, example, left = 0, "", ""
    for _ in range(_TIMES):
        found = next(filter(None, (_evidence(text, wrong) for wrong in _WRONG)), None)
        if found is None:
            break
        wrong, first = found
        damaged = _damaged(wrong).findall(text)
        others = sum(one > "\x7f" for one in text) - sum(map(len, damaged))
        within = re.findall(rf"(?<=[a-z])(?:{_damaged(wrong).pattern})(?=[a-z])", text)
        if len(damaged) < max(others, 1) and len(within) < _WITHIN_WORDS:
            left = first
            break
        example = example or first
        text, count = _damaged(wrong).subn(partial(_repair, wrong), text)
        places = count
    # Windows-1252 that was read as Latin-1 left control characters, which no text has.
    controls = _CONTROLS.findall(text)
    if 0 < len(controls) <= max(3, _CONTROL_SHARE * len(text)):
        text = _CONTROLS.sub(lambda one: _read_as("cp1252")[ord(one[0])], text)
        places += len(controls)
    return Repaired(text, places, example, "" if places else left)


def _evidence(text: str, wrong: str) -> tuple[str, str] | None:
    found = _certain(wrong).search(text)
    return (wrong, found[0]) if found else None


@cache
def _read_as(wrong: str) -> dict[int, str]:
    """Return the character that each byte from 128 on becomes in the encoding ``wrong``.

    Five bytes are undefined in Windows-1252; programs make control characters of them.
    """
    return {byte: bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in range(128, 256)}


@cache
def _bytes_of(wrong: str) -> dict[str, int]:
    back = {char: byte for byte, char in _read_as(wrong).items()}
    if wrong == "cp1252":  # what read the text as Latin-1 left these control characters
        back |= {chr(byte): byte for byte in range(128, 160)}
    return back


def _looks(mark: str, wrong: str) -> str:
    return "".join(_read_as(wrong)[byte] for byte in mark.encode())


@cache
def _certain(wrong: str) -> re.Pattern[str]:
    """Return the pattern of what is found in no right text."""
    marks = "|".join(re.escape(_looks(mark, wrong)) for mark in _MARKS)
    if wrong != "cp1252":
        return re.compile(marks)
    latin1 = "|".join(f"â{chr(0x80)}{chr(mark.encode()[2])}" for mark in _MARKS)
    # Without the marks that close or open a quotation: after them may come “Ã” in Portuguese.
    letters = "[\x80-\xaa\xac-\xba\xbc-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•–—˜™š›œžŸ]"
    return re.compile(
        # A closing quotation mark loses its last byte, which is undefined in Windows-1252.
        rf"{marks}|{latin1}|â€(?:{_LOST}|(?![\w€]))|"
        # “cafÃ©”, “Â£3”, “Ã‰mile”; after a capital it may be Portuguese (“IRMÃ”).
        rf"{_AFTER_WORD}(?:Ã{letters}|Â[\xa0-\xaa\xac-\xba\xbc-\xbf])"
    )


@cache
def _damaged(wrong: str) -> re.Pattern[str]:
    """Return the pattern of UTF-8 sequences read as ``wrong``, and of what is left of some."""
    back = _bytes_of(wrong)

    def chars(first: int, last: int) -> str:
        return "[" + re.escape("".join(c for c, b in back.items() if first <= b <= last)) + "]"

    then = chars(0x80, 0xBF)
    sequences = (
        rf"{chars(0xF0, 0xF4)}{then}{{3}}|{chars(0xE0, 0xEF)}{then}{{2}}|{chars(0xC2, 0xDF)}{then}"
    )
    # “à” and the no-break space end in a byte that was a no-break space and became a plain one.
    lost = rf"|â€(?:{_LOST}|(?![\w€]))|(?<=[a-z ])Ã (?=[a-z ])|Â(?= )" if wrong == "cp1252" else ""
    return re.compile(sequences + lost)


def _repair(wrong: str, found: re.Match[str]) -> str:
    damaged = found[0]
    if damaged in ("â€", "â€" + _LOST):
        return "”"
    if damaged == "Ã ":
        return "à "
    if damaged == "Â":
        return ""
    back = _bytes_of(wrong)
    try:
        return bytes(back[char] for char in damaged).decode("utf-8")
    except UnicodeDecodeError:  # overlong, a surrogate or beyond Unicode: not UTF-8 after all
        return damaged
