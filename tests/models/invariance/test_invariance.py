import csv
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from analysis.scoring.wording.alternatives import TABLE
from models import load_classifier
from models.errors import DataError
from models.inference.prediction import Prediction
from models.invariance import Suite, invariance, read_suite
from models.invariance.gaps import by_training, flip_share, gap, means_by, spread
from models.invariance.measure import tone
from models.invariance.suite import (
    FOLDER,
    KINDS,
    SLOT,
    Name,
    Swap,
    SwapSentence,
    Template,
    fill,
    key_of,
)

LEAST = {"party": 30, "politician": 30, "outlet": 30, "country": 60, "religion": 20, "gender": 40}
LEAST |= {"ethnicity": 40}

# Words by which a writer judges, doubts or stresses; none belongs in a neutral template.
JUDGING = re.compile(
    r"\b(good|bad|great|terrible|shameful|brave|famous|notorious|alleged|allegedly|claimed|slammed|"
    r"blasted|vowed|admitted|insisted|very|only|just|even|finally|extreme|radical|regime|failed|"
    r"refused|crisis|attack|victory|shocking|honest|corrupt)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def suite() -> Suite:
    return read_suite()


def test_gap_is_between_the_highest_and_the_lowest_mean() -> None:
    assert gap({"a": 0.25, "b": 0.75, "c": 0.5}) == {"gap": 0.5, "highest": "b", "lowest": "a"}
    assert gap({"a": 0.25}) == {"gap": 0.0, "highest": "a", "lowest": "a"}
    with pytest.raises(ValueError, match="empty"):
        gap({})


def test_means_go_over_all_sentences_of_all_names_of_a_group() -> None:
    scores = np.array([[0.0, 1.0], [0.5, 0.5], [0.25, 0.25]])
    assert means_by(["x", "y", "x"], scores) == {"x": 0.375, "y": 0.5}


def test_spread_by_hand() -> None:
    scores = np.array([[0.0, 0.5], [0.5, 1.0], [0.25, 0.25], [0.5, 1.0]])
    assert spread(["a", "b", "c", "d"], ["x", "x", "y", "y"], scores) == {
        "mean": 0.5,
        "low": 0.0,
        "high": 1.0,
        # Means of the names: 0.25, 0.75, 0.25, 0.75; of equals the first is named.
        "names": {"gap": 0.5, "highest": "b", "lowest": "a"},
        # Means of the groups: 0.5, 0.5.
        "groups": {"gap": 0.0, "highest": "x", "lowest": "x"},
    }


def test_names_new_to_the_model_are_compared_among_themselves() -> None:
    scores = np.array([[0.0, 0.5], [0.5, 1.0], [0.25, 0.25]])
    trained = np.array([False, True, False])
    assert by_training(["a", "b", "c"], trained, scores) == {
        "trained": {"gap": 0.0, "highest": "b", "lowest": "b", "count": 1},
        "new": {"gap": 0.0, "highest": "a", "lowest": "a", "count": 2},
    }
    assert list(by_training(["a"], np.array([False]), scores[:1])) == ["new"]


def test_an_article_and_capitals_make_no_other_name() -> None:
    assert key_of("the Hindu") == key_of("The Hindu") == key_of("Hindu")
    assert key_of("Theresa May") != key_of("resa May")


def test_flips_are_counted_over_all_swaps() -> None:
    assert flip_share(np.array([0, 1, 1, 0]), np.array([0, 0, 1, 0])) == 0.25
    assert flip_share(np.array([2, 2]), np.array([2, 2])) == 0.0
    assert flip_share(np.array([]), np.array([])) == 0.0


def test_tone_is_positive_minus_negative() -> None:
    prediction = Prediction(
        sentiment=np.array([[0.5, 0.25, 0.25], [0.0, 0.25, 0.75]], dtype=np.float32),
        loaded=np.zeros(2, dtype=np.float32),
        words=[[], []],
        truncated=np.zeros(2, dtype=bool),
        read_to=np.zeros(2, dtype=np.int64),
    )
    assert tone(prediction).tolist() == [-0.25, 0.75]


def test_filling_begins_with_a_capital_letter_and_changes_no_other() -> None:
    assert fill("{name} met.", "the Labour Party") == "The Labour Party met."
    assert fill("On Monday {name} met.", "the BBC") == "On Monday the BBC met."
    assert fill("“We,” {name} said.", "she") == "“We,” she said."


class WordRule:
    """A classifier whose scores follow from single words of the sentence."""

    def predict(self, sentences: Sequence[str]) -> Prediction:
        loaded = [0.75 if "awful" in s else 0.25 if "Vale" in s else 0.0 for s in sentences]
        sentiment = [[0.5, 0.25, 0.25] if "Vale" in s else [0.0, 1.0, 0.0] for s in sentences]
        return Prediction(
            sentiment=np.array(sentiment, dtype=np.float32),
            loaded=np.array(loaded, dtype=np.float32),
            words=[[] for _ in sentences],
            truncated=np.zeros(len(sentences), dtype=bool),
            read_to=np.zeros(len(sentences), dtype=np.int64),
        )


def test_a_classifier_that_minds_a_name_is_found_out() -> None:
    small = Suite(
        names=(Name("country", "north", "Nord"), Name("country", "south", "Vale")),
        templates=(
            Template(("country",), "{name} counts its ships."),
            Template(("country", "party"), "A ship left {name}."),
        ),
        swaps=(Swap("country", "Nord", "Vale"),),
        sentences=(
            SwapSentence(("country",), "plain", "{name} has snow."),
            SwapSentence(("country",), "loaded", "{name} has awful snow."),
        ),
    )
    found = invariance(WordRule(), small, trained=["the Nord"])
    assert found["names"] == 2
    assert found["sentences"] == 4
    country = found["kinds"]["country"]
    assert list(found["kinds"]) == ["country"]
    assert (country["names"], country["templates"]) == (2, 2)
    assert country["loaded"]["names"] == {"gap": 0.25, "highest": "Vale", "lowest": "Nord"}
    assert country["loaded"]["trained"] == {
        "gap": 0.0,
        "highest": "Nord",
        "lowest": "Nord",
        "count": 1,
    }
    assert country["loaded"]["new"]["highest"] == "Vale"
    assert country["tone"]["groups"] == {"gap": 0.25, "highest": "north", "lowest": "south"}
    # The name moves the loaded probability, but never over 0.5; the sentiment label both times.
    assert country["swaps"] == {"swaps": 2, "loaded_flips": 0.0, "sentiment_flips": 1.0}
    intervals = {"loaded_interval": [0.0, 0.0], "sentiment_interval": [1.0, 1.0]}
    assert found["swaps"] == country["swaps"] | intervals
    assert json.loads(json.dumps(found)) == found


def test_the_bundled_model_runs_over_a_part_of_the_suite(suite: Suite) -> None:
    part = Suite(
        names=tuple(n for n in suite.names if n.kind == "gender")[:4],
        templates=suite.templates[:3],
        swaps=tuple(s for s in suite.swaps if s.kind == "gender")[:2],
        sentences=suite.sentences[:3],
    )
    found = invariance(load_classifier(), part, trained=[])["kinds"]["gender"]
    assert found["names"] == 4
    assert found["swaps"]["swaps"] == 6
    assert 0 <= found["loaded"]["low"] <= found["loaded"]["mean"] <= found["loaded"]["high"] <= 1
    assert -1 <= found["tone"]["low"] <= found["tone"]["mean"] <= found["tone"]["high"] <= 1


def test_there_are_enough_names_and_none_twice(suite: Suite) -> None:
    counts = Counter(n.kind for n in suite.names)
    assert set(counts) == set(KINDS)
    assert len(suite.names) >= 220
    for kind, least in LEAST.items():
        assert counts[kind] >= least, kind
    assert len({n.name.casefold() for n in suite.names}) == len(suite.names)
    for name in suite.names:
        assert name.name == name.name.strip() != ""
        assert name.group


def test_each_kind_has_its_groups(suite: Suite) -> None:
    for kind in KINDS:
        assert len({n.group for n in suite.names if n.kind == kind}) >= 2
    continents = {n.group for n in suite.names if n.kind == "country"}
    assert {"Africa", "Asia", "Europe", "South America", "Oceania"} <= continents
    gender = Counter(n.group for n in suite.names if n.kind == "gender")
    assert gender["women"] == gender["men"]


def test_templates_are_enough_and_neutral_in_form(suite: Suite) -> None:
    for kind in KINDS:
        assert sum(kind in t.kinds for t in suite.templates) >= 30, kind
    assert len({t.text for t in suite.templates}) == len(suite.templates)
    for template in suite.templates:
        assert template.text.count(SLOT) == 1
        assert template.text.count("{") == template.text.count("}") == 1
        assert template.text.endswith(".")
        assert not set('!?“”"') & set(template.text)
        assert not JUDGING.search(template.text), template.text


def test_no_template_has_a_word_from_the_table_of_loaded_words(suite: Suite) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        terms = [re.escape(row["term"]) for row in csv.DictReader(file)]
    loaded = re.compile(rf"\b({'|'.join(terms)})\b", re.IGNORECASE)
    assert len(terms) > 1000
    assert len(suite.templates) > 100
    for template in suite.templates:
        assert not loaded.search(template.text), template.text


def test_swaps_are_of_known_names_of_one_kind(suite: Suite) -> None:
    kinds = {n.name: n.kind for n in suite.names}
    for swap in suite.swaps:
        assert kinds[swap.first] == kinds[swap.second] == swap.kind
        assert swap.first != swap.second
    assert len({frozenset((s.first, s.second)) for s in suite.swaps}) == len(suite.swaps)
    for kind in KINDS:
        assert sum(s.kind == kind for s in suite.swaps) >= 10, kind


def test_swap_sentences_are_enough_and_of_both_wordings(suite: Suite) -> None:
    assert len({s.text for s in suite.sentences}) == len(suite.sentences) >= 60
    assert {s.text for s in suite.sentences}.isdisjoint(t.text for t in suite.templates)
    for sentence in suite.sentences:
        assert sentence.text.count(SLOT) == 1
        assert sentence.wording in {"plain", "loaded"}
    for kind in KINDS:
        wordings = Counter(s.wording for s in suite.sentences if kind in s.kinds)
        assert min(wordings["plain"], wordings["loaded"]) >= 5, kind


@pytest.mark.parametrize(
    ("table", "text", "said"),
    [
        ("names.csv", None, "names.csv of the invariance suite can't be read"),
        ("names.csv", "kind,name\nparty,A\n", "can't be read"),
        ("names.csv", "kind,group,name\nparties,B,A\n", "Line 2 of names.csv has the kind"),
        ("templates.csv", "kinds,template\nparty,No slot.\n", "needs exactly one {name}"),
        ("swap_sentences.csv", "kinds,wording,sentence\nparty,plain,{name} {name}\n", "Line 2"),
    ],
)
def test_a_broken_table_is_one_sentence(
    tmp_path: Path, table: str, text: str | None, said: str
) -> None:
    paths = sorted(FOLDER.glob("*.csv"))
    assert [path.name for path in paths] == [
        "names.csv",
        "swap_sentences.csv",
        "swaps.csv",
        "templates.csv",
    ]
    for path in paths:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    if text is None:
        (tmp_path / table).unlink()
    else:
        (tmp_path / table).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"^[^\n]+$") as raised:
        read_suite(tmp_path)
    assert said in str(raised.value)


def test_the_tables_open_as_plain_cells() -> None:
    paths = sorted(FOLDER.glob("*.csv"))
    assert [path.name for path in paths] == [
        "names.csv",
        "swap_sentences.csv",
        "swaps.csv",
        "templates.csv",
    ]
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert not any(cell[:1] in "=+-@" for cell in row if cell)
