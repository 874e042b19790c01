"""How large a document may be, and how much time and memory its parser gets."""

from __future__ import annotations

from analysis.errors import CannotRead

MAX_FILE_BYTES = 10 * 1024 * 1024
"""Largest document in bytes (10 MB): an illustrated article has one or two."""

MAX_WORDS = 100_000
"""Most words of a document's text: a novel. One analysis takes less, which is checked there."""

MAX_CHARACTERS = 10 * MAX_WORDS
"""Most characters of a document's text, for texts whose words are no words."""

SECONDS = 20
"""Processor time for one document. The slowest honest file tried, a browser's print of 92,000 words
on 136 pages, takes 4 seconds."""

MEMORY = 512 * 1024 * 1024
"""Address space for one parser, in bytes. Documents of 92,000 words need 60 MB of memory."""


def require_words(text: str) -> None:
    """Raise CannotRead where a document's text is over the limits."""
    if len(text) > MAX_CHARACTERS or len(text.split()) > MAX_WORDS:
        raise CannotRead(
            "The file",
            f"has more than the {MAX_WORDS:,} words that one document may have",
            "split it and give one article at a time",
        )
