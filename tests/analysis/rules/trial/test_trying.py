"""Trials: counts worked out by hand, in small archives whose every place is known."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.rules.errors import BadRules
from analysis.rules.rule import Rule, RuleSet
from analysis.rules.trial import workers
from analysis.rules.trial.archive import ArchiveArticle
from analysis.rules.trial.frames import EXAMPLES, TRIED, Trial
from analysis.rules.trial.places import Places
from analysis.rules.trial.trying import try_rules

REGIME = Rule("regime", "regime", state="draft")
ARTICLES = [
    ArchiveArticle("The regime fell. “The regime is dead,” she said.", "A regime ends", name="one"),
    ArchiveArticle("Nothing of the kind.", "Quiet", name="two"),
    ArchiveArticle("> The regime wrote this.\n\nAnd regime change came.", "Mail", name="three"),
    ArchiveArticle("A line of text.\n\nThe regime\n\nregime", "", name="four"),
]


def tried(*rules: Rule, articles: list[ArchiveArticle] | None = None) -> Trial:
    return try_rules(RuleSet(rules), ARTICLES if articles is None else articles)


def counts(trial: Trial, rule: str) -> tuple[int, int, int, int]:
    (row,) = trial.rules[trial.rules["rule"] == rule].itertuples()
    return row.own, row.quoted, row.hits, row.articles


def test_a_rule_on_an_archive() -> None:
    trial = tried(REGIME)
    assert list(trial.rules) == list(TRIED)
    assert list(trial.examples) == list(EXAMPLES)
    assert trial.articles == 4
    # In the outlet's voice: a headline, a sentence, "regime change", and two at the end.
    assert counts(trial, "regime") == (5, 2, 5, 3)
    (row,) = trial.rules.itertuples()
    assert (row.share, row.per_1000) == (0.75, 1250.0)
    assert trial.notices == ()


@pytest.mark.parametrize(
    ("change", "hits"),
    [
        ({"voices": ("quoted",)}, 2),
        ({"voices": ("reported",)}, 5),
        ({"voices": ("outlet", "quoted")}, 7),
        ({"parts": ("headline",)}, 1),
        ({"parts": ("body",)}, 4),
        ({"exceptions": ("regime change",)}, 4),
        ({"most": 1, "within": "text"}, 2),
        ({"most": 1, "within": "paragraph"}, 0),
        ({"pattern": "regime regime"}, 0),
    ],
)
def test_where_it_looks(change: dict[str, object], hits: int) -> None:
    assert counts(tried(replace(REGIME, **change)), "regime")[2] == hits  # type: ignore[arg-type]


def test_beyond_a_number_in_a_sentence() -> None:
    rule = Rule("amid", "amid", most=1)
    articles = [ArchiveArticle("Amid rain and amid snow. Amid fog. Amid a, amid b, amid c.")]
    assert counts(tried(rule, articles=articles), "amid")[2] == 3


def test_accepted_words_are_left_alone() -> None:
    accept = Rule("fine", "regime change|regime ends", "accept")
    assert counts(tried(REGIME, accept), "regime")[2] == 3
    assert counts(tried(REGIME, replace(accept, state="draft")), "regime")[2] == 5
    for_sport = replace(accept, sections=("sport",))
    assert counts(tried(REGIME, for_sport), "regime")[2] == 5


def test_a_headline_that_the_text_repeats_counts_once() -> None:
    articles = [ArchiveArticle("A regime ends\n\nIt is over.", "A regime ends")]
    assert counts(tried(REGIME, articles=articles), "regime")[2] == 1


def test_sections_and_paths() -> None:
    rule = replace(REGIME, sections=("world",), paths=("2024/**",))
    articles = [
        ArchiveArticle("The regime.", section="World", path="2024/a.txt"),
        ArchiveArticle("The regime.", section="World", path="2023/a.txt"),
        ArchiveArticle("The regime.", section="sport", path="2024/a.txt"),
    ]
    assert counts(tried(rule, articles=articles), "regime")[2] == 1
    trial = tried(rule)
    assert not trial.rules["tried"].iloc[0]
    (notice,) = trial.notices
    assert "no article of the archive is of its sections world and paths 2024/**" in notice


def test_headlines_of_an_archive_without_titles() -> None:
    articles = [ArchiveArticle("The regime.")]
    trial = tried(replace(REGIME, parts=("headline",)), articles=articles)
    assert "no article of the archive has a title" in trial.notices[0]


def test_only_those_that_are_asked_for() -> None:
    rules = RuleSet((REGIME, Rule("text", "text"), Rule("fine", "text", "accept")))
    assert list(try_rules(rules, ARTICLES).rules["rule"]) == ["regime", "text"]
    assert list(try_rules(rules, ARTICLES, ["text"]).rules["rule"]) == ["text"]


def test_an_empty_archive() -> None:
    trial = tried(REGIME, articles=[])
    assert (trial.articles, trial.notices) == (0, ("The archive has no articles.",))
    assert counts(trial, "regime") == (0, 0, 0, 0)


def test_a_bad_pattern_is_named_before_work_begins() -> None:
    def articles() -> Iterator[ArchiveArticle]:
        raise AssertionError
        yield

    with pytest.raises(BadRules, match="odd"):
        try_rules(RuleSet((Rule("odd", "(", "regex"),)), articles())


def many(count: int) -> list[ArchiveArticle]:
    return [
        ArchiveArticle(f"Number {n}: the regime of {n}." if n % 3 else "Calm.", name=f"n{n}")
        for n in range(count)
    ]


def test_examples_are_chosen_by_chance_and_the_same_each_time() -> None:
    other = Rule("number", "number")
    alone = try_rules(RuleSet((REGIME,)), many(300), examples=8)
    both = try_rules(RuleSet((other, REGIME)), many(300), examples=8)
    of_both = both.examples[both.examples["rule"] == "regime"]
    assert list(alone.examples["article"]) == list(of_both["article"])
    articles = list(alone.examples["article"])
    assert len(set(articles)) == 8
    assert articles == sorted(articles)
    assert all(n % 3 for n in articles)
    # Spread over the archive: 8 of 300 by chance lie within one half once in 128 draws.
    assert articles[0] < 150 <= articles[-1]
    again = try_rules(RuleSet((REGIME,)), many(300), examples=8, seed=2)
    assert list(again.examples["article"]) != articles
    assert try_rules(RuleSet((REGIME,)), many(30), examples=0).examples.empty


def test_each_article_has_the_same_chance() -> None:
    chosen = [0] * 6
    for seed in range(240):
        trial = try_rules(RuleSet((REGIME,)), many(9), examples=2, seed=seed)
        for article in trial.examples["article"]:
            chosen[[1, 2, 4, 5, 7, 8].index(article)] += 1
    # Two of six, 240 times: 80 each on average, with a standard deviation of 7.3.
    assert all(50 < count < 110 for count in chosen)


def test_an_example_shows_what_is_around_it() -> None:
    text = "a" * 100 + " and so\n\non the regime’s\tpolice " + "b" * 200
    trial = tried(REGIME, articles=[ArchiveArticle(text, name="x\ny")])
    (example,) = trial.examples.itertuples()
    assert (example.text, example.name, example.quoted) == ("regime", "x y", False)
    assert example.before.startswith("…aaa")
    assert example.before.endswith("a and so on the ")
    assert example.after.startswith("’s police bbb")
    assert example.after.endswith("b…")


def test_several_processes_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_LARGE", 100)
    rules = RuleSet((REGIME, Rule("number", "number"), Rule("fine", "regime of 1", "accept")))
    one = try_rules(rules, many(450), seed=3)
    two = try_rules(rules, iter(many(450)), seed=3, processes=2)
    assert one.rules.equals(two.rules)
    assert one.examples.equals(two.examples)
    small = try_rules(rules, many(50), processes=2)
    assert small.rules.equals(try_rules(rules, many(50)).rules)


PIECES = st.lists(
    st.sampled_from(
        ["word", " ", "\n", "\n\n", "\r\n\r\n", "\n \t\n", "“", "”", '"', "> ", ". ", "é", "\u2029"]
    ),
    max_size=30,
).map("".join)


@given(PIECES, st.data())
def test_places_of_any_text(text: str, data: st.DataObject) -> None:
    places = Places(text)
    for _ in range(3):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        assert 0 <= places.paragraph(start) <= places.paragraph(end)
        assert places.sentence(start) <= places.sentence(end)
        assert places.quoted(start, end) in (True, False)
        if places.paragraph(start) == places.paragraph(end) and text[start:end].strip() == "":
            assert not places.quoted(start, end)


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("He said: “It is over.” It was.", "over", True),
        ("He said: “It is over.” It was.", "was", False),
        ("‘It is over,’ he said.", "over", True),
        ("“First.\n\n“Second,” she said. Third", "First", True),
        ("“First.\n\n“Second,” she said. Third", "Second", True),
        ("“First.\n\n“Second,” she said. Third", "Third", False),
        ("> quoted mail\n\nMine", "mail", True),
        ("It’s the mayor’s plan", "plan", False),
    ],
)
def test_whether_a_place_is_quoted(text: str, words: str, quoted: bool) -> None:
    start = text.index(words)
    assert Places(text).quoted(start, start + len(words)) is quoted
