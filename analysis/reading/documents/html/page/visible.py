"""Take out of a page what its reader does not see: hidden parts, and text that was struck out.

A part that opens at a click (``<details>``, “Read more”, a height of 0) counts as seen: it
belongs to the article.
"""

from __future__ import annotations

import re

from analysis.reading.documents.html.page.elements import (
    Element,
    name_words,
    names,
    prose_words,
    remove_from_line,
    text_of,
)
from analysis.reading.documents.html.page.stylesheets import hiding_rules

_NEVER_SEEN = frozenset(
    {
        "template", "noscript", "datalist", "select", "textarea", "svg", "canvas", "object",
        "iframe", "audio", "video", "map", "rp", "rt", "progress", "meter", "frameset",
    }
)  # fmt: skip

_HIDING_NAMES = frozenset(
    {
        "hidden", "is-hidden", "u-hidden", "hide", "d-none", "display-none", "invisible",
        "visually-hidden", "visuallyhidden", "sr-only", "show-for-sr", "screen-reader-text",
        "screenreader-text", "screen-reader-only", "screen-readers-only", "screenreader-only",
        "element-invisible", "offscreen", "off-screen", "a11y-hidden", "assistive-text",
        "nodisplay",
    }
)  # fmt: skip
_HIDING_ENDS = ("visually-hidden", "visuallyhidden", "sr-only", "--hidden", "__hidden")

# Tailwind's “hidden md:block” and Bootstrap's “d-none d-lg-block” are seen on a wide screen.
_SHOWN_WIDE = re.compile(
    r"(?:sm|md|lg|xl|xxl|2xl)[:-](?:d-)?(?:block|flex|inline|grid|table|contents|visible)"
    r"|d-(?:sm|md|lg|xl|xxl)-(?:block|flex|inline|grid|table)"
)

_HIDING_STYLE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|"
    r"font-size:(?:[01]px|0(?:pt|em|rem|%)?)(?:;|!|$)|transform:scale\(0\)|"
    r"(?:^|;)(?:max-)?width:[01](?:px)?(?:;|!|$)|(?:text-indent|left|top):-\d{3,}|"
    r"clip:rect\([01](?:px)?,|clip-path:inset\((?:50|100)%\)|color:transparent"
)
# Pages that fade their paragraphs in begin like this too.
_FADING_STYLE = re.compile(r"opacity:0(?:\.0+)?(?:;|!|$)")
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?:[^;]{0,40}line-through")

_OPENS = re.compile(
    r"(?i)\W*(?:(?:click|tap|press)(?: here)? to )?(?:read|show|see|view|load|expand|open|unfold|"
    r"continue)\b(?: (?:me|the|on|reading|full|rest|whole|entire|of|more|all|story|article|text|"
    r"this|post|it))*\W*"
)
_FOLDED_WORDS = frozenset(
    {
        "more", "readmore", "collapse", "collapsed", "collapsible", "expand", "expandable",
        "expander", "fold", "folded", "rest", "remainder", "remaining", "continued",
        "continuation", "toggle", "truncated", "truncate", "accordion", "fulltext",
    }
)  # fmt: skip

_FEWEST_FOLDED_WORDS = 12
"""Fewest words of prose in a part that opens at a click; a hidden label has fewer."""


def drop_unseen(tree: Element) -> None:
    """Take out of ``tree`` what is hidden or struck out.

    A class name or ``aria-hidden`` is believed only for less than half of the page's prose: where
    it holds the article, the page shows it with a script.
    """
    held = prose_words(tree)
    whole = held.get(tree, 0)
    openers = _opened_ids(tree)
    in_style = hiding_rules(tree)
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "head"):
            continue
        if element.getparent() is None:
            continue
        sure = _surely_hidden(element) or in_style(element)
        hinted = not sure and _said_to_be_hidden(element) and 2 * held.get(element, 0) <= whole
        if element.tag in _NEVER_SEEN or (
            (sure or hinted) and not _opens_at_a_click(element, openers, held)
        ):
            remove_from_line(element)
    for element in list(tree.iter("del", "s", "strike")):
        remove_from_line(element)
    for element in list(tree.iterfind(".//*[@style]")):
        if _STRUCK_STYLE.search(_style(element)):
            remove_from_line(element)


def _style(element: Element) -> str:
    return "".join((element.get("style") or "")[:2000].lower().split())


def _surely_hidden(element: Element) -> bool:
    if element.get("hidden") is not None and element.get("hidden").lower() != "until-found":
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    style = _style(element)
    return _HIDING_STYLE.search(style) is not None or _on_its_own_colour(style)


def _on_its_own_colour(style: str) -> bool:
    """Whether text has the colour of its background."""
    ink = re.search(r"(?:^|;)color:([#\w(),.]{3,40})", style)
    ground = re.search(r"(?:^|;)background(?:-color)?:([#\w(),.]{3,40})", style)
    return ink is not None and ground is not None and ink[1] == ground[1]


def _said_to_be_hidden(element: Element) -> bool:
    if (element.get("aria-hidden") or "").lower() == "true":
        return True
    if _FADING_STYLE.search(_style(element)):
        return True
    given = names(element)
    if any(_SHOWN_WIDE.search(name) for name in given):
        return False
    return any(name in _HIDING_NAMES or name.endswith(_HIDING_ENDS) for name in given)


def _opens_at_a_click(element: Element, openers: set[str], held: dict[Element, int]) -> bool:
    """Whether a hidden part is one that a button such as “Read more” shows."""
    if held.get(element, 0) < _FEWEST_FOLDED_WORDS:
        return False
    if element.get("id") in openers or _FOLDED_WORDS.intersection(name_words(element)):
        return True
    beside = (element.getprevious(), element.getnext())
    return any(
        other is not None
        and isinstance(other.tag, str)
        and _OPENS.fullmatch(text_of(other, 100)) is not None
        for other in beside
    )


def _opened_ids(tree: Element) -> set[str]:
    """Return the ids of the parts that buttons and links such as “Read more” open."""
    found: set[str] = set()
    for control in tree.iter("a", "button", "label", "span"):
        if not _OPENS.fullmatch(text_of(control, 100)):
            continue
        for key in ("aria-controls", "data-target", "data-bs-target", "href", "for"):
            value = control.get(key) or ""
            found.update(part.lstrip("#") for part in value.split()[:5])
        found.update(re.findall(r"['\"]#?([\w-]{1,80})['\"]", (control.get("onclick") or "")[:500]))
    return found - {""}
