"""Requests that show what each address takes: texts written for this project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

VOTE = (
    "The mayor’s reckless plan would gut the library. “It is a hard choice,” said Ana Hale, who "
    "leads the council. Hale claimed that the town had no money left."
)

SAME_VOTE = (
    "The council plans to close the library on Fridays. Ana Hale, who leads the council, said it "
    "was a hard choice. She said that the town had no money left."
)

MARKED = "# Library to close\n\nThe mayor’s *reckless* plan would gut the library.\n"

ANALYZE: Mapping[str, Any] = {
    "article": {"text": VOTE, "title": "Library to close on Fridays", "source": "draft 3"},
    "text alone": {"text": VOTE},
}

LINT: Mapping[str, Any] = {
    "text": {"text": VOTE},
    "Markdown": {"text": MARKED, "kind": "markdown", "section": "news", "path": "news/library.md"},
    "house rules alone": {"text": VOTE, "model": False},
}

COMPARE: Mapping[str, Any] = {
    "two articles": {
        "articles": [
            {"text": VOTE, "source": "The Harbour Post"},
            {"text": SAME_VOTE, "source": "The Daily Ferry"},
        ]
    }
}
