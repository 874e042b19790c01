"""Program code: by lines as only programs have them, and by its symbols."""

from __future__ import annotations

import re

from analysis.reading.not_prose.lines import Lines

_LIKELY = re.compile(
    r"(?://|/\*|\*/|#include|#define|#!|@\w+\(?|\}|\)|\]|\{).*|"
    r".*\{|.*(?:\w\(|[={}<>_$@]).*;|[a-z-]{3,30}: ?\S+(?: \S+){0,3};|"
    r".*\) ?:|(?:from [\w.]+ )?import [\w.{ *].*|"
    r"(?:export |async |public |private |static |def |class |"
    r"function |const |let |var |fn |func |struct |interface |package |using |namespace |return\b|"
    r"elif |else:|try:|except\b|if \(|for \(|while \(|echo |fi$|done$|end$|SELECT |INSERT INTO |"
    r"CREATE |ALTER |UPDATE |DELETE FROM |DROP |FROM |WHERE |GRANT |-- |set |syn |hi ).*|"
    r"[\w.\[\]\"'-]+(?:\(.*\)|(?: ?[-+*/|&:]?= ?\S.*))"
)
_SURE = re.compile(
    r"(?:async )?def \w+\(.*|class \w+.{0,100}:|from [\w.]+ import .*|import [\w.]+(?: as \w+)?;?|"
    r"#include.*|(?:export )?function \w+\(.*|.*\);|.*\{|\}.*|return\b.*;|@\w+(?:\(.*)?|"
    r"(?:if|elif|for|while) .*:|(?:public|private|protected|static) .*|"
    r"(?:SELECT|INSERT INTO|CREATE|ALTER|DROP|DELETE FROM|UPDATE) .*;"
)
"""Lines that are code beyond doubt, for files that are mostly comments."""

_SYMBOLS = frozenset("{}<>=;_\\|$#@~^`+*&%")
"""Neither slashes nor square brackets, which dates, addresses and chats are full of."""

_MANY_SYMBOLS = 0.06
"""Share of symbols among characters that are no white space, above which a text is code or data.
Of 4,000 news articles the highest had 0.04."""

_FEW_SYMBOLS = 0.02
"""What code has at least, even where half of it is comments."""

_WORD_SHARE = 0.1
"""Fewest words for each character in prose; a program on one line has hardly a space."""

_SHORT = 80
"""A shorter text must be nothing but lines of code."""


def is_code(lines: Lines, named: bool = False) -> bool:
    """Whether a text is program code. ``named`` says that its file's name is that of code."""
    symbols = sum(char in _SYMBOLS for char in lines.packed) / max(len(lines.packed), 1)
    likely = lines.share(_LIKELY)
    sure = lines.share(_SURE)
    count = len(lines.lines)
    if len(lines.packed) < _SHORT and not named:
        if count == 1:
            return sure == 1 and symbols > 2 * _MANY_SYMBOLS
        return likely == 1 and sure >= 0.3 and symbols > _FEW_SYMBOLS
    spaced = len(lines.head.split()) > _WORD_SHARE * len(lines.packed)
    if count == 1 and symbols < 4 * _MANY_SYMBOLS and spaced and not named:
        return False  # a sentence with a table or an address in it
    if symbols > _MANY_SYMBOLS and (likely > 0.25 or lines.sentences < 0.2):
        return True
    if sure * count >= 3 and sure >= 0.1 and symbols > _FEW_SYMBOLS:
        return True
    if likely > 0.5 and symbols > _FEW_SYMBOLS:
        return True
    return named and (likely > 0.15 or symbols > _FEW_SYMBOLS)
