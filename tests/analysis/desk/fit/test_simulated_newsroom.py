"""The benchmark's parts, on flags made by hand and on a few invented articles."""

import pytest

from analysis.desk.fit.counting import FITTED_KINDS
from tests.analysis.desk.decided import flag_row, flags_frame
from tests.analysis.desk.fit.houses import JUDGING, flags
from tests.bench.simulated_newsroom.flags import flags_of, invented_articles, kept_flags
from tests.bench.simulated_newsroom.lexicon import Lexicon
from tests.bench.simulated_newsroom.newsroom import decided, tried
from tests.bench.simulated_newsroom.tastes import chance, judgement


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon()


@pytest.mark.parametrize(
    ("text", "parts", "strong"),
    [
        ("shameless", {"adj"}, True),
        ("betrayals", {"noun"}, True),
        ("the bungling", {"verb"}, False),
        ("bled", None, None),
        ("Shamelessly", {"adj"}, True),
    ],
)
def test_the_lexicon_knows_forms_of_its_words(lexicon, text, parts, strong):
    entry = lexicon.entry(text)
    assert (entry and entry.parts) == (parts and frozenset(parts))
    assert (entry and entry.strong) == strong


def test_a_taste_decides_by_the_lexicon(lexicon):
    def verdict(words, kind="loaded", more=""):
        flag = flag_row(1, f"It was {words} then. {more}", words, kind=kind)
        return judgement(next(flags_frame([flag]).itertuples()), lexicon, None)

    assert verdict("shameless") == (True, "")
    assert verdict("shameless", more="The league's coach left.") == (False, "sense")
    assert verdict("bungling") == (False, "fact")
    assert verdict("circus") == (False, "style")
    assert verdict("claims", kind="doubting") == (True, "")


def test_decisions_are_the_same_for_the_same_seed(lexicon):
    found = flags(40)
    assert decided(found, chance, lexicon, 1).equals(decided(found, chance, lexicon, 1))
    assert not decided(found, chance, lexicon, 1)["act"].equals(
        decided(found, chance, lexicon, 2)["act"]
    )


def test_a_learnable_taste_gains_ten_points_on_what_was_not_seen(lexicon):
    def taste(flag, lexicon, dice):
        return (True, "") if flag.text in JUDGING else (False, "fact")

    found = tried(flags(), taste, lexicon, seed=0)
    assert found["recommended"]
    assert found["reachable"] == 1
    assert found["unseen"]["gain"]["value"] > 0.1
    assert found["unseen"]["kept"]["high"] >= 0.9
    assert "missing" in tried(flags(40), taste, lexicon, seed=0)


def test_flags_of_invented_articles_are_kept(tmp_path):
    file = tmp_path / "flags.parquet"
    found = kept_flags(file, invented_articles(2))
    assert set(found["kind"]) <= set(FITTED_KINDS)
    assert found["article"].nunique() == 2
    for row in found.itertuples():
        start = row.start - row.sentence_start
        assert row.sentence_text[start : start + len(row.text)] == row.text
    assert kept_flags(file, iter(())).equals(found)
    assert flags_of(invented_articles(2)).equals(found)
