"""Archives in every format, with other names of columns, and what is none."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import CannotRead
from analysis.rules.trial.archive import Archive, ArchiveArticle

ROWS = [
    {
        "id": "a1",
        "title": "Pool closes",
        "text": "The pool, “closed”.\nNobody; spoke.",
        "desk": "UK",
    },
    {"id": "a2", "title": "", "text": "Café reopens.", "desk": "sport"},
]
READ = [
    ArchiveArticle(ROWS[0]["text"], "Pool closes", name="a1"),
    ArchiveArticle(ROWS[1]["text"], "", name="a2"),
]


def written(folder: Path, ending: str) -> Path:
    path = folder / f"news{ending}"
    frame = pd.DataFrame(ROWS)
    if ending == ".parquet":
        frame.to_parquet(path)
    elif ending == ".csv":
        frame.to_csv(path, index=False)
    elif ending == ".tsv":
        frame.to_csv(path, index=False, sep="\t")
    else:
        lines = (json.dumps(row, ensure_ascii=False) for row in ROWS)
        path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".parquet", ".csv", ".tsv", ".jsonl", ".ndjson"])
def test_every_format(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path, ending)
    assert list(Archive(str(path))) == READ
    with_sections = list(Archive(str(path), {"section": "desk"}))
    assert [article.section for article in with_sections] == ["UK", "sport"]
    with pytest.raises(
        CannotRead, match=r"has no column words: .*--column text=.*it has id, title"
    ):
        list(Archive(str(path), {"text": "words"}))


def test_a_csv_table_of_a_european_excel(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes('id;text\r\n1;"Das Café; zu"\r\n'.encode("cp1252"))
    assert [article.text for article in Archive(str(path))] == ["Das Café; zu"]


def test_a_folder_has_an_article_a_file(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "pool.md").write_text(
        "---\ntitle: Pool closes\n---\n\nThe pool closed on Monday, and nobody spoke.\n",
        encoding="utf-8",
    )
    (tmp_path / "cafe.txt").write_text("The café reopens on Tuesday.", encoding="utf-8")
    (tmp_path / "cat.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    archive = Archive(str(tmp_path))
    articles = list(archive)
    assert [(one.path, one.name) for one in articles] == [
        ("cafe.txt", "cafe.txt"),
        ("2024/pool.md", "2024/pool.md"),
    ]
    assert articles[1].title == "Pool closes"
    assert (archive.skipped, archive.skipped_names) == (1, ["cat.png"])


def test_what_has_no_text_is_skipped_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "One."}\n{"text": null}\n{"text": " "}\n{"title": "x"}\n')
    archive = Archive(str(path))
    assert [article.name for article in archive] == ["number 1"]
    assert (archive.skipped, archive.skipped_names) == (3, ["number 2", "number 3", "number 4"])


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.parquet", None, "does not exist"),
        ("none.xyz", None, "does not exist"),
        ("news.docx", b"x", r"is no archive that is read here: give a file \.parquet"),
        ("news.parquet", b"no parquet", "is no Parquet file"),
        ("news.csv", b"", "is no CSV table"),
        ("news.csv", b'id,text\n1,"a', "is no CSV table"),
        ("news.jsonl", b'{"text": "a"}\n{"text"', "no object of JSON in line 2"),
        ("news.jsonl", b'["a"]', "no object of JSON in line 1"),
        ("folder", "folder", "is an empty folder"),
    ],
)
def test_what_is_no_archive(tmp_path: Path, name: str, content: bytes | str, says: str) -> None:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content == "folder":
        path.mkdir()
    with pytest.raises(CannotRead, match=says):
        list(Archive(str(path)))
