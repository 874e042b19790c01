"""Files of the plain pages, those without Streamlit: joined once, and kept by browsers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

FOR_GOOD = "public, max-age=31536000, immutable"
"""For files whose address changes with their content."""
ASK_FIRST = "no-cache"
"""The browser may keep it, and asks each time whether it is still the same."""

_COMMENT = re.compile(r"^[ ]*(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)[ ]*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ ]+", re.MULTILINE)


@dataclass(frozen=True)
class File:
    """A file of a page: its ``content``, its type, and an ``etag`` that names the content."""

    content: bytes
    media_type: str
    etag: str


def file_of(text: str, media_type: str) -> File:
    """Return ``text`` as a file in UTF-8."""
    content = text.encode("utf-8")
    return File(content, media_type, f'"{digest(content)}"')


def digest(content: bytes) -> str:
    """Return a short digest of ``content``, for its address and its tag."""
    return hashlib.sha256(content).hexdigest()[:16]


def packed(paths: Sequence[Path]) -> str:
    """Return the files joined, without indents and without the comments that have lines of their
    own: a third of them. None of the files has a string of several lines."""
    joined = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return _INDENT.sub("", _COMMENT.sub("", joined))


def answer(request: Request, file: File, caching: str) -> Response:
    """Return the file, or that the browser has it already (RFC 9110, 13.1.2)."""
    # A compressing proxy or middleware marks the tag as a weak one.
    known = request.headers.get("if-none-match", "").replace("W/", "")
    headers = {"ETag": file.etag, "Cache-Control": caching}
    if file.etag in (tag.strip() for tag in known.split(",")):
        return Response(status_code=304, headers=headers)
    return Response(file.content, media_type=file.media_type, headers=headers)
