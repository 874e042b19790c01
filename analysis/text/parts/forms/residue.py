"""What the copying of a web page leaves between the paragraphs: galleries, links that lost their
space, signatures of posts, pieces of markup."""

from __future__ import annotations

import re

LONGEST_LINK = 25
"""Words of the longest link to another article."""

_GALLERY = re.compile(r"[Hh]ide [Cc]aption \d{1,3} of \d{1,3}")
# "Harbour dues:Council votes for the pier": a web page shows the two in different type.
_LINK = re.compile(r"(?:CLOSE |[‘'\"“]?[A-Z0-9][\w'’”?\",. -]{1,60}(?<! ):(?=[A-Z“‘]|['\"][A-Z]))")
_POST = re.compile(r"[^\s()][^()\n]{0,80} ?\(@\w{1,30}\) (?:on )?[A-Z][a-z]{2,8} \d{1,2}, \d{4}")
_MARKUP = re.compile(
    r"</?[a-z]\w*(?: [\w-]+=\"[^\"]*\")*/?>|(?:[\w-]+=\"[^\"\s]*\" ?)+|\[/?\w+(?: \w+=[^\]]*)?\]"
)
_DASHES = "—–-"


def is_gallery(line: str) -> bool:
    """Whether a line holds the captions of a gallery: “Hide Caption 3 of 8”. Long."""
    return "aption " in line and _GALLERY.search(line) is not None


def is_glued_link(line: str) -> bool:
    """Whether a line links to another article: “Harbour dues:Council votes for the pier”.

    A full stop at its end makes it text; a ratio or a time (“3:2”) has no capital behind it.
    """
    return (
        _LINK.match(line) is not None
        and len(line.split()) <= LONGEST_LINK
        and (not line.endswith((".", ".”", '."')) or line.startswith("CLOSE "))
    )


def is_post_signature(line: str) -> bool:
    """Whether a line is the foot of a post: “— Ana Pell (@anapell) May 4, 2021”."""
    return line[0] in _DASHES and _POST.fullmatch(line.lstrip(_DASHES + " ")) is not None


def is_markup(line: str) -> bool:
    """Whether a line is nothing but a tag, an attribute or a placeholder: “[pullquote]”."""
    return _MARKUP.fullmatch(line) is not None
