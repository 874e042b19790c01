"""A file is opened as an export if it is one; a damaged one says what to do; nothing does harm."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import docx
import pytest

from analysis.corpus.reading.exports import opening
from analysis.corpus.reading.exports.glance import is_export
from analysis.corpus.reading.exports.opening import open_file, recognises
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import CannotRead
from tests.analysis.corpus.reading.exports.made import layouts
from tests.analysis.corpus.reading.exports.made.articles import invented
from tests.analysis.corpus.reading.exports.made.pdf_files import pdf
from tests.analysis.corpus.reading.exports.made.record import Row
from tests.analysis.corpus.reading.exports.made.rtf_files import rtf
from tests.analysis.corpus.reading.exports.made.word_files import word
from tests.analysis.reading.documents.hostile import FILES, HOSTILE

NONE = Choices({})


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def is_recognised(path: Path) -> bool:
    return recognises(path, path.read_bytes()[: 64 * 1024])


def test_articles_of_a_word_file_with_one_that_has_no_text(tmp_path: Path) -> None:
    articles = invented(40, 3, ("{n} %B %Y",))
    articles[1].body = []
    path = file(tmp_path, "a.docx", word(layouts.nexis(articles, 5)))
    reader = open_file(path, NONE)
    found = list(reader.articles())
    assert [one.place for one in found] == ["article 1", "article 2", "article 3"]
    assert isinstance(found[0], Found)
    known = articles[1].truth()
    assert found[1] == Unreadable(
        "article 2",
        "EmptyText",
        "The article has no text in this export.",
        title=known.title,
        outlet=known.outlet,
        author=known.author,
        section=known.section,
        date=known.date,
    )
    assert (reader.claimed(), reader.total, reader.kind) == (5, 3, "a Nexis export")
    assert reader.share_read() == 1
    assert list(reader.articles()) == found


def test_dates_that_are_not_clear_are_said(tmp_path: Path) -> None:
    articles = invented(41, 3, ("%d/%m/%Y",))
    path = file(tmp_path, "a.rtf", rtf(layouts.nexis_old(articles, 3)))
    reader = open_file(path, NONE)
    assert [one.date for one in reader.articles() if isinstance(one, Found)] == ["", "", ""]
    assert list(reader.notes) == [
        "3 of 3 dates are left empty, as they do not say whether day or month comes first: add "
        "--day-first or --month-first."
    ]
    reader = open_file(path, Choices({}, day_first=True))
    days = [one.date for one in reader.articles() if isinstance(one, Found)]
    assert days == [one.truth().date for one in articles]
    assert not reader.notes


@pytest.mark.parametrize("name", ["plain.docx", "by-hand.pdf"])
def test_a_single_article_is_no_export(name: str) -> None:
    assert not is_recognised(FILES / name)


def test_exports_are_recognised_by_what_they_hold(tmp_path: Path) -> None:
    articles = invented(42, 2, ("{n} %B %Y",))
    made = {
        "nexis.docx": word(layouts.nexis(articles, 2)),
        "factiva.bin": word(layouts.factiva_tagged(articles, 2)),
        "old": rtf(layouts.nexis_old(articles, 2)),
        "factiva": pdf(layouts.factiva(articles, None), "factiva"),
    }
    for name, data in made.items():
        path = file(tmp_path, name, data)
        assert is_recognised(path), name
        assert "export" in open_file(path, NONE).kind, name


def test_other_files_are_not_recognised(tmp_path: Path) -> None:
    for data in (b"", b"End of Document\n", b"PK\x03\x04 and nothing", b"1 of 3 DOCUMENTS", b"\0"):
        assert not is_recognised(file(tmp_path, "x.txt", data))


def test_a_file_that_is_no_export(tmp_path: Path) -> None:
    path = file(tmp_path, "letter.rtf", rtf([Row("Dear Ana,"), Row("The pool is closed.")]))
    with pytest.raises(CannotRead) as caught:
        list(open_file(path, NONE).articles())
    assert caught.value.message == (
        "letter.rtf is an RTF file, but no export of Nexis or Factiva: export the full documents, "
        "several in one file, from Nexis or Factiva."
    )


@pytest.mark.parametrize(
    "name",
    ["cut.docx", "lying sizes.docx", "entity bomb.docx", "page loop.pdf"],
)
def test_no_file_does_harm(name: str, tmp_path: Path) -> None:
    path = file(tmp_path, name, HOSTILE[name]())
    with pytest.raises(CannotRead) as caught:
        list(open_file(path, NONE).articles())
    message = caught.value.message
    assert message.startswith(name)
    assert message.endswith(".")
    assert "paste" not in message


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1 " + b"{" * 100_000,
        b"{\\rtf1 \\u99999999? \\bin99999999999 x}",
        b"{\\rtf1\\ansi\\ansicpg99999 \\'ff\\'f \\u }" + b"}" * 1000,
        b"{\\rtf1 \\bin-5 \\'zz \\uc-1\\u-70000 x \\v \\v0 \\v0 }",
    ],
)
def test_broken_rtf(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"no export|is damaged"):
        list(open_file(file(tmp_path, "a.rtf", data), NONE).articles())


def test_a_file_that_is_gone_is_the_fault_of_the_system(tmp_path: Path) -> None:
    """Which ends the run to be resumed; a damaged file would be left out for good."""
    path = file(tmp_path, "a.rtf", rtf(layouts.nexis(invented(40, 2, ("{n} %B %Y",)), 5)))
    reader = open_file(path, NONE)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        list(reader.articles())


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_BYTES", 1024**2)
    path = file(tmp_path, "a.rtf", b"{\\rtf1 " + bytes(1024**2))
    with pytest.raises(CannotRead, match=r"larger than the 1 MB .*: export it without pictures"):
        open_file(path, NONE)


@pytest.mark.parametrize("text", ["</w:p>" * 200_000, "<w:br" * 200_000, " " * 900_000])
def test_no_text_is_looked_through_for_long(text: str, tmp_path: Path) -> None:
    """Each took hours while the marks were looked for from each line on."""
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", text)
    begun = time.process_time()
    assert not is_export(tmp_path / "a.docx", "word")
    assert time.process_time() - begun < 5


def test_a_package_with_too_many_parts_is_not_listed(tmp_path: Path) -> None:
    data = bytearray(word(layouts.nexis(invented(40, 2, ("{n} %B %Y",)), 5)))
    assert is_export(file(tmp_path, "a.docx", bytes(data)), "word")
    end = data.rindex(b"PK\5\6")
    data[end + 12 : end + 16] = (2**31).to_bytes(4, "little")
    assert not is_export(file(tmp_path, "b.docx", bytes(data)), "word")


def test_a_word_file_is_looked_through_within_limits(tmp_path: Path) -> None:
    document = docx.Document()
    for run in ("End of", " Document"):  # a line is often several runs
        (document.paragraphs or [document.add_paragraph()])[0].add_run(run)
    saved = io.BytesIO()
    document.save(saved)
    assert is_export(file(tmp_path, "a.docx", saved.getvalue()), "word")
    assert not is_export(file(tmp_path, "b.docx", HOSTILE["lying sizes.docx"]()), "word")


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"kind": "x", "claimed": "3", "pieces": [], "unclear_dates": 0},
        {"kind": "x", "claimed": 3, "pieces": [{"text": "x"}], "unclear_dates": 0},
        {"kind": "x", "claimed": 3, "pieces": [["x"]], "unclear_dates": 0},
        {"kind": "x", "claimed": 3, "pieces": {}, "unclear_dates": 0},
        {"kind": "x", "claimed": 3, "pieces": [], "unclear_dates": 0, "notices": [3]},
    ],
)
def test_a_malformed_answer_of_the_child_is_a_failure(
    answer: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening.sandbox, "start", lambda module: None)
    monkeypatch.setattr(opening.sandbox, "ask", lambda *_: answer)
    path = file(tmp_path, "a.rtf", b"{\\rtf1}")
    with pytest.raises(CannotRead, match="made the program that takes it apart fail"):
        list(open_file(path, NONE).articles())
