"""Limits for an export, which holds hundreds of articles where a document holds one.

Nexis gives at most 500 articles a file and Factiva 100; 500 articles of 800 words are 400,000
words, 3 MB of text.
"""

from __future__ import annotations

from analysis.reading.documents.sandbox import Allowed

MAX_BYTES = 100 * 1024 * 1024
"""Largest export in bytes (100 MB), pictures included."""

MAX_UNPACKED = 400 * 1024 * 1024
"""Most bytes of all parts of a Word file when decompressed."""

MAX_PARTS = 20_000
"""Most parts of a Word file; one with a few pictures an article has some thousands."""

MAX_TEXT = 40 * 1024 * 1024
"""Most characters of text; 500 articles have 3 million."""

MAX_ANSWER = 8 * MAX_TEXT
"""Most bytes of the child's answer; JSON needs at most six for a character."""

SECONDS = 300
"""Processor time for one export. A PDF of 92,000 words needs 4 seconds, so one of 500 long articles
less than a minute."""

MEMORY = 1024 * 1024 * 1024
"""Address space of the child in bytes; 1 GB is what a worker of an archive may have."""

ALLOWED = Allowed(MAX_ANSWER, SECONDS, MEMORY)
"""What the child process may use."""

WORKER = "analysis.corpus.reading.exports.worker"
"""The module that the child process runs."""

GLANCED_PAGES = 10
"""Pages of a PDF that show whether it is an export; an article that is longer is no news."""
