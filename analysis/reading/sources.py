"""From a file, standard input, an upload or a web address to an article's text.

Plain text stays exactly as it was written: line ends, Markdown marks and odd spaces, because
offsets point into this text. Only a byte order mark, which is no part of a text, is taken off.
Web pages, PDF and Word documents go to ``analysis.reading.documents``, web addresses to
``analysis.reading.web.pages``, and their text is what comes back.
"""

from __future__ import annotations

import codecs
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from analysis.errors import BadSample, CannotRead, EmptyText, NotText, TextTooLong
from analysis.reading.charsets import WESTERN, codec
from analysis.reading.documents.kinds import recognise
from analysis.reading.limits import MAX_CHARACTERS, MAX_FILE_BYTES, require_words

MAX_BYTES = 4 * MAX_CHARACTERS + 4
"""No encoding that is read here takes more bytes than this for ``MAX_CHARACTERS``."""

CONTROL_SHARE = 0.02
"""More control characters than this share of a text, and it is no text. Stray ones happen when
text is copied out of a PDF; of random bytes read as Windows-1252 they are one in eleven."""

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
"""Where the sample articles are."""

_KINDS = {"": "text", ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown"}

_OTHER_DOCUMENTS = {
    ".doc": "an old Word document", ".rtf": "a rich-text document", ".odt": "an OpenDocument text",
}  # fmt: skip

# First bytes of common files, from the formats' specifications; only those that no article
# could begin with.
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a rich-text document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or locked Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x7fELF", "a program"),
)
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

_ADDRESS = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]+://")
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # all but white space
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Article:
    """An article as it was read; ``text`` is what all offsets point into.

    ``kind`` is ``text``, ``markdown`` (kept as written), ``html``, ``pdf`` or ``docx``. ``title``,
    ``author``, ``date`` (YYYY-MM-DD) and ``url`` are None where the source does not tell them, as
    plain text never does.
    """

    text: str
    title: str | None
    author: str | None
    date: str | None
    url: str | None
    kind: str


@dataclass(frozen=True)
class Sample:
    """A sample article of ``seeds/``: ``style`` is ``plain`` or ``loaded``, ``slug`` its file's
    name without the ending, ``text`` the body below the front matter."""

    slug: str
    title: str
    style: str
    event: str
    outlet: str
    date: str
    text: str


def read(source: str | os.PathLike[str] | bytes, name: str | None = None) -> Article:
    """Read an article from a file's path, a web address or the bytes of a file.

    What begins like ``https://`` is a web address: the page is fetched, and only that leaves the
    machine. ``name`` is what messages call a file and whose ending tells its kind where
    the content does not; a path is its own name. Encodings of plain text: UTF-8, UTF-16 with a
    byte order mark, what a web server says, else Windows-1252.

    Raises CannotRead (no such file, a document that is damaged, locked, too large or of another
    kind), its kind CannotFetch (no such page, or none that may be fetched), NotText, TextTooLong
    or EmptyText.
    """
    if isinstance(source, bytes):
        return _article(source, name or "The file")
    path = os.fspath(source)
    label = name or path
    if _ADDRESS.match(path):
        from analysis.reading.web.pages import read_address

        return read_address(path)
    try:
        with open(path, "rb") as file:
            return _article(_content(file, label), label)
    except FileNotFoundError:
        raise CannotRead(label, "does not exist", "check the file's name") from None
    except IsADirectoryError:
        raise CannotRead(label, "is a folder", "give one file in it") from None
    except ValueError:  # a NUL character in the path
        raise CannotRead(repr(label), "is no file's name", "check the file's name") from None
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        raise CannotRead(label, reason, "check the file, or paste its text instead") from None


def read_stream(stream: BinaryIO) -> Article:
    """Read an article from standard input, no further than the limit. Raises as ``read`` does."""
    name = "Standard input"
    return _article(_content(stream, name), name)


def decode(data: bytes, name: str = "The file", charset: str | None = None) -> str:
    """Return the text of ``data``; raise NotText where it is none.

    ``charset`` is what a web server said. A byte order mark outweighs it, and so does an encoding
    in which the bytes make no text.
    """
    claimed = codec(charset) if not data.startswith((*_UTF_16_MARKS, codecs.BOM_UTF8)) else None
    _require_no_binary(data, name, zeros=claimed is not None and claimed.startswith("utf-16"))
    text = _decoded(data, claimed)
    if text is None:
        raise NotText(name, "binary data")
    require_text(text, name)
    return text


def _decoded(data: bytes, claimed: str | None) -> str | None:
    marked = "utf-16" if data.startswith(_UTF_16_MARKS) else "utf-8-sig"
    trusted = claimed if claimed not in WESTERN else None
    for encoding in (trusted, marked, "cp1252"):
        try:
            if encoding:
                return data.decode(encoding)
        except UnicodeError:
            continue
    return None


def plain_text(data: bytes, name: str, charset: str | None = None) -> str:
    """Return the text of an article that is no document; raises NotText, TextTooLong, EmptyText."""
    if len(data) > MAX_BYTES:
        _require_no_binary(data, name)
        raise TextTooLong(MAX_CHARACTERS, None)
    text = decode(data, name, charset)
    require_length(text)
    return text


def require_text(text: str, name: str = "The text") -> None:
    """Raise NotText where a string holds NUL, mostly control characters or half a character.

    Half a character is a lone surrogate: it stands for nothing and cannot be written to a file.
    """
    if "\0" in text:
        raise NotText(name, "binary data")
    if _HALF_CHARACTERS.search(text):
        raise NotText(name, "broken Unicode (half a character)")
    controls = len(_CONTROLS.findall(text))
    if controls > CONTROL_SHARE * len(text):
        raise NotText(name, "binary data")


def require_length(text: str) -> None:
    """Raise EmptyText for a text without letters, TextTooLong for one over the limit."""
    if not text:
        raise EmptyText("is empty")
    if text.isspace():
        raise EmptyText("holds only white space")
    require_words(text)
    if not any(map(str.isalpha, text)):
        raise EmptyText("holds no letters")


def samples(folder: Path = SEEDS) -> list[Sample]:
    """Return the sample articles, ordered by event and then style, plain before loaded.

    Raises BadSample where a file's front matter is wrong.
    """
    paths = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    found = [parse_sample(path.stem, path.read_text(encoding="utf-8")) for path in paths]
    return sorted(found, key=lambda sample: (sample.event, sample.style != "plain"))


def parse_sample(slug: str, content: str) -> Sample:
    """Parse a sample: ``key: value`` lines between two ``---`` lines, then the body.

    Values are taken as written, without quotes or nesting; every key is needed and no other may
    be there. Raises BadSample.
    """
    name = f"{slug}.md"
    head, mark, body = content.removeprefix("---\n").partition("\n---\n")
    if not content.startswith("---\n") or not mark:
        raise BadSample(name, "has no front matter")
    fields: dict[str, str] = {}
    for line in head.split("\n"):
        key, colon, value = line.partition(":")
        if not colon or not value.strip() or key in fields:
            raise BadSample(name, f"has a line that is no single “key: value” ({line!r})")
        fields[key] = value.strip()
    keys = {"title", "style", "event", "outlet", "date"}
    if set(fields) != keys:
        raise BadSample(name, f"has other keys than these: {', '.join(sorted(keys))}")
    if fields["style"] not in ("plain", "loaded"):
        raise BadSample(name, f"has the style {fields['style']!r}, not plain or loaded")
    return Sample(slug=slug, text=body.strip("\n"), **fields)


def _content(file: BinaryIO, name: str) -> bytes:
    """Return a file's bytes, one more than text or a document of its kind may have at most."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES and recognise(data, name):
        data += file.read(MAX_FILE_BYTES + 1 - len(data))
    return data


def _article(data: bytes, name: str) -> Article:
    kind = recognise(data, name)
    if kind:
        from analysis.reading.documents.sandbox import read_document

        return read_document(data, kind, name)
    suffix = Path(name).suffix.lower()
    if suffix in _OTHER_DOCUMENTS:
        raise CannotRead(
            name, f"is {_OTHER_DOCUMENTS[suffix]}", "save it as .docx or plain text (.txt)"
        )
    text = plain_text(data, name)
    return Article(text, None, None, None, None, _KINDS.get(suffix, "text"))


def _require_no_binary(data: bytes, name: str, *, zeros: bool = False) -> None:
    """Raise NotText for other kinds of files, and for zero bytes unless ``zeros`` belong there."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(name, kind)
    if not zeros and b"\0" in data and not data.startswith(_UTF_16_MARKS):
        raise NotText(name, "binary data")
