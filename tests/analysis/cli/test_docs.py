"""Every sub-command has help and stands in docs/cli.md, whose examples say what really comes."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from analysis.cli.main import COMMANDS, main, parser
from tests.analysis.cli.command import call

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
NEAR = 0.05
"""How far a score may be from the documented one: processors differ in the last digits."""

_ARTICLE = re.compile(r"`(\S+)`:\n\n```text\n(.*?)```", re.DOTALL)
_TABLE = re.compile(r"`(\S+\.csv)`(?::| is)\n\n```csv\n(.*?)```", re.DOTALL)
_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LOOSE = re.compile(r"(…|[-+]?\b\d+\.\d+\.\d+\b|[-+]?\b\d+\.\d+\b)")


def examples() -> list[tuple[str, str]]:
    """Each documented command with the output below it."""
    blocks = _CONSOLE.findall(DOCUMENT)
    parts = (part for one in blocks for part in re.split(r"^\$ ", one, flags=re.MULTILINE)[1:])
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def same(shown: str, real: str) -> bool:
    """Whether output is what is shown: … stands for anything, scores may differ a little, versions
    are whatever they are."""
    pattern, scores = "", []
    for piece in _LOOSE.split(shown):
        if piece == "…":
            pattern += ".*?"
        elif re.fullmatch(r"\d+\.\d+\.\d+", piece):
            pattern += r"\d+\.\d+\.\d+"
        elif _LOOSE.fullmatch(piece):
            pattern += r"([-+]?\d+\.\d+)"
            scores.append(float(piece))
        else:
            pattern += re.escape(piece)
    found = re.fullmatch(pattern, real, re.DOTALL)
    return found is not None and all(
        abs(float(one) - score) <= NEAR for one, score in zip(found.groups(), scores, strict=True)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the documented articles and tables."""
    articles = _ARTICLE.findall(DOCUMENT)
    assert [name for name, _ in articles] == ["town.txt", "bridge.txt", "pool.txt", "baths.txt"]
    for name, text in articles:
        (tmp_path / name).write_text(text, encoding="utf-8")
    tables = _TABLE.findall(DOCUMENT)
    assert [name for name, _ in tables] == [
        *("desk.csv", "house.csv", "typerighter.csv", "archive.csv"),
    ]
    for name, text in tables:
        (tmp_path / name).write_text(text, encoding="utf-8")
    broken = "rule,pattern,severity\nRegime,regime,error\njunta,junta,high\n"
    (tmp_path / "broken.csv").write_text(broken, encoding="utf-8")
    joined = "“Never,” said the mayor’s caf".encode() + "é owner.\n".encode("cp1252")
    (tmp_path / "joined.txt").write_bytes(joined)
    return tmp_path


def test_the_examples_of_the_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("SLANT_RULES", raising=False)
    monkeypatch.delenv("SLANT_DATABASE_URL", raising=False)
    monkeypatch.setenv("SLANT_DATA", str(folder / "desk"))
    status, run = 0, 0
    for command, shown in examples():
        program, *arguments = shlex.split(command)
        if program == "slant":
            done = call(main, *arguments, folder=folder)
            status, run = done.returncode, run + 1
            # A CSV's line ends are CRLF, which a terminal does not show.
            real = (done.stderr + done.stdout).decode().replace("\r\n", "\n")
        elif program == "echo":
            real = f"{status}\n"
        elif program == "cat":
            data = (folder / arguments[0]).read_bytes()
            real = data.decode("utf-8", "backslashreplace")
        elif program == "mkdir":
            (folder / arguments[0]).mkdir()
            real = ""
        else:
            assert program == "ls"
            real = "".join(f"{one.name}\n" for one in sorted((folder / arguments[0]).iterdir()))
        assert same(shown, real), f"$ {command}\n{real}"
    assert run > 8


@pytest.mark.parametrize(
    ("shown", "real", "expected"),
    [
        ("no 0.50\n", "no 0.51\n", True),
        ("no 0.50\n", "no 0.60\n", False),
        ("no 0.50\n", "likely 0.50\n", False),
        ("slant 1.2.3\n", "slant 0.9.10\n", True),
        ("a\n…\nb\n", "a\n1\n2.0\nb\n", True),
        ("a\n…\nb\n", "a\n1\n2.0\nc\n", False),
        ("", "anything", False),
    ],
)
def test_outputs_are_compared(shown: str, real: str, expected: bool) -> None:
    assert same(shown, real) is expected


def arguments_of(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """What a command takes, and what the commands inside it take."""
    found = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            inside = [one for choice in action.choices.values() for one in arguments_of(choice)]
            found += inside if parser.prog != "slant" else []
        else:
            found.append(action)
    return found


def subparsers() -> dict[str, argparse.ArgumentParser]:
    """The parser of every sub-command, and of ``slant`` itself under an empty name."""
    whole = parser()
    (commands,) = (
        action for action in whole._actions if isinstance(action, argparse._SubParsersAction)
    )
    return {"": whole, **commands.choices}


def test_every_command_has_help_and_is_documented() -> None:
    found = subparsers()
    assert set(found) == {"", *COMMANDS}
    run = {" ".join(command.split()[:2]) for command, _ in examples()}
    for name, one in found.items():
        assert one.description
        assert all(action.help for action in arguments_of(one)), name
        heading = f"\n## slant {name}".rstrip()
        assert f"{heading}\n" in DOCUMENT
        assert not name or f"slant {name}" in run


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_option_is_documented(name: str) -> None:
    section = DOCUMENT.split(f"\n## slant {name}".rstrip() + "\n")[1].split("\n## ")[0]
    for action in arguments_of(subparsers()[name]):
        options = [one for one in action.option_strings if one.startswith("--")]
        assert all(one in section or one in ("--help", "--output") for one in options)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_shown(name: str) -> None:
    done = call(main, *name.split(), "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    shown = " ".join(done.stdout.decode().split())
    assert str(subparsers()[name].description) in shown
    assert "exit status 2" in shown


def test_the_readme_begins_with_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    (\S.*?)(?:  +#.*)?$", readme, flags=re.MULTILINE)
    assert commands[:2] == ["make app", "make test"]
    assert "uvx --from . slant" in readme
    assert "docs/cli.md" in readme
