"""Workflow commands: as the runner of GitHub Actions reads them, nothing in a text forges one."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from analysis.output.lint.github import to_github
from analysis.output.lint.run import Run, Trouble
from tests.analysis.output.lint.linted_files import linted

UNESCAPED = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Read a line as the runner does: name, properties and message."""
    found = re.fullmatch(r"::(\w+)(?: (.*?))?::(.*)", line)
    assert found, line
    properties = dict(one.split("=", 1) for one in (found[2] or "").split(",") if one)

    def plain(text: str) -> str:
        return re.sub("%(?:3A|2C|0D|0A|25)", lambda one: UNESCAPED[one[0]], text)

    return found[1], {key: plain(value) for key, value in properties.items()}, plain(found[3])


def test_findings_notices_and_troubles() -> None:
    one = linted(
        "The regime fell.\n",
        [("regime", "house.regime", {"plainer": ["government"]}), ("fell", "slant.x", {})],
        path="news/100%, a:b.txt",
        notices=("Something was not read.",),
    )
    run = Run((one,), (Trouble("c.md does not exist: check the file's name.", "c.md"),))
    assert [read(line) for line in to_github(run).splitlines()] == [
        ("error", {"file": "c.md"}, "c.md does not exist: check the file's name."),
        ("warning", {"file": "news/100%, a:b.txt"}, "Something was not read."),
        (
            "error",
            {
                "file": "news/100%, a:b.txt",
                "line": "1",
                "col": "5",
                "endColumn": "10",
                "title": "house.regime",
            },
            "Say who calls it that: “regime” (plainer: “government”)",
        ),
        (
            "notice",
            {
                "file": "news/100%, a:b.txt",
                "line": "1",
                "col": "12",
                "endColumn": "15",
                "title": "slant.x",
            },
            "Say who calls it that: “fell”",
        ),
    ]


def test_several_lines_have_no_columns() -> None:
    one = linted("The old\nregime fell.\n", [("old\nregime", "a", {})], path="a.txt")
    (line,) = to_github(Run((one,))).splitlines()
    assert read(line)[1] == {"file": "a.txt", "line": "1", "endLine": "2", "title": "a"}


TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("%:,\r\n#[]\u2028\x85\x1b=0ADC"), st.characters(exclude_categories=("Cs",))
    ),
    max_size=30,
)


@given(message=TEXT, path=TEXT.filter(lambda one: "\0" not in one and one.strip()), words=TEXT)
def test_no_text_forges_a_command(message: str, path: str, words: str) -> None:
    one = linted("The regime fell.\n", [("regime", "a", {"message": message, "text": words})])
    run = Run((replace(one, path=path),), (Trouble(message, path),))
    written = to_github(run)
    lines = re.split(r"[\r\n]", written.removesuffix("\n"))
    assert len(lines) == 2
    assert [read(line)[0] for line in lines] == ["error", "error"]
    assert set(read(lines[1])[1]) == {"file", "line", "col", "endColumn", "title"}
    # The runner's older commands, ##[add-mask] and the like, are found anywhere in a line.
    assert "##[" not in written
