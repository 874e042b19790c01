"""Limits on the size of texts and documents, and on the time and memory of document parsers."""

from __future__ import annotations

from analysis.errors import TextTooLong

MAX_FILE_BYTES = 10 * 1024 * 1024
"""Largest document in bytes (10 MB); an article with pictures has one or two."""

MAX_WORDS = 100_000
"""Most words of a text, separated by white space; a novel has about as many. Analysing such a text
takes 41 s on one core and 270 MB of memory; its page is 1.5 MB."""

MAX_CHARACTERS = 10 * MAX_WORDS
"""Most characters of a text, for text with few spaces between words."""

PARSER_SECONDS = 20
"""Processor time for parsing one document, in seconds. The slowest real file tried, a browser's
print of 92,000 words on 136 pages, takes 4 seconds."""

PARSER_MEMORY = 512 * 1024 * 1024
"""Address space of the parser process, in bytes. A document of 92,000 words needs 60 MB."""


def require_words(text: str) -> None:
    """Raise TextTooLong for a text over ``MAX_CHARACTERS`` or ``MAX_WORDS``."""
    if len(text) > MAX_CHARACTERS:
        raise TextTooLong(MAX_CHARACTERS, len(text))
    words = len(text.split())
    if words > MAX_WORDS:
        raise TextTooLong(MAX_WORDS, words, "words")
