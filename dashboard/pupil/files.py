"""What the pupils' page is made of: one document, one script and one style, put together once.

The script and the style are joined from files, and drawn texts share those of the component
``dashboard/components/marking``. Their addresses carry a digest of their content, so that a browser
keeps them for good and a later visit asks for the document alone.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.pupil.privacy import privacy_page

PAGE = Path(__file__).parent / "page"
MARKING = Path(__file__).parents[1] / "components" / "marking"
"""The component that draws texts to mark: its files, not its module, which needs Streamlit."""
MARKING_SCRIPTS = ("text.js", "bar.js", "reveal.js", "core.js")
SCRIPTS = ("kept.js", "server.js", "outbox.js", "lesson.js", "quiz.js", "work.js", "joining.js")
"""In the order in which they are joined; ``page.js``, which uses them, is the last."""

_COMMENT = re.compile(r"^[ ]*(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)[ ]*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ ]+", re.MULTILINE)


@dataclass(frozen=True)
class File:
    """A file of the page: its ``content``, its type, and an ``etag`` that names the content."""

    content: bytes
    media_type: str
    etag: str


@cache
def files() -> dict[str, File]:
    """Return the files by name; ``join.html`` is the document, ``privacy`` a page of its own."""
    script = packed(
        [PAGE / SCRIPTS[0]]
        + [MARKING / name for name in MARKING_SCRIPTS]
        + [PAGE / name for name in (*SCRIPTS[1:], "page.js")]
    )
    style = packed([MARKING / "marking.css", PAGE / "pupil.css"])
    document = (PAGE / "join.html").read_text(encoding="utf-8")
    version = _digest((script + style).encode("utf-8"))
    document = document.replace("{version}", version)
    return {
        "privacy": _file(privacy_page(version), "text/html"),
        "join.html": _file(document, "text/html"),
        "page.js": _file(script, "text/javascript"),
        "page.css": _file(style, "text/css"),
    }


def packed(paths: list[Path]) -> str:
    """Return the files joined, without indents and without the comments that have lines of their
    own: a third of them. None of the files has a string of several lines."""
    joined = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return _INDENT.sub("", _COMMENT.sub("", joined))


def _file(text: str, media_type: str) -> File:
    content = text.encode("utf-8")
    return File(content, media_type, f'"{_digest(content)}"')


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
