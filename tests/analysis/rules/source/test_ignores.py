"""Comments that switch a rule off at one place: what they cover, and what is said of bad ones."""

import pandas as pd
import pytest

from analysis.rules.source.comments import Directive, directive
from analysis.rules.source.ignores import unknown_checks, without_ignored
from analysis.rules.source.source import Source, read_source


def covered(source: Source) -> list[tuple[str, str]]:
    return [
        (ignore.check, " ".join(source.content[slice(*ignore.covers)].split()))
        for ignore in source.ignores
    ]


def read(text: str, name: str = "a.md") -> Source:
    source = read_source(text.encode(), name)
    assert "slant-ignore" not in source.prose
    return source


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        # On a line of its own: the next block.
        ("a.md", "One.\n\n<!-- slant-ignore x -->\n\nTwo. Three.\n\nFour.", "Two. Three."),
        ("a.md", "One.\n<!-- slant-ignore x -->\nTwo. Three.\n\nFour.", "Two. Three."),
        ("a.md", "<!-- slant-ignore x -->\n# Head\n\nTwo.", "Head"),
        ("a.md", "- One\n<!-- slant-ignore x -->\n- Two\n- Three", "Two"),
        ("a.md", "One.\n\n[//]: # (slant-ignore x: why)\nTwo.\n\nThree.", "Two."),
        ("a.md", "One.\n[//]: # \"slant-ignore x\"\nTwo.", "Two."),
        ("a.md", "<!-- slant-ignore x --> Two. *Three.*\n\nFour.", "Two. *Three."),
        ("a.md", "> One.\n>\n> <!-- slant-ignore x -->\n> Two.", "Two."),
        ("a.md", "<!-- slant-ignore\n x -->\n\nTwo.", "Two."),
        ("a.txt", "One.\n\n<!-- slant-ignore x -->\n\nTwo. Three.\n\nFour.", "Two. Three."),
        ("a.txt", "A headline\n<!-- slant-ignore x -->\nTwo. Three.\nFour.", "Two. Three."),
        ("a.html", "<p>One.</p><!-- slant-ignore x --><p>Two. Three.</p><p>Four.", "Two. Three."),
        ("a.html", "<p>One.<p><!-- slant-ignore x -->Two. Three.<p>Four.", "Two. Three."),
        ("a.html", "<li>One<!-- slant-ignore y --></li><!-- slant-ignore x --><li>Two", "Two"),
        # Inside a block or at its end: the sentence.
        ("a.md", "One. Two is <!-- slant-ignore x --> it. Three.",
         "Two is <!-- slant-ignore x --> it."),
        ("a.md", "One. Two. <!-- slant-ignore x -->\nThree.", "Two."),
        ("a.md", "One. Two.<!-- slant-ignore x -->", "Two."),
        ("a.md", "One *two*. <!-- slant-ignore x --> Three.", "One *two*."),
        ("a.txt", "One. Two. <!-- slant-ignore x -->\n\nThree.", "Two."),
        ("a.txt", "One. Two is <!-- slant-ignore x --> it. Three.",
         "Two is <!-- slant-ignore x --> it."),
        ("a.html", "<p>One. Two. <!-- slant-ignore x --></p><p>Three.", "Two."),
        ("a.html", "<p>One.\n<!-- slant-ignore x -->\nTwo. Three.</p>", "Two."),
        # Nothing is left to be covered.
        ("a.md", "One.\n\n<!-- slant-ignore x -->\n", ""),
        ("a.txt", "One.\n\n<!-- slant-ignore x -->\n", ""),
        # A pair: all between.
        ("a.md", "One.\n\n<!-- slant-ignore-start x -->\nTwo.\n\nThree.\n"
         "<!-- slant-ignore-end x -->\n\nFour.", "Two. Three."),
        ("a.txt", "A <!-- slant-ignore-start x -->b<!-- slant-ignore-end --> c.", "b"),
        ("a.html", "<p>A <!-- slant-ignore-start x -->b</p>c<!-- slant-ignore-end -->d", "b</p>c"),
    ],
)  # fmt: skip
def test_what_a_comment_covers(name: str, text: str, expected: str) -> None:
    source = read(text, name)
    assert [there for check, there in covered(source) if check == "x"] == [expected]
    assert source.notices == ()


def test_several_rules_and_a_reason() -> None:
    source = read(
        "<!-- slant-ignore desk.thug, Slant.Loaded-Words: a court's word: “thug” -->\n\nOne."
    )
    assert covered(source) == [("desk.thug", "One."), ("slant.loaded-words", "One.")]
    assert {ignore.reason for ignore in source.ignores} == {"a court's word: “thug”"}


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- note -->", None),
        ("<!-- slant is a word -->", None),
        ("<!--slant-ignore x-->", Directive("place", ("x",))),
        ("<!-- SLANT-IGNORE X -->", Directive("place", ("x",))),
        ("<!-- slant-ignore a , b,a -->", Directive("place", ("a", "b"))),
        ("<!-- slant-ignore-start a: r -->", Directive("start", ("a",), "r")),
        ("<!-- slant-ignore-end -->", Directive("end", ())),
        ("[//]: # (slant-ignore a: (so))", Directive("place", ("a",), "(so)")),
        ("[//]: # (a note)", None),
        ("<!-- slant-ignore -->", "unclear"),
        ("<!-- slant-ignore: why -->", "unclear"),
        ("<!-- slant-ignore a b -->", "unclear"),
        ("<!-- slant-ignore-next a -->", "unclear"),
        ("<!-- slant ignore a -->", "unclear"),
        ("<!-- slant-ignore-start -->", "unclear"),
    ],
)
def test_what_a_comment_says(comment: str, said: object) -> None:
    assert directive(comment) == said


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- slant-ignore -->", "Line 3: this comment cannot be understood and ignores nothing"),
        ("<!-- slant-ignore a b -->", "Line 3: this comment cannot be understood"),
        ("<!-- slant-ignore-start x -->", "Line 3: slant-ignore-start x has no end"),
        ("<!-- slant-ignore-end x -->", "Line 3: slant-ignore-end x has no start before it"),
    ],
)
def test_comments_that_ignore_nothing_are_named(name: str, comment: str, said: str) -> None:
    source = read(f"<p>One.</p>\n\n{comment}\n\n<p>Two.</p>", name)
    assert source.ignores == ()
    (notice,) = source.notices
    assert notice.startswith(said)
    assert notice.endswith(".")


@pytest.mark.parametrize(
    "text",
    ["```\n<!-- slant-ignore x -->\n```\n\nA.", "Write `<!-- slant-ignore x -->`. A.",
     "<script>\n// <!-- slant-ignore x -->\n</script>\n\nA.", "[//]: # (a note)\n\nA."],
)  # fmt: skip
def test_comments_in_code_are_none(text: str) -> None:
    source = read_source(text.encode(), "a.md")
    assert (source.ignores, source.notices) == ((), ())


def findings_at(source: Source, *found: tuple[str, str]) -> pd.DataFrame:
    """Findings of the checks at the words given, in their order, with the columns used here."""
    starts = [source.prose.index(words) for _, words in found]
    return pd.DataFrame(
        {
            "finding": range(len(found)),
            "start": starts,
            "end": [start + len(words) for start, (_, words) in zip(starts, found, strict=True)],
            "check": [check for check, _ in found],
        }
    )


def test_findings_of_one_rule_at_one_place_are_left_out() -> None:
    source = read(
        "The mob came.\n\n<!-- slant-ignore mob: the court's word -->\nA *mob* of thugs went.\n\n"
        "Fine words. <!-- slant-ignore thug, gone -->\n"
    )
    findings = findings_at(source, ("mob", "mob"), ("mob", "mob of"), ("thug", "thugs"))
    kept, unused = without_ignored(findings, source)
    assert kept[["finding", "check", "start"]].values.tolist() == [
        [0, "mob", source.prose.index("mob")],
        [1, "thug", source.prose.index("thugs")],
    ]
    assert kept["finding"].dtype == "int64"
    assert [ignore.check for ignore in unused] == ["gone", "thug"]
    assert [source.line_and_column(ignore.start) for ignore in unused] == [(6, 13), (6, 13)]
    assert len(findings) == 3
    assert [one.check for one in unknown_checks(source, ["Mob", "thug"])] == ["gone"]


def test_without_comments_nothing_is_left_out() -> None:
    source = read("A mob.")
    findings = findings_at(source, ("mob", "mob"))
    kept, unused = without_ignored(findings, source)
    assert kept.equals(findings)
    assert unused == []


def test_a_finding_over_a_mark_counts_by_its_begin() -> None:
    source = read("<!-- slant-ignore-start x -->A thug<!-- slant-ignore-end x --> spoke.", "a.txt")
    kept, unused = without_ignored(findings_at(source, ("x", "thug spoke")), source)
    assert (len(kept), unused) == (0, [])


def test_very_many_comments_take_no_time_to_speak_of() -> None:
    text = "One. <!-- slant-ignore x --> " * 3000 + "<!-- slant-ignore y" * 3000
    source = read_source(text.encode(), "a.txt")
    assert len(source.ignores) == 3000
