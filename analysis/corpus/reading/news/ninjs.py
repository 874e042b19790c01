"""ninjs (News in JSON of the IPTC), versions 1 to 3: one item, a list of them, or an item a line.

The day is that of ``versioncreated``, because the text is that of this version, as it is written,
in its time zone; without it that of ``firstcreated`` or ``contentcreated``. The outlet is the first
source of information, else the holder of the copyright; the topic is the first subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from analysis.corpus.reading.news.parsing.series import Series
from analysis.corpus.reading.news.pieces.objects import first_keys, objects, value
from analysis.corpus.reading.news.pieces.streamed import Streamed, unreadable
from analysis.corpus.reading.news.pieces.values import day_of, line_of, require_article, text_of
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import CannotRead, SlantError

_BODIES = ("body_html", "body_xhtml", "body_text", "bodies")
_ALSO = (*_BODIES, "versioncreated", "pubstatus")
_DATES = ("versioncreated", "firstcreated", "contentcreated")
_TEXTS = ("", "text", "composite")
_NO_BODIES = frozenset(("abstract", "summary", "teaser", "caption", "description", "trailer"))


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is JSON with the keys of ninjs."""
    keys = {key.lower() for key in first_keys(head)}
    return "uri" in keys and not keys.isdisjoint(_ALSO)


def open_file(path: Path, choices: Choices) -> NinjsFile:
    """Open one; raises CannotRead."""
    return NinjsFile(path, choices)


class NinjsFile(Streamed):
    """A ``Reader`` of ninjs."""

    kind = "a ninjs file"

    def __init__(self, path: Path, choices: Choices) -> None:
        super().__init__(path)
        self._day_first = choices.day_first

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give its items."""
        with self.opened() as file, Series() as series:
            for number, piece in enumerate(objects(file), 1):
                place = f"article {number}"
                name = f"The file's {place}"
                try:
                    item = {key.lower(): one for key, one in value(piece, name).items()}
                except SlantError as error:
                    yield unreadable(error, place)
                    continue
                self._note_terms(item)
                yield self._article(item, series, place, name)

    def _note_terms(self, item: Mapping[str, Any]) -> None:
        terms = line_of(item.get("usageterms"))[:200]
        if terms and not self._said:
            self._said.append(f"its publisher says of the use of what is in it: “{terms}”")

    def _article(
        self, item: Mapping[str, Any], series: Series, place: str, name: str
    ) -> Found | Unreadable:
        uri, title = line_of(item.get("uri")), _title(item)
        url = uri if uri.startswith(("http://", "https://")) else ""
        try:
            _require_usable(item, name)
            text, quoted = _text(item, series, name)
        except SlantError as error:
            about = {"outlet": _outlet(item), "date": self._day(item)}
            return unreadable(error, place, id=uri, title=title, url=url, **about)
        return Found(
            text,
            place,
            id=uri,
            outlet=_outlet(item),
            author=line_of(item.get("byline")) or line_of(item.get("by")),
            topic=_first_name(item, "subject", "subjects"),
            date=self._day(item),
            title=title,
            url=url,
            quoted=quoted,
        )

    def _day(self, item: Mapping[str, Any]) -> str:
        days = (day_of(item.get(key), self._day_first) for key in _DATES)
        return next(filter(None, days), "")


def _require_usable(item: Mapping[str, Any], name: str) -> None:
    """Raise CannotRead for an item that was withdrawn, or is no text."""
    status = line_of(item.get("pubstatus")).lower()
    if status in ("canceled", "cancelled", "withheld"):
        raise CannotRead(name, f"was withdrawn by its publisher ({status})", "leave it out")
    kind = line_of(item.get("type"))[:40]
    if kind.lower() not in _TEXTS:
        raise CannotRead(name, f"is of the type “{kind}”, no text", "leave it out")


def _text(
    item: Mapping[str, Any], series: Series, name: str
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return an item's text with its block quotations: from its HTML, which has paragraphs, else
    its plain text as it is. Raises what reading and ``require_article`` raise."""
    markup, plain = "", ""
    for said, is_markup in _bodies(item):
        markup = markup or (said if is_markup else "")
        plain = plain or ("" if is_markup else said)
    if markup.strip():
        article = series.read(markup.encode("utf-8", "replace"), "fragment", name)
        require_article(article.text, name)
        return article.text, article.quoted
    require_article(plain, name)
    return plain, ()


def _bodies(item: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Give an item's bodies, and whether they are HTML."""
    for key in ("body_html", "body_xhtml", "body_text"):
        yield text_of(item.get(key)), key != "body_text"
    for body in _objects(item.get("bodies")):
        about = {key.lower(): one for key, one in body.items()}
        if line_of(about.get("role")).lower() not in _NO_BODIES:
            yield text_of(about.get("value")), "html" in line_of(about.get("contenttype")).lower()


def _title(item: Mapping[str, Any]) -> str:
    given = _objects(item.get("headlines"))
    main = [one for one in given if line_of(one.get("role")).lower() == "main"]
    listed = line_of((main or given)[0].get("value")) if given else ""
    return line_of(item.get("headline")) or listed or line_of(item.get("title"))


def _outlet(item: Mapping[str, Any]) -> str:
    holder = item.get("copyrightholder")
    if isinstance(holder, dict):
        holder = holder.get("name")
    return (
        _first_name(item, "infosource", "infosources")
        or line_of(item.get("source"))
        or line_of(holder)
    )


def _first_name(item: Mapping[str, Any], *keys: str) -> str:
    """Return the name of the first thing in one of the lists."""
    for key in keys:
        for thing in _objects(item.get(key)):
            if name := line_of(thing.get("name")):
                return name
    return ""


def _objects(value: object) -> list[dict[str, Any]]:
    """Return the objects in a list, none if it is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
