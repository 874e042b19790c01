"""Agreement of editors against Krippendorff's published example, and with the model by hand."""

from math import isnan, nan

import numpy as np
import pytest

from analysis.columns import empty
from analysis.desk.agreement import model_agreement, reviewers_agreement
from analysis.desk.frames import BY_BAND, DECISIONS
from analysis.practice.agreement import alpha_interval, binary_alpha
from tests.analysis.desk.made import decided, decisions_of

# Krippendorff 2011, Computing Krippendorff's alpha-reliability, part A: two observers, ten units.
MEG = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
OWEN = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]


def published(second: bool):
    rows = []
    for flag, (meg, owen) in enumerate(zip(MEG, OWEN, strict=True)):
        for editor, answer in ((1, meg), (2, owen)):
            rows.append(
                {
                    "flag": flag,
                    "article": flag % 3,
                    "editor": editor,
                    "act": "accept" if answer else "dismiss",
                    "standing": editor == 1,
                    "second": second and editor == 2,
                    "check": "house.slam" if flag < 4 else "plain.utilise",
                }
            )
    return decisions_of(rows)


def test_alpha_of_second_readings_is_the_published_one() -> None:
    found = reviewers_agreement(published(second=True))
    assert found.independent.alpha == pytest.approx(0.095, abs=0.0005)
    assert found.all == found.independent
    assert (found.flags, found.seen) == (10, 0)
    assert found.independent.over == "flags"
    # Meg and Owen differ on units 1, 3, 6 and 9; the first two are of the first check.
    (pair,) = found.pairs
    assert (pair.names, pair.flags, pair.same) == (("Ann", "Ben"), 10, 6)
    assert [(one.check, one.flags, one.differ) for one in found.checks] == [
        ("plain.utilise", 6, 2),
        ("house.slam", 4, 2),
    ]


def test_decisions_after_another_s_are_counted_apart() -> None:
    found = reviewers_agreement(published(second=False))
    assert found.all.alpha == pytest.approx(0.095, abs=0.0005)
    assert found.seen == 10
    assert found.independent.flags == 0
    assert isnan(found.independent.alpha)


def test_without_a_flag_that_two_judged_there_is_no_alpha() -> None:
    for decisions in (empty(DECISIONS), decisions_of(decided("house.slam", 3, 3))):
        found = reviewers_agreement(decisions)
        assert (found.flags, found.seen, found.pairs, found.checks) == (0, 0, (), ())
        assert isnan(found.all.alpha)
        assert isnan(found.all.low)


def test_few_flags_have_an_alpha_without_an_interval() -> None:
    rows = published(second=True)
    found = reviewers_agreement(rows[rows["flag"] < 9])
    assert found.flags == 9
    assert not isnan(found.all.alpha)
    assert isnan(found.all.low)


def simulated(rng, articles, per_article, spread):
    """Judgements of two, whose chance of a yes is another one in each article."""
    counts, groups = [], []
    for article in range(articles):
        chance = rng.choice([0.5 - spread, 0.5 + spread])
        for _ in range(per_article):
            yes = int((rng.random(2) < chance).sum())
            counts.append((2 - yes, yes))
            groups.append(article)
    return np.array(counts), np.array(groups)


def test_the_interval_covers_the_true_alpha_about_as_often_as_it_says() -> None:
    # Two answers of one flag are drawn with the same chance p, 0.2 or 0.8, so they differ with
    # 2·0.2·0.8 = 0.32, and by chance alone with 2·0.5·0.5: α is 1 − 0.32 / 0.5 = 0.36.
    rng = np.random.default_rng(7)
    covered = 0
    for _ in range(100):
        counts, groups = simulated(rng, 40, 4, 0.3)
        low, high = alpha_interval(counts, groups, resamples=400)
        covered += low <= 0.36 <= high
    # 95 of 100 if it were exact; fewer than 86 has a chance of one in 5,000 then.
    assert covered >= 86


def test_the_interval_is_the_same_each_time_and_wider_over_articles_that_differ() -> None:
    counts, groups = simulated(np.random.default_rng(3), 15, 20, 0.45)
    over_articles = alpha_interval(counts, groups)
    assert alpha_interval(counts, groups) == over_articles
    over_flags = alpha_interval(counts, np.arange(len(counts)))
    alpha = binary_alpha(counts)
    assert over_articles[0] < alpha < over_articles[1]
    assert over_flags[0] < alpha < over_flags[1]
    widths = [high - low for low, high in (over_articles, over_flags)]
    assert widths[0] > widths[1], "flags of one article say the same twice"


def test_one_answer_throughout_has_no_interval() -> None:
    counts = np.array([[0, 2]] * 20)
    assert isnan(binary_alpha(counts))
    assert all(map(isnan, alpha_interval(counts, np.arange(20))))


def test_the_model_s_flags_by_band_and_rules_by_severity_by_hand() -> None:
    model = {"kind": "loaded", "severity": "note", "revision": 0}
    loaded = "slant.loaded-words"
    rows = [
        *decided(loaded, 3, 1, probability=0.55, **model),
        *decided(loaded, 1, 0, probability=0.6, first=10, **model),
        *decided(loaded, 0, 1, probability=0.99, first=20, **model),
        *decided(loaded, 1, 0, probability=1.0, first=30, **model),
        *decided(loaded, 1, 0, probability=0.31, first=40, **model),
        *decided("slant.doubting-verbs", 2, 0, first=50, **{**model, "kind": "doubting"}),
        *decided("house.slam", 1, 2, first=60, severity="error"),
        *decided("plain.utilise", 4, 0, first=70, severity="note"),
    ]
    bands = model_agreement(decisions_of(rows))
    found = bands[["what", "band", "accepted", "decided"]].values.tolist()
    assert found == [
        ["slant.doubting-verbs", "", 2, 2],
        [loaded, "0.00 to 0.50", 1, 1],
        [loaded, "0.50 to 0.60", 3, 4],
        [loaded, "0.60 to 0.70", 1, 1],
        [loaded, "0.90 to 1.00", 1, 2],
        ["house rules: error", "", 1, 3],
        ["house rules: note", "", 4, 4],
    ]
    means = bands["probability"].tolist()
    assert means == pytest.approx([nan, 0.31, 0.55, 0.6, 0.995, nan, nan], nan_ok=True)
    # 3 of 4, score interval, by the quadratic formula of Wilson 1927 on a calculator.
    row = bands[bands["band"] == "0.50 to 0.60"].iloc[0]
    assert (row["low"], row["high"]) == pytest.approx((0.3006, 0.9544), abs=1e-4)


def test_without_decisions_no_band() -> None:
    bands = model_agreement(empty(DECISIONS))
    assert bands.empty
    assert list(bands.columns) == list(BY_BAND)
