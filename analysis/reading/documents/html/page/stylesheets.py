"""Which elements a page's own style sheets (``<style>``) hide; other files are not read."""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.reading.documents.html.page.elements import Element

MAX_STYLE = 300_000
"""Most characters of style sheets that are looked at; pages with all of theirs have 100,000."""

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_HIDES = re.compile(r"(?:display:none|visibility:hidden)")
_SHOWS = re.compile(r"display:(?!none)[a-z]|visibility:visible")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]{1,100}){1,4})", re.I)


def hiding_rules(tree: Element) -> Callable[[Element], bool]:
    """Return a function that says whether a rule of the page's style sheets hides an element.

    Only rules for names and ids (``.note``, ``p.note``, ``#box``) count, and only those that hold
    for every screen: what stands inside ``@media`` and the like is passed over.
    """
    sheet = "\n".join(style.text or "" for style in tree.iter("style"))[:MAX_STYLE]
    hidden: dict[str, tuple[str, frozenset[str]]] = {}
    for selectors, declarations in _rules(_COMMENT.sub("", sheet)):
        compact = "".join(declarations.lower().split())
        hides, shows = _HIDES.search(compact), _SHOWS.search(compact)
        if not hides and not shows:
            continue
        for selector in selectors.split(","):
            selector = selector.strip()
            simple = _SIMPLE.fullmatch(selector)
            if hides and simple:
                needed = frozenset(re.findall(r"[.#][\w-]+", simple[2].lower()))
                hidden[selector] = ((simple[1] or "").lower(), needed)
            elif shows:
                hidden.pop(selector, None)
    by_name: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for tag, needed in hidden.values():
        by_name.setdefault(min(needed), []).append((tag, needed))

    def hides_element(element: Element) -> bool:
        if not by_name:
            return False
        own = {f".{name}" for name in (element.get("class") or "")[:1000].lower().split()}
        own.add(f"#{(element.get('id') or '').lower()}")
        return any(
            needed <= own and tag in ("", element.tag)
            for name in own
            for tag, needed in by_name.get(name, ())
        )

    return hides_element


def _rules(sheet: str) -> list[tuple[str, str]]:
    """Return (selectors, declarations) of the rules outside ``@`` blocks."""
    found: list[tuple[str, str]] = []
    depth = 0
    at_rule = False
    before = selectors = ""
    for piece in re.split(r"([{}])", sheet):
        if piece == "{":
            depth += 1
            if depth == 1:
                at_rule = before.rpartition(";")[2].strip().startswith("@")
                selectors = before.rpartition(";")[2]
        elif piece == "}":
            if depth == 1 and not at_rule:
                found.append((selectors, before))
            depth = max(0, depth - 1)
            before = ""
        else:
            before = piece
    return found
