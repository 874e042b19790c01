"""Turn what a page says by inline elements into characters: ``<q>``, ``<sup>``, ``<sub>``."""

from __future__ import annotations

import re
from itertools import islice

from analysis.reading.documents.html.page.elements import Element, name_words, remove, text_of

QUOTED = "data-slant-quoted"
"""The attribute put on what was a ``<q>``, so that its words are known as quoted."""

_OPENING = "\"'“‘„«‹"
_CLOSING = "\"'”’“»›"

_SUPERSCRIPT = str.maketrans("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
_SUBSCRIPT = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_RAISABLE = re.compile(r"[0-9+−–=()ni-]{1,8}")
_LOWERABLE = re.compile(r"[0-9+−–=()-]{1,8}")
_MARKS = {"TM": "™", "tm": "™", "SM": "℠", "R": "®", "(R)": "®"}

# 1 · 12 · 1,2 · 1–3 · [4] · [a] · (5) · * · †
_NOTE = re.compile(
    r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,3})(?:\s?[,;–-]\s?(?:\d{1,3}|[a-z]))*[\])]?"
)
_BACK = re.compile(r"[↩↵⏎↑^]\N{VARIATION SELECTOR-15}?")  # from a note to its mark
_NOTE_SIGN = re.compile(r"[\[(]?(?:[*†‡§¶]{1,3}|\[.{0,40}\])[\])]?|\[.{0,40}\]")
_NUMBERS = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*")
_NOTE_WORDS = frozenset({"footnote", "noteref", "fn", "endnote", "reference", "citation", "cite"})

_UNIT = re.compile(
    r"(?:^|[\d\s/·*(])(?:[kcmdnµμ]?m|km|ft|yd|in|mi|miles?|metres?|meters?|feet|inch(?:es)?|s|kg|"
    r"[a-zA-Z]|mc|π?r|per)$"
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d$")


def write_out_inline(tree: Element) -> None:
    """Replace ``<q>`` by quotation marks, raised and lowered digits by characters of their own
    (10³, m², CO₂), and take out the marks of notes and the times before lines.

    A ``<q>`` inside a quotation gets single marks, and none where the page has typed marks already.
    What was quoted keeps the attribute ``QUOTED``.
    """
    for time in list(tree.iter("time")):
        if _leads_a_line(time):
            remove(time)
    for link in list(tree.iter("a")):
        if _BACK.fullmatch(text_of(link, 8)) or link.get("role") == "doc-backlink":
            remove(link)
        elif _is_note_link(link) and not _inside(link, "sup"):
            _drop_note(link)
    for element in list(tree.iter("sup")):
        if element.getparent() is not None:
            _write_superscript(element)
    for element in list(tree.iter("sub")):
        text = text_of(element)
        if _LOWERABLE.fullmatch(text):
            _replace(element, text.translate(_SUBSCRIPT))
        else:
            element.tag = "span"
    for element in list(tree.iter("q")):
        _write_quotation(element)


def _leads_a_line(time: Element) -> bool:
    """Whether a clock time or date stands before the first sentence of a line, as in live blogs."""
    parent, after = time.getparent(), (time.tail or "").lstrip(" \t\n–—-:|·•")
    if parent is None or (parent.text or "").strip() or time.getprevious() is not None:
        return False
    if not after[:1].isupper() or not any(map(str.isdigit, text_of(time, 60))):
        return False
    time.tail = after
    return True


def _inside(element: Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _is_note_link(link: Element) -> bool:
    """Whether a link leads to a note: ``<a href="#fn1">1</a>``."""
    text = text_of(link, 12)
    if not _NOTE.fullmatch(text) and not _NOTE_SIGN.fullmatch(text):
        return False
    if (link.get("role") or "") == "doc-noteref" or _NOTE_WORDS.intersection(name_words(link)):
        return True
    target = (link.get("href") or "").lower()
    return re.match(r"#_?(?:fn|ftn|foot|note|end|edn|cite|ref|n\d)", target) is not None


def _write_superscript(element: Element) -> None:
    text = text_of(element)
    before = _text_before(element)
    linked = element.find(".//a") is not None or _inside(element, "a")
    noted = linked or bool(_NOTE_WORDS.intersection(name_words(element)))
    if not text:
        _replace(element, "")
    elif text in _MARKS and before[-1:].isalnum():
        _replace(element, _MARKS[text])
    elif _NOTE_SIGN.fullmatch(text) or (noted and _NOTE.fullmatch(text)):
        _drop_note(element)
    elif _is_charge_or_mass(before, text, element.tail or ""):
        _replace(element, text.translate(_SUPERSCRIPT))
    elif re.fullmatch(r"[a-z]", text) and re.search(r"[a-z]{3}$", before):
        _drop_note(element)
    elif _is_exponent(before, text):
        _replace(element, text.translate(_SUPERSCRIPT) if _RAISABLE.fullmatch(text) else "^" + text)
    elif _NUMBERS.fullmatch(text) or (_NOTE.fullmatch(text) and before[-1:] in '.,;:!?”’"'):
        _drop_note(element)
    else:  # 2nd, Mlle, McDonald
        element.tag = "span"


def _is_charge_or_mass(before: str, text: str, after: str) -> bool:
    """Whether a raised ``text`` belongs to an element of chemistry: Na⁺, ¹⁴C."""
    if re.fullmatch(r"\d?[+−–-]", text):
        return before[-1:].isalpha()
    return text.isdigit() and before[-1:].isspace() and after[:1].isupper()


def _is_exponent(before: str, text: str) -> bool:
    """Whether a raised ``text`` is an exponent after ``before``: of a number, unit or variable."""
    if len(text) > 8 or not re.fullmatch(r"[+−–-]?\d{1,4}|[a-z]|[a-z0-9+−–=()-]{2,8}", text):
        return False
    if re.fullmatch(r"st|nd|rd|th|er|re|e|o|a", text):
        return False
    if re.search(r"[£$€]\d[\d.,]*m$", before):  # five million, not five metres
        return False
    if before[-1:].isdigit():
        return not (_YEAR.search(before) and text.isdigit())
    return bool(re.match(r"[+−–-]?\d", text) and _UNIT.search(before)) or (
        before[-1:] == ")" and text.isdigit() and len(text) == 1 and "(" in before and "=" in before
    )


def _text_before(element: Element) -> str:
    """Return the last characters before an element in its paragraph."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        before = previous.tail or ""
        return before[-40:] if before else text_of(previous, 5000)[-40:]
    before = (parent.text or "") if parent is not None else ""
    if before or parent is None or parent.tag not in ("a", "span", "b", "i", "em", "strong"):
        return str(before[-40:])
    return _text_before(parent)


def _drop_note(element: Element) -> None:
    """Take out a note's mark; where it alone stood between two sentences, a space takes its
    place."""
    after = element.tail or ""
    if after[:1] == "]" and _text_before(element).endswith("["):
        _strip_bracket(element)
        after = element.tail = after[1:]
    before = _text_before(element).rstrip('"”’»)')
    if after[:1].isupper() and before[-1:] in ".!?…":
        element.tail = " " + after
    remove(element)


def _strip_bracket(element: Element) -> None:
    """Take away the bracket before a note's mark, and the space before that."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None and previous.tail:
        previous.tail = previous.tail[:-1].rstrip()
    elif previous is None and parent is not None and parent.text:
        parent.text = parent.text[:-1].rstrip()


def _replace(element: Element, text: str) -> None:
    element.tail = text + (element.tail or "")
    remove(element)


def _write_quotation(element: Element) -> None:
    depth = sum(1 for _ in element.iterancestors("q")) + sum(
        1 for ancestor in element.iterancestors() if ancestor.get(QUOTED)
    )
    if any(element.find(f".//{tag}") is not None for tag in ("p", "div", "ul", "blockquote")):
        element.tag = "blockquote"
        return
    inner = text_of(element)
    before, after = _text_before(element), (element.tail or "")
    element.tag = "span"
    if not inner:
        return
    element.set(QUOTED, "1")
    if inner[0] in _OPENING or (before[-1:] in _OPENING and before and after[:1] in _CLOSING):
        return
    marks = "‘’" if depth % 2 or _quotation_is_open(element) else "“”"
    element.text = marks[0] + (element.text or "").lstrip()
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + marks[1]
    else:
        element.text = element.text.rstrip() + marks[1]


def _quotation_is_open(element: Element) -> bool:
    """Whether a quotation in typed double marks is open where ``element`` begins."""
    parent = element.getparent()
    if parent is None:
        return False
    before = [parent.text or ""]
    for sibling in islice(element.itersiblings(preceding=True), 50):  # to keep the time linear
        before.append(f"{text_of(sibling, 5000)} {sibling.tail or ''}")
    text = " ".join(before)
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1
