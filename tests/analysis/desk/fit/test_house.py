import json
from dataclasses import replace

import pytest

from analysis.desk.fit import BadFit, HouseFit, TooFewDecisions, house_fit
from analysis.desk.records import NewArticle, NewFlag
from tests.analysis.desk.decided import decisions_frame, flag_row, flags_frame
from tests.analysis.desk.fit.houses import JUDGING, dislikes_judging, flags, throws_a_coin


@pytest.fixture(scope="module")
def fit() -> HouseFit:
    made = house_fit(dislikes_judging(flags()))
    assert isinstance(made, HouseFit)
    return made


def test_a_taste_is_learned_and_recommended(fit):
    figures = fit.figures
    assert (figures.decided, figures.articles) == (400, 100)
    # Half are accepted; without the others it would be eleven of twelve.
    assert figures.before.value == pytest.approx(0.5, abs=0.06)
    assert figures.after.value > 0.85
    assert figures.kept.value >= 0.88
    assert fit.recommended


def test_it_holds_on_flags_it_was_not_made_from(fit):
    unseen = flags(200, seed=77)
    judged = fit.judged(unseen)
    held = {
        text for flag, text in zip(unseen["flag"], unseen["text"], strict=True) if judged[flag][1]
    }
    assert held
    assert not held & set(JUDGING)


def test_words_that_were_never_decided_on_go_by_words_like_them():
    known, judging, telling = (
        flags(),
        ("vile", "stupid", "shameful"),
        ("soared", "clashed", "surged"),
    )
    fit = house_fit(dislikes_judging(known[~known["text"].isin((*judging, *telling))]))
    # Alone in their sentence, and with one probability, so that only the words themselves count.
    alone = [
        flag_row(number, word, word) for number, word in enumerate((*judging, *telling), start=1)
    ]
    chances = [chance for chance, _ in fit.judged(flags_frame(alone)).values()]
    assert sum(chances[:3]) > sum(chances[3:]) + 0.5


def test_where_nothing_can_be_learned_it_says_so():
    fit = house_fit(throws_a_coin(flags()))
    assert isinstance(fit, HouseFit)
    assert not fit.recommended
    assert fit.figures.gain.low <= 0


def test_the_same_decisions_give_the_same_fit_in_any_order(fit):
    decisions = dislikes_judging(flags())
    assert house_fit(decisions) == fit
    assert house_fit(decisions, floor=0.8).threshold != fit.threshold


def test_a_higher_floor_keeps_more(fit):
    strict = house_fit(dislikes_judging(flags()), floor=0.99)
    assert strict.figures.held_back <= fit.figures.held_back
    with pytest.raises(ValueError, match="floor"):
        house_fit(dislikes_judging(flags()), floor=0)


@pytest.mark.parametrize(
    ("rows", "missing"),
    [(slice(0, 40), "decided"), (slice(0, 0), "articles")],
)
def test_too_few_decisions_say_how_many_are_missing(rows, missing):
    found = house_fit(dislikes_judging(flags()).iloc[rows])
    assert isinstance(found, TooFewDecisions)
    assert not found.enough
    assert found.missing_decided == 60 - found.decided
    assert getattr(found, f"missing_{missing}") > 0


def test_of_each_kind_fifteen_are_needed():
    decisions = dislikes_judging(flags())
    dismissed = decisions[decisions["act"] == "dismiss"].head(10)
    found = house_fit(
        decisions_frame(
            [
                *decisions[decisions["act"] == "accept"].to_dict("records"),
                *dismissed.to_dict("records"),
            ]
        )
    )
    assert (found.dismissed, found.missing_dismissed, found.missing_accepted) == (10, 5, 0)


def test_rules_second_readings_and_replaced_decisions_are_left_out(fit):
    decisions = dislikes_judging(flags())
    other = decisions.assign(act="accept", decision=decisions["decision"] + 1_000)
    added = [
        *decisions.to_dict("records"),
        *other.assign(kind="rule", check="house.word").head(50).to_dict("records"),
        *other.assign(second=True, standing=False).head(50).to_dict("records"),
        *other.assign(standing=False).head(50).to_dict("records"),
        *other.assign(act="undo").head(50).to_dict("records"),
    ]
    assert house_fit(decisions_frame(added)) == fit


def test_reworded_flags_were_right(fit):
    decisions = dislikes_judging(flags())
    reworded = decisions.assign(act=decisions["act"].replace("accept", "reword"))
    assert house_fit(decisions_frame(reworded.to_dict("records"))) == fit


def test_another_model_or_version_is_not_judged(fit):
    found = flags()
    assert len(fit.judged(found)) == len(found)
    assert fit.judged(found.assign(model_version="1.0.0")) == {}
    assert fit.judged(found.assign(model="another")) == {}
    assert fit.judged(found.assign(kind="rule")) == {}
    assert fit.judged(found.head(0)) == {}


def test_a_fit_is_of_the_version_on_which_most_was_decided(fit):
    decisions = dislikes_judging(flags())
    later = decisions.head(30).assign(model_version="1.0.0", decision=range(1_001, 1_031))
    both = decisions_frame([*decisions.to_dict("records"), *later.to_dict("records")])
    assert house_fit(both) == fit


def test_it_goes_through_json_and_back(fit):
    again = HouseFit.from_said(json.loads(json.dumps(fit.said())))
    assert again == fit
    assert again.judged(flags()) == fit.judged(flags())


@pytest.mark.parametrize(
    "change",
    [
        {"form": 0},
        {"threshold": 1.5},
        {"threshold": None},
        {"threshold": float("nan")},
        {"floor": True},
        {"weights": [1.0, 2.0]},
        {"weights": "heavy"},
        {"spreads": [0.0] * 5},
        {"middles": []},
        {"words": [["a", 1.0, 2]]},
        {"words": [["a", 1.0, -2, 3]]},
        {"sections": [1]},
        {"figures": {}},
        {"figures": None},
        {"last": "7"},
        {"unknown": 1},
    ],
)
def test_rubbish_is_no_fit(fit, change):
    with pytest.raises(BadFit, match="fit to the house’s decisions again"):
        HouseFit.from_said({**fit.said(), **change})


def test_an_empty_mapping_is_no_fit():
    with pytest.raises(BadFit):
        HouseFit.from_said({})


def test_a_new_article_is_judged_as_its_flags_would_be(fit):
    found = flags().head(3).assign(article=1)
    text = "x" * 100 + found["sentence_text"].iloc[0]
    rows = found.head(1).to_dict("records")
    loaded = NewFlag(
        start=rows[0]["start"],
        end=rows[0]["end"],
        text=rows[0]["text"],
        check="slant.loaded-words",
        kind="loaded",
        severity="note",
        message="",
        plainer=(),
        voice="outlet",
        part="body",
        reason="",
        link="",
        revision=0,
        probability=rows[0]["probability"],
        fingerprint="",
        sentence=3,
        sentence_start=100,
        sentence_end=len(text),
        sentence_probability=rows[0]["sentence_probability"],
    )
    rule = replace(loaded, kind="rule", check="house.word", probability=None)
    new = NewArticle(
        digest="", text=text, model="slant-minilm", model_version="0.9.0", flags=(rule, loaded)
    )
    of_rule, (probability, held_back) = fit.judged_article(new)
    assert of_rule == (None, False)
    # Sums of one flag and of several may differ in their last digit.
    alone, alone_held_back = fit.judged(found)[rows[0]["flag"]]
    assert probability == pytest.approx(alone, rel=1e-12)
    assert held_back == alone_held_back
    assert fit.judged_article(replace(new, model_version="2")) == ((None, False), (None, False))
    assert fit.judged_article(replace(new, flags=())) == ()
