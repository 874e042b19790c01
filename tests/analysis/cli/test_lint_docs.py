"""docs/lint.md and the hook of pre-commit: what they show is read and run in a small repository."""

import json
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from analysis.cli.lint import FORMATS
from analysis.cli.main import main
from analysis.rules.linting.settings import read_settings
from analysis.version import VERSION
from tests.analysis.cli.command import call

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

RULES = "rule,pattern,message,severity\nhouse.regime,regime,Say government.,error\n"
ARTICLES = {
    "news/town.md": "The vote is due in May. The regime fell.\n",
    "news/plain.txt": "The bus came late.\n",
    "opinion/ours.md": "The regime fell.\n",
    "code.py": "regime = 1\n",
}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", DOCUMENT, flags=re.DOTALL | re.MULTILINE)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SLANT_RULES", raising=False)
    git(tmp_path, "init", "--quiet")
    for name, text in {**ARTICLES, "rules/house.csv": RULES, "rules/sport/a.csv": RULES}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    git(tmp_path, "add", ".")
    return tmp_path


def run(folder: Path, command: str, **given: Any) -> subprocess.CompletedProcess[bytes]:
    program, *arguments = shlex.split(command)
    assert program == "slant"
    return call(main, *arguments, folder=folder, **given)


def test_the_settings_are_read_and_work(repository: Path) -> None:
    (block,) = blocks("toml")
    (repository / ".slant.toml").write_text(block, encoding="utf-8")
    settings = read_settings(repository / ".slant.toml")
    assert settings.rules is not None
    assert all(path.exists() for path in settings.rules)
    assert settings.excludes(str(repository / "archive" / "old.md"))
    assert settings.of(str(repository / "opinion" / "ours.md")).fail_on == "never"
    run(repository, "slant lint . --write-baseline slant-baseline.json")
    (repository / "news" / "new.md").write_text("A regime.\n")
    done = run(repository, "slant lint . --no-model")
    assert done.returncode == 1
    assert done.stdout.decode().startswith("news/new.md:1:3: error: Say government")
    assert "1 error in 4 files; not shown: 2 in the baseline." in done.stdout.decode()


def test_the_comments_ignore_what_they_say(repository: Path) -> None:
    (block,) = blocks("markdown")
    (repository / "news" / "club.md").write_text(block, encoding="utf-8")
    done = run(repository, "slant lint news/club.md --rules rules/house.csv --no-model")
    assert done.stdout == b"Nothing found in 1 file; not shown: 3 ignored by comments.\n"


def test_the_commands_run(repository: Path) -> None:
    commands = re.findall(r"^    (slant lint .*)$", DOCUMENT, flags=re.MULTILINE)
    assert len(commands) == 4
    for command in commands:
        own, _, other = command.partition(" | ")
        done = run(repository, f"{own} --rules rules/house.csv", stdin=b"The regime fell.")
        assert done.returncode in (0, 1), command
        if other.startswith("reviewdog"):
            diagnostics = json.loads(done.stdout)["diagnostics"]
            assert [one["code"]["value"] for one in diagnostics] == ["house.regime"]


def test_the_hook_runs_on_what_is_staged(repository: Path) -> None:
    precommit, _ = map(yaml.safe_load, blocks("yaml"))
    (place,) = precommit["repos"]
    (used,) = place["hooks"]
    assert used["id"] == HOOK["id"]
    assert place["rev"] == f"v{VERSION}"
    # What pre-commit hands over: the staged files of the hook's types, as its library names them.
    suffixes = {"markdown": ".md", "html": ".html", "plain-text": ".txt"}
    taken = tuple(suffixes[kind] for kind in HOOK["types_or"])
    staged = git(repository, "diff", "--cached", "--name-only").splitlines()
    files = [name for name in staged if name.endswith(taken)]
    assert sorted(files) == ["news/plain.txt", "news/town.md", "opinion/ours.md"]
    command = shlex.join([*shlex.split(HOOK["entry"]), *used["args"], *files])
    done = run(repository, command)
    assert done.returncode == 1
    assert done.stdout.count(b"[house.regime]") == 2
    assert (HOOK["language"], HOOK["require_serial"]) == ("python", True)


def test_the_actions_workflow_uploads_what_it_writes(repository: Path) -> None:
    _, workflow = map(yaml.safe_load, blocks("yaml"))
    steps = workflow["jobs"]["lint"]["steps"]
    (command,) = (one["run"] for one in steps if one.get("run", "").startswith("slant "))
    (upload,) = (one for one in steps if "upload-sarif" in one.get("uses", ""))
    assert run(repository, command).returncode == 1
    written = json.loads((repository / upload["with"]["sarif_file"]).read_bytes())
    assert [one["ruleId"] for one in written["runs"][0]["results"]] == ["house.regime"]
    assert upload["if"] == "always()"
    assert workflow["permissions"]["security-events"] == "write"


def test_every_format_and_setting_is_documented() -> None:
    from analysis.rules.linting.settings import _KEYS

    assert all(f"| `{name}` |" in DOCUMENT for name in FORMATS)
    (block,) = blocks("toml")
    assert all(re.search(rf"^(?:\[\[)?{key}\b", block, flags=re.MULTILINE) for key in _KEYS)
