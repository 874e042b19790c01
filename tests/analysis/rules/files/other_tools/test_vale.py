"""Vale styles, written here after its published format: what is taken, and what is left out."""

import os
import stat
import zipfile
from pathlib import Path

import pytest

from analysis.errors import CannotRead
from analysis.rules.files.other_tools.imported import Imported
from analysis.rules.files.other_tools.vale import package
from analysis.rules.files.other_tools.vale.styles import read_vale
from analysis.rules.files.rule_files import rules_from_csv, rules_to_csv
from analysis.rules.matching.matcher import Matcher
from analysis.rules.rule import Rule, RuleSet


def style(folder: Path, **checks: str) -> Imported:
    """What is read of a style ``Desk`` with these checks."""
    (folder / "Desk").mkdir()
    for name, text in checks.items():
        (folder / "Desk" / f"{name}.yml").write_text(text, encoding="utf-8")
    return read_vale(folder)


def found(rule: Rule, text: str) -> list[str]:
    matches = Matcher(RuleSet((rule,))).matches(text)
    return [text[match.start : match.end] for match in matches.found]


def reasons(imported: Imported) -> list[str]:
    return [one.reason for one in imported.left_out]


def test_existence(tmp_path: Path) -> None:
    imported = style(
        tmp_path,
        Hedges="extends: existence\n"
        "message: \"Consider removing '%s'.\"\n"
        "description: It weakens a sentence.\n"
        "level: suggestion\n"
        "link: https://example.org/hedges\n"
        "ignorecase: true\n"
        "exceptions: [arguably best]\n"
        "tokens:\n  - arguably\n  - appears to be\n  - no\n",
    )
    (rule,) = imported.rules.rules
    assert rule == Rule(
        "desk.hedges",
        "arguably|appears to be|no",
        "words",
        "Consider removing this wording.",
        severity="note",
        exceptions=("arguably best",),
        reason="It weakens a sentence.",
        link="https://example.org/hedges",
    )
    assert imported.left_out == ()


def test_existence_with_one_word_names_it(tmp_path: Path) -> None:
    imported = style(
        tmp_path, One="extends: existence\nmessage: \"Don't use '%s', 100%% sure.\"\ntokens: [very]"
    )
    (rule,) = imported.rules.rules
    assert rule.message == "Don't use 'very', 100% sure."
    assert (rule.case, rule.severity) == ("exact", "warning")


@pytest.mark.parametrize(
    ("keys", "text", "words"),
    [
        ("tokens: ['\\d+ ?percent', foo]", "It is 5 percent of food.", ["5 percent"]),
        ("nonword: true\ntokens: ['[.]{4}', foo]", "food.... Foo", ["foo", "...."]),
        ("ignorecase: true\ntokens: ['colou?rs']", "Colors and colours", ["Colors", "colours"]),
        ("raw: ['\\bso', '[- ]called\\b']", "so-called, so called", ["so-called", "so called"]),
        ("append: true\ntokens: [big]\nraw: ['\\s\\w+']", "a big deal", ["big deal"]),
        ("tokens: ['(?i)nato', EU+]", "Nato, eu and EU", ["Nato", "EU"]),
        ("nonword: true\ntokens: ['^Note']", "Note this.\nNote that. Note", ["Note", "Note"]),
    ],
)
def test_existence_by_expressions(tmp_path: Path, keys: str, text: str, words: list[str]) -> None:
    imported = style(tmp_path, X=f"extends: existence\nmessage: x\n{keys}\n")
    (rule,) = imported.rules.rules
    assert rule.kind == "regex"
    assert found(rule, text) == words


def test_substitution(tmp_path: Path) -> None:
    imported = style(
        tmp_path,
        Terms="extends: substitution\n"
        "message: Use '%s' instead of '%s'.\n"
        "level: error\n"
        "ignorecase: true\n"
        "swap:\n"
        "  abundance: plenty\n"
        "  '(?:give|gave) rise to': lead to|cause\n"
        "  javascript: JavaScript\n"
        "  within the (.*) folder: in the $1 folder\n",
    )
    plain, expression, spelling = imported.rules.rules
    assert [rule.rule for rule in imported.rules.rules] == [
        "desk.terms-1",
        "desk.terms-2",
        "desk.terms-3",
    ]
    assert (plain.kind, plain.pattern, plain.plainer) == ("phrase", "abundance", ("plenty",))
    assert plain.message == "Use 'plenty' instead of 'abundance'."
    assert expression.message == "Use 'lead to' or 'cause' instead of this wording."
    assert expression.plainer == ("lead to", "cause")
    assert found(expression, "It gave rise to doubt.") == ["gave rise to"]
    # What is written as the style wants it is not found, in any other case it is.
    assert found(spelling, "JavaScript, Javascript and javascript") == ["Javascript", "javascript"]
    assert reasons(imported) == [
        "“within the (.*) folder” is replaced by a part of what was found ($1)"
    ]
    assert not imported.left_out[0].whole


def test_occurrence(tmp_path: Path) -> None:
    imported = style(
        tmp_path,
        Commas="extends: occurrence\nmessage: 'Too many commas: %s'\nscope: sentence\n"
        "max: 3\ntoken: ','\n",
        However="extends: occurrence\nmessage: Again\nscope: summary\nmax: 1\ntoken: however\n"
        "ignorecase: true\n",
        Long="extends: occurrence\nmessage: Long\nscope: sentence\nmax: 25\ntoken: '\\b\\w+\\b'\n",
        Title="extends: occurrence\nmessage: Long\nscope: heading\nmax: 70\ntoken: .\n",
        Needed="extends: occurrence\nmessage: Missing\nmin: 1\ntoken: Licence\n",
    )
    commas, however = imported.rules.rules
    assert (commas.most, commas.within, commas.message) == (
        3,
        "sentence",
        "Too many commas: more than 3",
    )
    assert (however.most, however.within, however.kind) == (1, "text", "phrase")
    assert sorted(reasons(imported)) == [
        "asks for wordings that must be there (min), which no rule here can",
        "counts words or characters: the length of a text, not a wording",
        "counts words or characters: the length of a text, not a wording",
    ]


@pytest.mark.parametrize(
    ("scope", "parts"),
    [
        ("heading", ("headline",)),
        ("heading.h1.md", ("headline",)),
        ("text", ("headline", "body")),
        ("[heading, paragraph]", ("headline", "body")),
        ("~heading", ("body",)),
        ("sentence.md", ("headline", "body")),
    ],
)
def test_scopes(tmp_path: Path, scope: str, parts: tuple[str, ...]) -> None:
    imported = style(
        tmp_path, X=f"extends: existence\nmessage: x\nscope: {scope}\ntokens: [very]\n"
    )
    assert imported.rules.rules[0].parts == parts


@pytest.mark.parametrize(
    ("check", "reason"),
    [
        ("extends: spelling\nmessage: x\n", "checks the spelling of all words (spelling)"),
        ("extends: capitalization\nmessage: x\n", "is about capital letters"),
        ("extends: consistency\nmessage: x\n", "asks for one spelling of several"),
        ("extends: script\nmessage: x\n", "is a program (script)"),
        ("extends: sequence\nmessage: x\n", "looks at parts of speech"),
        ("extends: wishes\nmessage: x\n", "extends “wishes”, which is no kind of check"),
        ("extends: existence\ntokens: [a]\n", "has no message"),
        ("extends: existence\nmessage: x\n", "looks for nothing"),
        (
            "extends: existence\nmessage: x\ntokens: {a: b}\n",
            "other than a list of texts as tokens",
        ),
        ("extends: existence\nmessage: [x]\ntokens: [a]\n", "other than text as message"),
        ("extends: substitution\nmessage: x\nswap: [a, b]\n", "other than pairs of texts as swap"),
        ("extends: existence\nmessage: x\nlevel: fatal\ntokens: [a]\n", "a level that is none of"),
        ("extends: existence\nmessage: x\nscope: raw\ntokens: [a]\n", "looks at the scope raw"),
        ("extends: existence\nmessage: x\nscope: table.cell\ntokens: [a]\n", "scope table.cell"),
        ("extends: existence\nmessage: x\nscope: heading.h2\ntokens: [a]\n", "scope heading.h2"),
        ("extends: existence\nmessage: x\ntokens: ['(a', b]\n", "a “(” is not closed"),
        (
            "extends: existence\nmessage: x\nraw: ['[a-z-[aeiou]]']\n",
            "puts one class",
        ),
        ("extends: existence\nmessage: x\ntokens: ['a(?i)b']\n", "switches a flag in the middle"),
        ("extends: occurrence\nmessage: x\nmax: many\ntoken: a\n", "has no whole number as max"),
        ("a: &x [1]\nb: *x\nextends: existence\n", "uses aliases"),
        ("just a line", "is no check of a style"),
        ("a: [b\n", "is no YAML file (line"),
        ("[" * 3_000, "is no YAML file"),
    ],
)
def test_what_is_left_out_says_why(tmp_path: Path, check: str, reason: str) -> None:
    imported = style(tmp_path, Odd=check)
    assert imported.rules.rules == ()
    said = [one for one in imported.left_out if one.whole or reason in one.reason]
    assert said
    assert any(reason in one.reason for one in said)
    assert said[0].where.endswith("Desk/Odd.yml (Desk.Odd)")


def test_vocabularies(tmp_path: Path) -> None:
    words = tmp_path / "config" / "vocabularies" / "House"
    words.mkdir(parents=True)
    (words / "accept.txt").write_text(
        "# names\nGitHub\n(?i)api\n[Oo]bservability\npy.*\n", encoding="utf-8"
    )
    (words / "reject.txt").write_text("mac OS X\nfoo\\d+\n", encoding="utf-8")
    imported = read_vale(tmp_path)
    exact, any_case, words_rule, expression = imported.rules.rules
    assert (exact.kind, exact.pattern, exact.case) == (
        "accept",
        "GitHub|Observability|observability",
        "exact",
    )
    assert (any_case.pattern, any_case.case) == ("api", "ignore")
    assert (words_rule.rule, words_rule.pattern, words_rule.severity) == (
        "vocab.house.reject",
        "mac OS X",
        "error",
    )
    assert found(expression, "foo12 and foo") == ["foo12"]
    assert [(one.line, one.whole) for one in imported.left_out] == [(5, True), (None, False)]


def test_voices_are_the_outlets_unless_asked(tmp_path: Path) -> None:
    check = "extends: existence\nmessage: x\ntokens: [very]\n"
    assert style(tmp_path, X=check).rules.rules[0].voices == ("outlet",)
    everywhere = read_vale(tmp_path, ("outlet", "reported", "quoted"))
    assert everywhere.rules.rules[0].voices == ("outlet", "reported", "quoted")


def test_what_is_taken_can_be_written_and_read(tmp_path: Path) -> None:
    imported = style(
        tmp_path,
        A="extends: existence\nmessage: \"'%s'\\n again\"\ntokens: ['=cmd', 'a\\|b', very]\n",
        B="extends: substitution\nmessage: x\nswap:\n  'a\\.b': c\n  on: off\n",
    )
    assert len(imported.rules.rules) == 3
    assert rules_from_csv(rules_to_csv(imported.rules), "x").rules == imported.rules.rules


def test_an_archive_is_read_as_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Desk/Very.yml", "extends: existence\nmessage: x\ntokens: [very]\n")
        archive.writestr("Desk/meta.json", "{}")
        archive.writestr(".vale.ini", "StylesPath = styles\n")
        archive.writestr("../evil.yml", "extends: existence\nmessage: x\ntokens: [evil]\n")
        archive.writestr("/etc/evil.yml", "extends: existence\nmessage: x\ntokens: [evil]\n")
        link = zipfile.ZipInfo("Desk/Link.yml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    imported = read_vale(path)
    assert [rule.rule for rule in imported.rules.rules] == ["desk.very"]
    assert sorted(reasons(imported)) == [
        "has a name that leads out of the archive",
        "has a name that leads out of the archive",
        "is a link, not a file",
        "says which checks are on, which is not read: all that could be taken is taken",
    ]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["pack.zip"]


def test_an_archive_that_unpacks_to_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Desk/Large.yml", " " * (package.MAX_FILE + 1))
        for number in range(3):
            archive.writestr(f"Desk/X{number}.yml", "#" * 1_000)
    assert reasons(read_vale(path))[0] == "is larger than 2 MB"
    monkeypatch.setattr(package, "MAX_BYTES", 2_500)
    with pytest.raises(CannotRead, match="holds more than"):
        read_vale(path)
    monkeypatch.setattr(package, "MAX_FILES", 2)
    with pytest.raises(CannotRead, match="2 files"):
        read_vale(path)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.zip", None, "does not exist"),
        ("broken.zip", b"PK\x03\x04 and no more", "is no zip archive"),
        ("empty", "folder", "holds no check and no vocabulary of Vale"),
    ],
)
def test_what_is_no_style(tmp_path: Path, name: str, content: bytes | str, says: str) -> None:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content == "folder":
        path.mkdir()
    with pytest.raises(CannotRead, match=says):
        read_vale(path)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links on this system")
def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("extends: existence\nmessage: x\ntokens: [secret]\n", encoding="utf-8")
    folder = tmp_path / "Desk"
    folder.mkdir()
    (folder / "Link.yml").symlink_to(outside)
    (folder / "round").symlink_to(folder, target_is_directory=True)
    imported = read_vale(folder)
    assert imported.rules.rules == ()
    assert reasons(imported) == ["is a link, not a file"]
