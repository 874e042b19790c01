"""What ``/open`` is made of: one document, one script and one style."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dashboard.server.plain_files import File, digest, file_of, packed

PAGE = Path(__file__).parent / "page"
STYLES = Path(__file__).parents[1] / "pupil" / "page" / "pupil.css"
"""Both plain pages look alike."""


@cache
def files() -> dict[str, File]:
    """Return the files by name; ``open.html`` is the document."""
    script = packed([PAGE / "open.js"])
    style = packed([STYLES, PAGE / "open.css"])
    # Its comments are for those who read the source; a bookmark is as short as it can be.
    bookmark = " ".join(packed([PAGE / "bookmark.js"]).split())
    document = (PAGE / "open.html").read_text(encoding="utf-8")
    version = digest((script + style + bookmark).encode("utf-8"))
    return {
        "open.html": file_of(document.replace("{version}", version), "text/html"),
        "open.js": file_of(script, "text/javascript"),
        "open.css": file_of(style, "text/css"),
        "bookmark.js": file_of(bookmark, "text/javascript"),
    }
