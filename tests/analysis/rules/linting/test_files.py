"""Which files a name, a folder and a glob mean."""

from contextlib import chdir
from pathlib import Path

import pytest

from analysis.errors import CannotRead
from analysis.rules.linting.files import content_of, named_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        *("a.md", "b.TXT", "c.html", "d.htm", "e.markdown", "image.png", "letter.docx"),
        *("news/f.md", "news/may/g.txt", ".hidden/h.md", "news/.i.md", "[x]*.md"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The bus came.")
    (tmp_path / "news" / "loop").symlink_to(tmp_path)
    return tmp_path


def names(argument: str, folder: Path) -> list[str]:
    with chdir(folder):
        return [name for name, _ in named_files(argument)]


def test_a_folder_means_its_articles(folder: Path) -> None:
    found = ["[x]*.md", "a.md", "b.TXT", "c.html", "d.htm", "e.markdown", "news/f.md"]
    assert names(".", folder) == [*found, "news/may/g.txt"]
    assert names("news", folder) == ["news/f.md", "news/may/g.txt"]
    (folder / "empty").mkdir()
    assert names("empty", folder) == []


def test_a_file_means_itself_whatever_it_is(folder: Path) -> None:
    with chdir(folder):
        assert list(named_files("image.png")) == [("image.png", False)]
        assert list(named_files("none.md")) == [("none.md", False)]
        assert list(named_files("[x]*.md")) == [("[x]*.md", False)]
        assert list(named_files("a*.md")) == [("a.md", True)]


def test_globs(folder: Path) -> None:
    assert names("*.md", folder) == ["[x]*.md", "a.md"]
    assert "news/may/g.txt" in names("news/**", folder)
    assert names("news/**/*.txt", folder)[-1:] == ["news/may/g.txt"]
    assert not any(name.endswith("png") for name in names("**", folder))
    assert names("*.docx", folder) == ["letter.docx"]


def test_a_glob_without_a_file_is_an_error(folder: Path) -> None:
    with pytest.raises(CannotRead, match=r"^news/\*\.pdf names no file: check it"):
        names("news/*.pdf", folder)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.md", "does not exist: check the file's name"),
        ("a\0.md", "is no file's name"),
        ("news", "cannot be read (Is a directory)"),
    ],
)
def test_what_cannot_be_read_is_named(folder: Path, name: str, said: str) -> None:
    with chdir(folder), pytest.raises(CannotRead) as raised:
        content_of(name)
    assert said in raised.value.message
