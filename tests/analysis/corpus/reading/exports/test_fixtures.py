"""Exports in each layout and each kind of file are taken apart into the articles they hold."""

from __future__ import annotations

from pathlib import Path

from analysis.corpus.reading.exports.layouts.choosing import split
from analysis.corpus.reading.exports.worker import lines_of
from tests.analysis.corpus.reading.exports.made.fixtures import FIXTURES
from tests.analysis.corpus.reading.exports.made.measuring import Score, added, compared
from tests.analysis.corpus.reading.exports.made.record import Fixture

KINDS = {".docx": "word", ".rtf": "rtf", ".pdf": "pdf"}


def in_this_process(fixture: Fixture, folder: Path) -> Score:
    """Take a fixture apart as the child process does."""
    path = fixture.write(folder)
    notices: list[str] = []
    export = split(lines_of(path.read_bytes(), KINDS[path.suffix], notices), fixture.day_first)
    assert export is not None, fixture.name
    assert not notices, fixture.name
    return compared(fixture, export.pieces, export.claimed)


def test_articles_and_dates(tmp_path: Path) -> None:
    total = added([in_this_process(one, tmp_path) for one in FIXTURES])
    assert total.files >= 28
    assert total.split >= 0.99 * total.articles, "\n".join(total.wrong)
    assert total.dates >= 0.98 * total.articles, "\n".join(total.wrong)
    assert total.fields >= 0.98 * total.articles, "\n".join(total.wrong)
    assert total.claims == total.files, "\n".join(total.wrong)
