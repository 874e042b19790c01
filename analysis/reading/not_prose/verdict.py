"""What a text is instead of an article."""

from __future__ import annotations

from analysis.reading.not_prose.code import is_code
from analysis.reading.not_prose.formats import format_of, json_or_xml
from analysis.reading.not_prose.lines import Lines, lines_of
from analysis.reading.not_prose.tables import is_log, is_pair, is_settings, is_table

FEW_LETTERS = 0.35
"""Smallest share of letters among characters that are no white space. Of 4,000 news articles the
lowest had 0.75; tables of numbers have a fifth."""

_SHORT = 80
"""A shorter text is never refused for its shares: three words and a score are a headline."""

_LONG_WORD = 30
"""Nothing between spaces is as long in English, but for web addresses."""

_CODE_FILES = frozenset(
    """.py .pyw .js .mjs .ts .tsx .jsx .java .c .h .cc .cpp .hpp .cs .go .rs .rb .php .pl .pm .sh
    .bash .zsh .bat .ps1 .r .swift .kt .scala .lua .sql .css .scss .less .vue .m .jl .f90 .asm .diff
    .patch .cmake .gradle .dart .ex .hs .clj .vb .tcl .vim""".split()  # noqa: SIM905
)
_SUBTITLES = "subtitles of another kind than .srt and .vtt"
_DATA_FILES = {
    ".csv": "a table (CSV)", ".tsv": "a table (TSV)", ".log": "a log", ".json": "data (JSON)",
    ".jsonl": "data (JSON)", ".ndjson": "data (JSON)", ".geojson": "data (JSON)",
    ".ipynb": "a notebook of program code", ".xml": "data (XML)", ".ics": "a calendar file",
    ".vcf": "an address card", ".bib": "a list of references", ".ris": "a list of references",
    ".yaml": "data (YAML)", ".yml": "data (YAML)", ".toml": "settings", ".ini": "settings",
    ".cfg": "settings", ".conf": "settings", ".properties": "settings", ".env": "settings",
    ".svg": "a drawing (SVG)", ".kml": "data (XML)", ".gpx": "data (XML)",
    ".opml": "a list of feeds",
    ".plist": "data (XML)", ".ttml": _SUBTITLES,
    ".dfxp": _SUBTITLES, ".po": "a list of translations",
}  # fmt: skip


def what_instead(text: str, suffix: str = "") -> str | None:
    """Return what ``text`` is instead of an article (“program code”), or None if it is prose.

    ``suffix`` is the ending of its file's name (``.csv``). An ending of code or data is believed
    unless the lines hold sentences.
    """
    lines = lines_of(text)
    code_file = suffix in _CODE_FILES
    named = code_file or suffix in _DATA_FILES
    if found := data_instead(text, suffix):
        return found
    if suffix in (".yaml", ".yml") and is_pair(lines.lines[:1]):
        return _DATA_FILES[suffix]
    if is_log(lines):
        return "a log"
    if is_table(lines, named=suffix in (".csv", ".tsv")):
        return "a table"
    if is_settings(lines, named):
        return _DATA_FILES.get(suffix, "data")
    if is_code(lines, code_file):
        return "program code"
    if found := _without_words(lines):
        return found
    if named and lines.sentences < 0.4:
        return _DATA_FILES.get(suffix, "program code")
    return None


def data_instead(text: str, suffix: str = "") -> str | None:
    """Return what ``text`` is by its signature, or that it is JSON or XML, or None."""
    found = format_of(text) or json_or_xml(text)
    return _DATA_FILES.get(suffix, found) if found else None


def _without_words(lines: Lines) -> str | None:
    """Find tables of numbers and encoded data: few letters, or hardly a word of usual length."""
    if len(lines.packed) < _SHORT:
        return None
    # Marks of other scripts belong to their words without being letters.
    letters = sum(char.isalpha() or not char.isascii() for char in lines.packed)
    if letters < FEW_LETTERS * len(lines.packed):
        return "numbers or data"
    long = (word for word in lines.head.split() if len(word) > _LONG_WORD and word.isascii())
    encoded = sum(len(word) for word in long if "://" not in word)
    return "encoded data" if encoded > 0.6 * len(lines.packed) else None
