"""``.slant.toml``: what it says, what it may not say, and for which files it counts."""

from pathlib import Path

import pytest

from analysis.rules.linting.choices import NOTHING_TO_CHECK, Choices, Options
from analysis.rules.linting.settings import (
    BadSettings,
    Settings,
    default_settings,
    read_settings,
    settings_file,
)


def written(folder: Path, content: str | bytes) -> Path:
    file = folder / ".slant.toml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_all_settings_are_read(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        """
        rules = ["rules/house.csv", "../shared"]
        fail-on = "warning"
        min-severity = "warning"
        baseline = "known.json"
        section = "news"
        model = false
        ignore = ["slant.doubting-verbs"]
        exclude = ["drafts/"]
        """,
    )
    settings = read_settings(file)
    folder = tmp_path.resolve()
    assert settings.rules == (folder / "rules/house.csv", folder / "../shared")
    assert settings.baseline == folder / "known.json"
    assert (settings.fail_on, settings.min_severity) == ("warning", "warning")
    assert (settings.section, settings.model) == ("news", False)
    assert settings.ignore == {"slant.doubting-verbs"}
    assert settings.excludes(str(tmp_path / "drafts" / "one.md"))
    assert not settings.excludes(str(tmp_path / "news" / "one.md"))


def test_an_empty_file_sets_nothing(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, "\ufeff")) == Settings(tmp_path.resolve())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "fail_on = 'error'",
            "unknown setting 'fail_on': take one of rules, fail-on, min-severity",
        ),
        ("fail-on = 'fatal'", "fail-on in it is 'fatal': take one of note, warning, error, never"),
        ("fail-on = 3", "fail-on in it is 3: take one of"),
        ("min-severity = 'never'", "min-severity in it is 'never': take one of note, warning"),
        ("rules = 'house.csv'", 'rules in it is no list of texts: write it as ["one", "two"]'),
        ("rules = [1]", "rules in it is no list of texts"),
        ("rules = ['']", "rules in it is no file's name"),
        ("baseline = []", "baseline in it is no text: put it in quotation marks"),
        ("model = 'no'", "model in it is neither true nor false"),
        ("ignore = 'a'", "ignore in it is no list of texts"),
        ("section = 1", "section in it is no text"),
        ("overrides = ['a']", "begin each with [[overrides]]"),
        ("[[overrides]]\nsection = 'a'", "an override in it names no files"),
        ("[[overrides]]\nfiles = ['a']\nrules = []", "unknown setting 'rules'"),
        ("[[overrides]]\nfiles = 'a'", "files in it is no list of texts"),
        ("exclude = ['!']", "has a pattern that cannot be read"),
        ("rules = [", "is not TOML ("),
        (b"section = '\xff'", "is not UTF-8: save it as that"),
        (b"#" * (1024 * 1024 + 1), "more than 1 MB"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, content: str | bytes, said: str) -> None:
    file = written(tmp_path, content)
    with pytest.raises(BadSettings) as raised:
        read_settings(file)
    assert raised.value.message.startswith(f"{file}: ")
    assert said in raised.value.message
    assert "\n" not in raised.value.message


def test_settings_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="cannot be read"):
        read_settings(tmp_path / "none.toml")


def test_an_override_counts_for_its_files_and_the_last_wins(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        """
        ignore = ["a"]
        [[overrides]]
        files = ["opinion/**"]
        section = "opinion"
        model = false
        ignore = ["b"]
        [[overrides]]
        files = ["*.txt"]
        section = "wire"
        fail-on = "never"
        min-severity = "error"
        """,
    )
    settings = read_settings(file)
    plain = settings.of(str(tmp_path / "news" / "a.md"))
    opinion = settings.of(str(tmp_path / "opinion" / "deep" / "a.md"))
    both = settings.of(str(tmp_path / "opinion" / "a.txt"))
    assert (plain.section, plain.model, plain.ignore) == ("", True, {"a"})
    assert (opinion.section, opinion.model, opinion.ignore) == ("opinion", False, {"a", "b"})
    assert (both.section, both.model, both.fail_on) == ("wire", False, "never")
    assert both.min_severity == "error"


def test_the_nearest_file_counts_and_the_search_ends_at_a_repository(tmp_path: Path) -> None:
    outer = written(tmp_path, "")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "news" / "may").mkdir(parents=True)
    article = tmp_path / "repository" / "news" / "may" / "a.md"
    assert settings_file(str(tmp_path / "a.md")) == outer.resolve()
    assert settings_file(str(article)) is None
    at_top = written(tmp_path / "repository", "")
    assert settings_file(str(article)) == at_top.resolve()
    near = written(tmp_path / "repository" / "news", "")
    assert settings_file(str(article)) == near.resolve()


def test_without_settings_paths_are_relative_to_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: elsewhere")  # a worktree has a file
    settings = default_settings(str(tmp_path / "news" / "a.md"))
    assert settings.relative(str(tmp_path / "news" / "a.md")) == "news/a.md"


def test_options_go_before_settings(tmp_path: Path) -> None:
    written(tmp_path, "fail-on = 'never'\nsection = 'news'\nmodel = false\nrules = ['none.csv']")
    article = str(tmp_path / "a.md")
    own = Choices(Options()).settings(article)
    assert (own.fail_on, own.section, own.model) == ("never", "news", False)
    given = Options(fail_on="note", model=True, rules=("x.csv",), baseline="b")
    other = Choices(given).settings(article)
    assert (other.fail_on, other.section, other.model) == ("note", "news", True)
    assert (other.rules, other.baseline) == ((Path("x.csv"),), Path("b"))
    assert Choices(Options(with_config=False)).settings(article).fail_on == "error"


def test_one_file_of_settings_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "section = 'news'")
    (tmp_path / "ci").mkdir()
    other = tmp_path / "ci" / "other.toml"
    other.write_text("section = 'sport'\nrules = ['a.csv']\nexclude = ['/drafts/']\n")
    monkeypatch.chdir(tmp_path)
    settings = Choices(Options(config="ci/other.toml")).settings("news/a.md")
    assert settings.section == "sport"
    # Its paths are its own, its globs those of where the command runs.
    assert settings.rules == (tmp_path.resolve() / "ci" / "a.csv",)
    assert settings.excludes("drafts/a.md")


def test_bad_settings_say_so_for_each_file_and_are_read_once(tmp_path: Path) -> None:
    file = written(tmp_path, "colour = true")
    choices = Choices(Options())
    for name in ("a.md", "b.md"):
        with pytest.raises(BadSettings, match="colour"):
            choices.settings(str(tmp_path / name))
        file.unlink(missing_ok=True)


def test_rules_of_several_files_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, rows in {"a": "x,one\ny,two", "b": "y,three"}.items():
        (tmp_path / f"{name}.csv").write_text(f"rule,pattern\n{rows}\n", encoding="utf-8")
    written(tmp_path, "rules = ['a.csv', 'b.csv']")
    choices = Choices(Options())
    settings = choices.settings(str(tmp_path / "a.md"))
    found = choices.rules(settings)
    assert [(rule.rule, rule.pattern) for rule in found.rules] == [("x", "one"), ("y", "three")]
    # Without any of its own, a file is checked with the rules of the machine.
    monkeypatch.setenv("SLANT_RULES", str(tmp_path / "b.csv"))
    bare = Choices(Options(with_config=False))
    assert [rule.rule for rule in bare.rules(bare.settings(str(tmp_path / "a.md"))).rules] == ["y"]


def test_neither_rules_nor_model_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SLANT_RULES", raising=False)
    choices = Choices(Options(model=False))
    with pytest.raises(Exception, match=NOTHING_TO_CHECK[:30]):
        choices.rules(choices.settings(str(tmp_path / "a.md")))
