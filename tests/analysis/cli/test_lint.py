"""``slant lint``: files, options, exit statuses, and what goes where."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from analysis.cli.main import main
from tests.analysis.cli.command import FRENCH, Slant, call, in_folder

ROOT = Path(__file__).resolve().parents[3]

RULES = """rule,pattern,message,plainer,severity,state
house.regime,regime,Say government.,government|authorities,error,live
house.slams,slams,Say criticises.,criticises,warning,live
house.bus,bus,Say coach.,coach,note,live
house.mayor,mayor,Name her.,,error,draft
"""
TOWN = "The regime fell on Monday. “The regime is evil,” said Ana Hale.\n\nThe mayor left by bus.\n"
PLAIN = "The vote is due in May.\n"
LOADED = "The shameless council wasted two years on it.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SLANT_RULES", raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / "rules.csv").write_text(RULES, encoding="utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "town.txt").write_text(TOWN, encoding="utf-8")
    (tmp_path / "news" / "plain.md").write_text(PLAIN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def lint(folder: Path) -> Slant:
    return in_folder(main, "lint", folder)


def by_rules(lint: Slant, *arguments: str, **given: Any) -> subprocess.CompletedProcess[bytes]:
    return lint(*arguments, "--rules", "rules.csv", "--no-model", **given)


def test_a_line_a_finding_and_a_summary(lint: Slant) -> None:
    done = by_rules(lint, "news")
    assert done.stdout.decode() == (
        "news/town.txt:1:5: error: Say government: “regime” (plainer: “government” or "
        "“authorities”) [house.regime]\n"
        "news/town.txt:3:19: note: Say coach: “bus” (plainer: “coach”) [house.bus]\n"
        "\n"
        "1 error and 1 note in 2 files.\n"
        "1 finding fails this run.\n"
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_nothing_found(lint: Slant) -> None:
    done = by_rules(lint, "news/plain.md")
    assert (done.returncode, done.stdout) == (0, b"Nothing found in 1 file.\n")


@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        ("The regime fell.", "error", 1),
        ("The regime fell.", "never", 0),
        ("He slams it.", "error", 0),
        ("He slams it.", "warning", 1),
        ("The bus came.", "warning", 0),
        ("The bus came.", "note", 1),
        (PLAIN, "note", 0),
    ],
)
def test_what_fails_a_run(lint: Slant, text: str, fail_on: str, status: int) -> None:
    done = by_rules(lint, "-", "--fail-on", fail_on, stdin=text.encode())
    assert done.returncode == status


def test_the_model_notes_and_never_fails(lint: Slant) -> None:
    done = lint("-", "--fail-on", "note", stdin=LOADED.encode())
    assert done.returncode == 0
    assert b"<stdin>:1:5: note: " in done.stdout
    assert b"[slant.loaded-words]" in done.stdout
    assert done.stderr.count(b"\n") == 1
    assert b"No house rules are given" in done.stderr


def test_drafts_are_tried_only_if_asked_for_and_fail_nothing(lint: Slant) -> None:
    text = b"The mayor left."
    assert by_rules(lint, "-", stdin=text).stdout == b"Nothing found in 1 file.\n"
    done = by_rules(lint, "-", "--drafts", "--fail-on", "note", stdin=text)
    assert done.returncode == 0
    assert b"note: Draft: Name her: \xe2\x80\x9cmayor\xe2\x80\x9d [house.mayor]" in done.stdout


def test_what_is_below_the_least_severity_is_not_shown(lint: Slant) -> None:
    done = by_rules(lint, "news", "--min-severity", "error")
    assert b"1 error in 2 files." in done.stdout
    assert b"note" not in done.stdout
    silent = by_rules(lint, "-", "--min-severity", "error", "--fail-on", "note", stdin=b"A bus.")
    assert (silent.returncode, silent.stdout) == (0, b"Nothing found in 1 file.\n")


def test_standard_input_takes_the_place_of_a_file(lint: Slant, folder: Path) -> None:
    (folder / "opinion").mkdir()
    (folder / "opinion" / ".slant.toml").write_text("rules = ['../rules.csv']\nmodel = false\n")
    text = b"**The** regime <!-- slant-ignore house.bus --> fell.\n"
    done = lint("-", "--stdin-name", "opinion/new.md", "--format", "json", stdin=text)
    alerts = json.loads(done.stdout)["opinion/new.md"]
    assert [(one["Check"], one["Span"]) for one in alerts] == [
        ("house.regime", [9, 14]),
        ("slant.unused-ignore", [16, 46]),
    ]
    assert done.returncode == 1


def test_files_folders_and_globs_are_taken_once(lint: Slant, folder: Path) -> None:
    (folder / "news" / ".hidden.md").write_text("The regime fell.")
    done = by_rules(lint, "news/town.txt", "news", "**/*.txt", "./news/town.txt")
    assert b"1 error and 1 note in 2 files." in done.stdout


def test_an_empty_folder_is_said_and_no_error(lint: Slant, folder: Path) -> None:
    (folder / "empty").mkdir()
    done = by_rules(lint, "empty")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.startswith(b"slant: empty holds no file that ends in .md, ")


def test_a_folder_that_is_excluded_is_said_and_no_error(lint: Slant, folder: Path) -> None:
    (folder / ".slant.toml").write_text("exclude = ['news/']\n")
    for argument in ("news", "news/*.md"):
        done = by_rules(lint, argument)
        assert (done.returncode, done.stdout) == (0, b"")
        assert done.stderr.decode() == (
            f"slant: {argument}: the settings exclude all of it; name a file by itself to have "
            "it linted.\n"
        )
    assert not by_rules(lint, "news/plain.md").stderr
    part = by_rules(lint, ".", "--config", ".slant.toml")
    assert b"the settings exclude all of it" in part.stderr


def test_settings_of_the_folder(lint: Slant, folder: Path) -> None:
    (folder / ".slant.toml").write_text(
        "rules = ['rules.csv']\nmodel = false\nfail-on = 'note'\nignore = ['house.regime']\n"
        "exclude = ['news/plain.md']\n[[overrides]]\nfiles = ['*.txt']\nfail-on = 'never'\n"
    )
    done = lint("news")
    assert done.returncode == 0
    assert b"[house.bus]\n\n1 note in 1 file.\n" in done.stdout
    assert b"regime" not in done.stdout
    assert lint("news/plain.md").stdout == b"Nothing found in 1 file.\n"
    assert lint("news", "--fail-on", "note").returncode == 1
    assert lint("news", "--no-config", "--no-model").returncode == 2
    other = folder / "other.toml"
    other.write_text("rules = ['rules.csv']\nmodel = false\n")
    assert b"regime" in lint("news", "--config", "other.toml").stdout


def test_sections_and_paths_of_rules(lint: Slant, folder: Path) -> None:
    rows = "rule,pattern,message,severity,sections,paths\na,match,Sport.,error,sport,\n"
    (folder / "some.csv").write_text(f"{rows}b,match,News.,error,,news/*.txt\n")
    (folder / "news" / "town.txt").write_text("The match ended.")
    (folder / "sport.md").write_text("---\nsection: Sport\n---\n\nThe match ended.\n")

    def checks(*arguments: str) -> list[str]:
        done = lint(*arguments, "--rules", "some.csv", "--no-model", "--format", "json")
        return [one["Check"] for alerts in json.loads(done.stdout).values() for one in alerts]

    assert checks("news/town.txt") == ["b"]
    assert checks("sport.md") == ["a"]
    assert checks("sport.md", "--section", "news") == []
    assert checks("news/town.txt", "--section", "sport") == ["a", "b"]
    # What the file says of itself goes before what is set for its folder.
    (folder / ".slant.toml").write_text("section = 'sport'\n")
    assert checks("news/town.txt") == ["a", "b"]
    (folder / ".slant.toml").write_text("section = 'news'\n")
    assert checks("sport.md") == ["a"]


def test_comments_ignore_a_rule_at_one_place(lint: Slant, folder: Path) -> None:
    text = "The regime fell. <!-- slant-ignore house.regime: its own name -->\n\nThe regime fell.\n"
    (folder / "news" / "a.md").write_text(text)
    done = by_rules(lint, "news/a.md")
    assert done.stdout.startswith(b"news/a.md:3:5: error: ")
    assert b"1 error in 1 file; not shown: 1 ignored by comments." in done.stdout


def test_comments_without_a_use_are_notes_in_every_format(lint: Slant, folder: Path) -> None:
    text = "A day. <!-- slant-ignore house.bus --> It rained. <!-- slant-ignore house.bsu -->\n"
    (folder / "news" / "a.md").write_text(text)
    for name in ("text", "json", "rdjson", "sarif", "github"):
        done = by_rules(lint, "news/a.md", "--format", name, "--fail-on", "note")
        assert done.returncode == 0
        shown = done.stdout.decode()
        assert shown.count("This comment ignores house.bus where it finds nothing") == 1, name
        assert shown.count("ignores house.bsu, and no rule is called so: mend its name") == 1
    done = by_rules(lint, "news/a.md", "--min-severity", "warning")
    assert done.stdout == b"Nothing found in 1 file.\n"
    # A check that did not run finds nothing, and so says nothing of comments about it.
    model = "A day. <!-- slant-ignore slant.loaded-words -->\n"
    (folder / "news" / "a.md").write_text(model)
    assert by_rules(lint, "news/a.md").stdout == b"Nothing found in 1 file.\n"


def test_a_baseline_is_written_used_and_renewed(lint: Slant, folder: Path) -> None:
    wrote = by_rules(lint, "news", "--write-baseline", "known.json")
    assert (wrote.returncode, wrote.stdout) == (0, b"")
    assert wrote.stderr == b"slant: known.json holds 2 findings.\n"
    quiet = by_rules(lint, "news", "--baseline", "known.json")
    assert quiet.returncode == 0
    assert quiet.stdout == b"Nothing found in 2 files; not shown: 2 in the baseline.\n"
    (folder / "news" / "town.txt").write_text(f"{PLAIN}\nThe regime rose.\n\n{TOWN[:27]}\n")
    new = by_rules(lint, "news", "--baseline", "known.json")
    assert new.returncode == 1
    assert new.stdout.startswith(b"news/town.txt:3:5: error: ")
    assert b"1 error in 2 files; not shown: 1 in the baseline." in new.stdout
    assert b"slant: known.json: 1 of its findings no longer occurs; --write-baseline" in new.stderr
    again = by_rules(lint, "news", "--write-baseline", "known.json")
    assert again.stderr == (
        b"slant: known.json holds 2 findings; 1 that no longer occurs is removed.\n"
    )


def test_a_baseline_never_replaces_another_file(lint: Slant, folder: Path) -> None:
    done = by_rules(lint, "news/plain.md", "--write-baseline", "news/town.txt")
    assert done.returncode == 2
    assert (folder / "news" / "town.txt").read_text(encoding="utf-8") == TOWN
    assert b"news/town.txt: is damaged (it is not JSON)" in done.stderr


def test_what_cannot_be_linted_is_said_and_the_rest_is_done(lint: Slant, folder: Path) -> None:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no document")
    (folder / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    files = ("news/none.md", "broken.docx", "image.png", "x*.md", "news/town.txt")
    done = by_rules(lint, *files)
    assert done.returncode == 2
    assert done.stdout.startswith(b"news/town.txt:1:5: error: ")
    lines = done.stderr.decode().splitlines()
    assert [line.split()[1] for line in lines] == [*files[:4]]
    for name in ("json", "rdjson"):
        data = by_rules(lint, *files, "--format", name)
        assert data.returncode == 2
        assert b"house.regime" in json.dumps(json.loads(data.stdout)).encode()


def test_bad_rules_settings_and_baselines_are_said_once(lint: Slant, folder: Path) -> None:
    (folder / "bad.csv").write_text("rule,pattern,kind\nx,(,regex\n")
    done = lint("news", "--rules", "bad.csv", "--no-model")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"slant: bad.csv, line 2 (x): ")
    assert done.stderr.count(b"\n") == 1
    missing = lint("news", "--rules", "none.csv", "--no-model")
    assert missing.returncode == 2
    assert missing.stderr.startswith(b"slant: none.csv does not exist: check the")
    baseline = by_rules(lint, "news", "--baseline", "none.json")
    assert (baseline.returncode, baseline.stderr.count(b"\n")) == (2, 1)
    # Settings of one folder do not keep those of another from being linted.
    (folder / "sport").mkdir()
    (folder / "sport" / ".slant.toml").write_text("rule = []")
    (folder / "sport" / "a.md").write_text(PLAIN)
    done = by_rules(lint, "sport/a.md", "news/plain.md")
    assert (done.returncode, done.stdout) == (2, b"Nothing found in 1 file.\n")
    assert b".slant.toml: has the unknown setting 'rule'" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-", "-"), b"can be read only once"),
        (("a.md", "--stdin-name", "b.md"), b"--stdin-name says what standard input is: add -"),
        (("a.md", "--suppressed"), b"--suppressed is for SARIF: add --format sarif"),
        (("a.md", "--write-baseline", "b", "-o", "c"), b"leave --format and -o out"),
        (("a.md", "--fail-on", "fatal"), b"invalid choice: 'fatal'"),
        (("a.md", "--baseline", "a", "--write-baseline", "b"), b"not allowed with argument"),
        ((), b"the following arguments are required: FILE"),
        (("news/plain.md", "--no-model"), b"There is nothing to check with"),
        (("",), b"An empty name was given: give a file or a folder"),
    ],
)
def test_wrong_calls_are_one_line(lint: Slant, arguments: tuple[str, ...], said: bytes) -> None:
    done = lint(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert said in done.stderr


def test_empty_and_foreign_texts_are_no_errors(lint: Slant) -> None:
    empty = by_rules(lint, "-", stdin=b"")
    assert empty.returncode == 0
    foreign = by_rules(lint, "-", stdin=f"{FRENCH} Le regime est là.".encode())
    assert foreign.returncode == 1
    assert b"<stdin>: " in foreign.stderr


def test_output_goes_into_a_file_whole(lint: Slant, folder: Path) -> None:
    done = by_rules(lint, "news", "-o", "found.txt")
    assert (done.returncode, done.stdout) == (1, b"")
    assert (folder / "found.txt").read_bytes() == by_rules(lint, "news").stdout
    by_rules(lint, "news", "--format", "json", "-o", "found.json")
    assert "news/town.txt" in json.loads((folder / "found.json").read_bytes())
    refused = by_rules(lint, "news", "-o", "news/town.txt")
    assert refused.returncode == 2
    assert (folder / "news" / "town.txt").read_text(encoding="utf-8") == TOWN


@pytest.mark.parametrize("read", ["rules.csv", "known.json", ".slant.toml"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_output_never_replaces_rules_or_settings(
    lint: Slant, folder: Path, read: str, form: str
) -> None:
    (folder / ".slant.toml").write_text(
        "rules = ['rules.csv']\nmodel = false\nbaseline = 'known.json'\n"
    )
    lint("news", "--write-baseline", "known.json")
    before = (folder / read).read_bytes()
    done = lint("news", "--format", form, "-o", read)
    assert done.returncode == 2
    assert f"{read} cannot be written (it is read for this run): give another" in str(done.stderr)
    assert (folder / read).read_bytes() == before


def test_rules_that_can_find_nothing_are_said(lint: Slant, folder: Path) -> None:
    (folder / "none.csv").write_text("rule,pattern\n")
    done = lint("news", "--rules", "none.csv", "--no-model")
    assert done.returncode == 2
    assert b"slant: There is no rule in none.csv: write some" in done.stderr
    (folder / "drafts.csv").write_text("rule,pattern,state\na,regime,draft\n")
    done = lint("news", "--rules", "drafts.csv", "--no-model")
    assert done.returncode == 0
    assert done.stderr.startswith(b"slant: All house rules are drafts, which find nothing here: ")
    assert done.stderr.count(b"\n") == 1
    assert not lint("news", "--rules", "drafts.csv", "--no-model", "--drafts").stderr


def test_a_path_that_is_no_unicode_is_shown_in_every_format(lint: Slant, folder: Path) -> None:
    name = "b\udcff.md"
    try:
        (folder / name).write_text("The regime fell.")
    except OSError:
        pytest.skip("this file system takes Unicode only")
    for form in ("text", "json", "rdjson", "sarif", "github"):
        done = by_rules(lint, ".", "--format", form)
        assert done.returncode == 1
        assert b"house.regime" in done.stdout


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "colour"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_only_on_a_terminal(
    folder: Path, environment: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = Terminal(io.BytesIO(), encoding="utf-8")
    with patch.object(sys, "stdout", out):
        status = main(["lint", "news", "--rules", "rules.csv", "--no-model"])
    written = out.buffer.getvalue()  # type: ignore[attr-defined]
    assert status == 1
    assert (b"\x1b[31merror:\x1b[0m" in written) is colour


def run(folder: Path, *arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """Run ``slant lint`` as a process of its own; ``code`` runs in it afterwards."""
    script = (
        "import sys; from analysis.cli.main import main; status = main(); "
        f"{code or 'pass'}; sys.exit(status)"
    )
    return subprocess.run(
        [sys.executable, "-c", script, "lint", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_exit_statuses_of_a_real_process(folder: Path) -> None:
    given = ("--rules", "rules.csv", "--no-model")
    # Without a finding no network is loaded, which is most of the time.
    loaded = "print([one for one in ('onnxruntime', 'tokenizers') if one in sys.modules])"
    clean = run(folder, "news/plain.md", *given, code=loaded)
    assert (clean.returncode, clean.stdout) == (0, "Nothing found in 1 file.\n[]\n")
    assert run(folder, "news/town.txt", *given).returncode == 1
    broken = call(main, "lint", "news/plain.md", "none.md", *given, folder=folder)
    assert broken.returncode == 2
    assert broken.stderr == b"slant: none.md does not exist: check the file's name.\n"
    assert broken.stdout == b"Nothing found in 1 file.\n"
