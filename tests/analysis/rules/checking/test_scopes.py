"""Where rules look: sections, paths, parts, voices, several sentences, and how many are too many.

The articles are observed by hand here, so that every place is known.
"""

import pytest

from analysis.rules.checking.findings import findings_of
from analysis.rules.checking.observed import Observed, Quotation, Sentence, Statement
from analysis.rules.checking.scopes import Where
from analysis.rules.errors import BadRules
from analysis.rules.matching.matcher import Match, Matches
from analysis.rules.rule import RULE_VOICES, Rule

HEAD, FIRST, SECOND, BYLINE = (
    "Pool shut",
    "The pool, the dear pool, was shut.",
    "The pool will “never” open, Hale said.",
    "By Pool Staff",
)
TEXT = f"{HEAD}\n\n{FIRST} {SECOND}\n\n{BYLINE}"


def at(words: str, number: int = 0) -> tuple[int, int]:
    """Return where ``words`` stand in the text for the first, second … time."""
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


ARTICLE = Observed(
    TEXT,
    [
        Sentence(*at(HEAD), 0, "headline"),
        Sentence(*at(FIRST), 1),
        Sentence(*at(SECOND), 1),
        Sentence(*at(BYLINE), 2, "furniture"),
    ],
    [Statement((at("The pool will “never” open"),), "mixed", at("said"))],
    [Quotation(*at("“never”"))],
)


def found(
    rule: Rule,
    *places: tuple[int, int],
    section: str = "",
    path: str = "",
    article: Observed = ARTICLE,
) -> list[tuple[int, int]]:
    """Return which of the matches of ``rule`` at ``places`` are reported."""
    matches = Matches(tuple(Match(rule, *place) for place in places))
    rows = findings_of(ARTICLE, matches, Where(section, path), False)
    return list(zip(rows["start"], rows["end"], strict=True))


POOLS = [at("Pool"), at("pool"), at("pool", 1), at("pool", 2), at("Pool", 1)]


def rule(**about: object) -> Rule:
    return Rule("no-pool", "pool", **{"voices": RULE_VOICES, **about})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({}, [0, 1, 2, 3]),
        ({"parts": ("headline",)}, [0]),
        ({"parts": ("body",)}, [1, 2, 3]),
        ({"voices": ("outlet",)}, [0, 1, 2]),
        ({"voices": ("reported",)}, [3]),
        ({"voices": ("quoted",)}, []),
        ({"most": 1, "within": "sentence"}, [2]),
        ({"most": 1, "within": "paragraph"}, [2, 3]),
        ({"most": 2, "within": "paragraph"}, [3]),
        ({"most": 1, "within": "text"}, [1, 2, 3]),
        ({"most": 9, "within": "text"}, []),
        # What is out of scope does not count towards the number either.
        ({"most": 1, "within": "text", "parts": ("body",), "voices": ("outlet",)}, [2]),
    ],
)
def test_a_rule_looks_where_it_says(about: dict[str, object], expected: list[int]) -> None:
    assert found(rule(**about), *POOLS) == [POOLS[number] for number in expected]


@pytest.mark.parametrize(
    ("sections", "section", "applies"),
    [
        ((), "", True),
        ((), "Sport", True),
        (("Sport",), "sport", True),
        (("sport", "politics"), " Politics ", True),
        (("straße",), "STRASSE", True),
        (("sport",), "Sports", False),
        (("sport",), "", False),
    ],
)
def test_sections_are_compared_without_case(
    sections: tuple[str, ...], section: str, applies: bool
) -> None:
    assert bool(found(rule(sections=sections), POOLS[0], section=section)) is applies


@pytest.mark.parametrize(
    ("paths", "path", "applies"),
    [
        ((), "", True),
        (("*.md",), "news/today.md", True),
        (("*.md",), "news/today.txt", False),
        (("news/**",), "news/local/today.md", True),
        (("/news/",), "old/news/today.md", False),
        (("news/",), "old/news/today.md", True),
        (("*.md", "!drafts/**"), "drafts/today.md", False),
        (("*.md", "!drafts/**"), "today.md", True),
        (("news/*.md",), "./news/today.md", True),
        (("news/*.md",), "news\\today.md", True),
        (("*.md",), "", False),
    ],
)
def test_paths_are_read_as_in_gitignore(paths: tuple[str, ...], path: str, applies: bool) -> None:
    assert bool(found(rule(paths=paths), POOLS[0], path=path)) is applies


def test_a_path_that_is_no_pattern_is_named() -> None:
    with pytest.raises(BadRules, match=r"no-pool.*!.*no pattern"):
        found(rule(paths=("!",)), POOLS[0], path="a.md")


@pytest.mark.parametrize(
    ("first", "last", "kind", "expected"),
    [
        # Two sentences of one paragraph: it belongs to the first.
        (at("shut.")[0], at("The pool will")[1], "phrase", True),
        (at("shut.")[0], at("The pool will")[1], "regex", True),
        # Headline and body only happen to meet; a regular expression may mean it.
        (at("shut")[0], at("The pool,")[1], "phrase", False),
        (at("shut")[0], at("The pool,")[1], "regex", True),
        # Into the furniture, or out of it.
        (at("said.")[0], at("By")[1], "regex", False),
        (at("By")[0], at("By Pool")[1], "phrase", False),
    ],
)
def test_a_match_over_several_sentences(first: int, last: int, kind: str, expected: bool) -> None:
    assert found(rule(kind=kind), (first, last)) == ([(first, last)] if expected else [])


def test_a_match_in_two_parts_needs_a_rule_about_both() -> None:
    place = (at("shut")[0], at("The pool,")[1])
    assert found(rule(kind="regex", parts=("headline",)), place) == []


@pytest.mark.parametrize(
    ("words", "voice"),
    [
        ("never", "quoted"),
        ("“never”", "quoted"),
        ("will “never”", "reported"),
        ("“never” open, Hale", "outlet"),
        ("Hale said", "outlet"),
        ("”", "quoted"),
    ],
)
def test_a_match_half_in_a_quotation_is_of_the_voice_nearest_to_the_outlet(
    words: str, voice: str
) -> None:
    place = at(words)
    reported_for = [one for one in RULE_VOICES if found(rule(voices=(one,)), place)]
    assert reported_for == [voice]


def test_the_row_says_which_sentence_and_part_it_is() -> None:
    one = rule(message="Say swimming bath.", plainer=("swimming bath",), reason="Style", revision=3)
    matches = Matches((Match(one, *POOLS[3]), Match(one, *POOLS[0])))
    rows = findings_of(ARTICLE, matches, Where(), False)
    assert rows["sentence"].tolist() == [0, 2]
    assert rows["part"].tolist() == ["headline", "body"]
    assert rows["text"].tolist() == ["Pool", "pool"]
    assert rows["finding"].tolist() == [0, 1]
    row = rows.iloc[1]
    assert (row["message"], row["plainer"], row["reason"], row["revision"]) == (
        "Say swimming bath.", ["swimming bath"], "Style", 3,
    )  # fmt: skip


def test_a_rule_without_a_message_still_says_something() -> None:
    matches = Matches((Match(rule(), *POOLS[1]),))
    (message,) = findings_of(ARTICLE, matches, Where(), False)["message"]
    assert message == "“pool” is against a house rule."
