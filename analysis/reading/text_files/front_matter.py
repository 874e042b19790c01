"""Front matter: the lines about a text (title, author, date) at the head of a Markdown file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from analysis.reading.documents.byline import date_in, property_or_none

LONGEST = 20_000
"""Most characters of front matter; what is longer is taken for text."""

_FENCED = re.compile(r"(---|\+\+\+|;;;)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_KEY = r"[\"']?[A-Za-z_@][\w .:/-]{0,60}?[\"']?"
_PAIR = re.compile(rf"(?P<key>{_KEY})[ \t]*[:=](?:[ \t]+(?P<value>.*)|[ \t]*)")
_INNER = re.compile(r"(?:[ \t]+|- |#).*|")
_PANDOC = re.compile(r"(?:%[^\n]*\n(?:[ \t][^\n]*\n)*){1,3}(?=\s)")

_TITLES = ("title", "headline")
_AUTHORS = ("author", "authors", "byline", "creator", "by", "writer")
_SECTIONS = ("section", "sections", "category", "categories", "desk", "rubric")
_DATES = (
    "date",
    "published",
    "publishdate",
    "pubdate",
    "date_published",
    "datepublished",
    "created",
)


@dataclass(frozen=True)
class FrontMatter:
    """What front matter says; each None if it does not. ``body`` is the text below it, with
    line ends of one kind."""

    body: str
    title: str | None = None
    author: str | None = None
    date: str | None = None
    section: str | None = None


def split_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of ``text`` and the text below it, or None if it has none.

    Known are YAML between lines of ``---``, TOML between ``+++``, JSON, the ``%`` lines of Pandoc
    and bare ``Title: …`` lines. Lines between two rules that are not of the form ``key: value``
    are text.
    """
    start = text.lstrip("\ufeff\r\n \t").replace("\r\n", "\n").replace("\r", "\n")
    head = start[:LONGEST]
    found = _fenced(head) or _json(head) or _pandoc(head) or _bare(head)
    if found is None:
        return None
    fields, length = found
    lowered = {str(key).strip().lower(): value for key, value in fields.items()}
    return FrontMatter(
        start[length:].lstrip("\n"),
        _first(lowered, _TITLES),
        _first(lowered, _AUTHORS),
        _date(lowered),
        _first_of_several(lowered, _SECTIONS),
    )


Found = tuple[Mapping[str, Any], int]


def _fenced(head: str) -> Found | None:
    match = _FENCED.match(head)
    if match:
        mark, block, end = match[1], match[2], match.end()
        if not _is_block(block):
            return None
        return (_toml(block) if mark == "+++" else _yaml(block)) or _pairs(block), end
    if head.startswith(("---\n", "+++\n")):  # never closed: as far as the first blank line
        block, blank, _ = head[4:].partition("\n\n")
        if blank and _is_block(block) and all(_PAIR.fullmatch(one) for one in block.split("\n")):
            return _pairs(block), 4 + len(block) + 2
    return None


def _is_block(block: str) -> bool:
    """Whether the lines are keys with values, values that go on, or comments."""
    lines = [line for line in block.split("\n") if line.strip()]
    first = next((line for line in lines if not line.startswith("#")), "")
    pairs = sum(_PAIR.fullmatch(line) is not None for line in lines)
    inner = sum(_INNER.fullmatch(line) is not None for line in lines)
    values = sum(line.strip()[:1] in ("[", "]", "}", "'", '"') for line in lines)
    if _PAIR.fullmatch(first) is None or pairs + inner + values < len(lines):
        return False
    # Between two rules may stand a dialogue: its names have capitals.
    keys = [found["key"].strip("\"'") for line in lines if (found := _PAIR.fullmatch(line))]
    return any(key[0].islower() or key.lower() in _TITLES + _AUTHORS + _DATES for key in keys)


def _yaml(block: str) -> Mapping[str, Any] | None:
    import yaml

    try:
        fields = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, RecursionError):  # “title: East pier: closed”, 2021-02-31
        return None
    return fields if isinstance(fields, dict) else None


def _toml(block: str) -> Mapping[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _json(head: str) -> Found | None:
    if not re.match(r"\{\s*\"", head):
        return None
    try:
        fields, end = json.JSONDecoder().raw_decode(head)
    except (ValueError, RecursionError):
        return None
    known = any(str(key).lower() in _TITLES for key in fields)
    gap = re.compile(r"[ \t]*\n").match(head, end)
    return (fields, gap.end()) if known and gap and head[gap.end() :].strip() else None


def _pandoc(head: str) -> Found | None:
    match = _PANDOC.match(head)
    if not match:
        return None
    lines = [line.strip() for line in re.split(r"^%", match[0], flags=re.M)[1:]]
    return dict(zip(("title", "author", "date"), lines, strict=False)), match.end()


def _bare(head: str) -> Found | None:
    block, blank, rest = head.partition("\n\n")
    lines = block.split("\n")
    if not blank or not rest.strip() or len(lines) < 2:
        return None
    if not all(_PAIR.fullmatch(line) and ":" in line for line in lines):
        return None
    fields = _pairs(block)
    known = {key.lower() for key in fields}
    return (fields, len(block) + 2) if "title" in known and len(known) > 1 else None


def _pairs(block: str) -> Mapping[str, Any]:
    """Return the lines ``key: value`` as they stand, for blocks that are not quite YAML."""
    found = (_PAIR.fullmatch(line) for line in block.split("\n"))
    return {
        one["key"]: value[1:-1] if value[:1] == value[-1:] and value[:1] in "'\"" else value
        for one in found
        if one and (value := (one["value"] or "").strip())
    }


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        if said := property_or_none(_said(fields.get(name))):
            return said
    return None


def _first_of_several(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """As ``_first``; of a list its first entry."""
    ones = {
        name: value[0] if isinstance(value, list) and value else value
        for name in names
        if (value := fields.get(name)) is not None
    }
    return _first(ones, names)


def _said(value: object) -> str:
    """Return a value as text; of several names the names, of a person with details the name."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _said(value.get("name")) if isinstance(value.get("name"), str) else ""
    if isinstance(value, list):
        names = [_said(one) for one in value[:20] if isinstance(one, str | dict)]
        return ", ".join(filter(None, names))
    return ""


def _date(fields: Mapping[str, Any]) -> str | None:
    for name in _DATES:
        value = fields.get(name)
        if isinstance(value, date):  # a datetime is one too
            return value.isoformat()[:10]
        if isinstance(value, str) and (found := date_in([value[:100].replace("T", " ")])):
            return found
    return None
