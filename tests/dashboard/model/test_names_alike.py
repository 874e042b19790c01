"""What is said about names in identical sentences, on made-up measurements."""

import pytest

from dashboard.model.facts import model_facts
from dashboard.model.names_alike import KINDS, SCORES, alternative, finding, real_sentences, swapped


def measured(**gaps):
    return {
        "aim": 0.05,
        "swaps": {"swaps": 1200, "loaded_flips": 0.02, "sentiment_flips": 0.004},
        "kinds": {
            kind: {
                "loaded": {"names": {"gap": gap, "highest": "Nord", "lowest": "Vale"}},
                "tone": {"names": {"gap": 0.01, "highest": "Nord", "lowest": "Vale"}},
            }
            for kind, gap in gaps.items()
        },
    }


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        (
            {"party": 0.04, "country": 0.05},
            "Loaded probability keeps to the aim for every kind; the largest gap is "
            "countries, 0.05 (Nord highest, Vale lowest).",
        ),
        (
            {"party": 0.06, "country": 0.3, "gender": 0.01},
            "Loaded probability keeps to the aim for 1 of 3 kinds. It misses it for "
            "countries, 0.30 (Nord highest, Vale lowest); "
            "parties, 0.06 (Nord highest, Vale lowest).",
        ),
        (
            {"party": 0.06, "country": 0.3},
            "Loaded probability misses the aim for every kind, most of all for "
            "countries, 0.30 (Nord highest, Vale lowest); "
            "parties, 0.06 (Nord highest, Vale lowest).",
        ),
        (
            {"party": 0.06, "country": 0.3, "gender": 0.01, "outlet": 0.2, "religion": 0.4},
            "Loaded probability keeps to the aim for 1 of 5 kinds. It misses it, most of all for "
            "religions, 0.40 (Nord highest, Vale lowest); "
            "countries, 0.30 (Nord highest, Vale lowest); "
            "news outlets, 0.20 (Nord highest, Vale lowest).",
        ),
    ],
    ids=["kept", "partly", "missed", "many"],
)
def test_a_missed_aim_is_said_with_the_names_furthest_apart(gaps, said):
    assert finding(measured(**gaps), "loaded") == said


def test_swaps_are_shares_of_the_tries():
    assert swapped(measured(party=0.1)).endswith(
        "turned the loaded label in 2% and the sentiment label in <1% of 1,200 tries."
    )


def test_real_sentences_are_told_by_the_worst_source():
    def line(change, band, sentiment):
        return {"change": change, "band": {"share": band}, "sentiment": {"share": sentiment}}

    lines = [line("names", 0.05, 0.02), line("names", 0.01, 0.07), line("full stop", 0, 0.012)]
    assert real_sentences(lines) == (
        "In real sentences, putting one politician in another’s place changed the band in 5% and "
        "the sentiment label in 7%; dropping the full stop at the end changed the band in 0% and "
        "the sentiment label in 1%, at most."
    )
    assert real_sentences([]) == ""


def test_the_text_alternative_has_every_figure_of_the_chart():
    assert alternative(measured(party=0.06, gender=0.3)) == (
        "Largest gap between two names of a kind; the aim is 0.05 at most. "
        "Parties: loaded 0.06, tone 0.01; Women’s and men’s names: loaded 0.30, tone 0.01"
    )


def test_the_bundled_measurements_have_a_name_for_every_kind():
    invariance = model_facts().metrics["invariance"]
    assert set(invariance["kinds"]) == set(KINDS)
    for score in SCORES:
        assert finding(invariance, score).startswith(SCORES[score])
