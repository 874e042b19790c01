"""How long a text and how large a document may be; how much time and memory its parser gets."""

from __future__ import annotations

from analysis.errors import TextTooLong

MAX_FILE_BYTES = 10 * 1024 * 1024
"""Largest document in bytes (10 MB): an illustrated article has one or two."""

MAX_WORDS = 100_000
"""Most words of a text, by white space, whichever way it comes in: a novel. Such a text takes 41 s
of one core to analyse, 270 MB of memory in all, and 1.5 MB on the page."""

MAX_CHARACTERS = 10 * MAX_WORDS
"""Most characters of a text, for those whose words are no words."""

SECONDS = 20
"""Processor time for one document. The slowest honest file tried, a browser's print of 92,000 words
on 136 pages, takes 4 seconds."""

MEMORY = 512 * 1024 * 1024
"""Address space for one parser, in bytes. Documents of 92,000 words need 60 MB of memory."""


def require_words(text: str) -> None:
    """Raise TextTooLong for a text over the limits."""
    if len(text) > MAX_CHARACTERS:
        raise TextTooLong(MAX_CHARACTERS, len(text))
    words = len(text.split())
    if words > MAX_WORDS:
        raise TextTooLong(MAX_WORDS, words, "words")
