"""What the pupils' page is made of: one document, one script and one style, put together once.

The script and the style are joined from files, and drawn texts share those of the component
``dashboard/components/marking``. Their addresses carry a digest of their content, so that a browser
keeps them for good and a later visit asks for the document alone.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dashboard.pupil.privacy import privacy_page
from dashboard.server.plain_files import File, digest, file_of, packed

PAGE = Path(__file__).parent / "page"
MARKING = Path(__file__).parents[1] / "components" / "marking"
"""The component that draws texts to mark: its files, not its module, which needs Streamlit."""
MARKING_SCRIPTS = ("text.js", "bar.js", "reveal.js", "core.js")
SCRIPTS = ("kept.js", "server.js", "outbox.js", "lesson.js", "quiz.js", "work.js", "joining.js")
"""In the order in which they are joined; ``page.js``, which uses them, is the last."""


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
    version = digest((script + style).encode("utf-8"))
    document = document.replace("{version}", version)
    return {
        "privacy": file_of(privacy_page(version), "text/html"),
        "join.html": file_of(document, "text/html"),
        "page.js": file_of(script, "text/javascript"),
        "page.css": file_of(style, "text/css"),
    }
