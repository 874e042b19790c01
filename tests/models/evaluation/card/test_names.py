from models.evaluation.card.names import name_invariance

SCORE = {"mean": 0.01, "low": 0.0, "high": 0.3}
SMALL = {"gap": 0.05, "highest": "A", "lowest": "B", "count": 4}
LARGE = {"gap": 0.051, "highest": "C", "lowest": "D", "count": 5}
SWAPS = {"swaps": 1200, "loaded_flips": 0.01, "sentiment_flips": 0.025}


def measured(**tone: dict[str, object]) -> dict[str, object]:
    loaded = SCORE | {"names": SMALL, "groups": SMALL, "new": SMALL}
    kind = {"names": 9, "templates": 30, "loaded": loaded, "tone": SCORE | tone, "swaps": SWAPS}
    intervals = {"loaded_interval": [0.005, 0.02], "sentiment_interval": [0.01, 0.04]}
    return {
        "aim": 0.05,
        "names": 9,
        "sentences": 1000,
        "swaps": SWAPS | intervals,
        "kinds": {"party": kind},
    }


def test_gaps_over_the_aim_are_marked_and_named() -> None:
    text = "\n".join(name_invariance(measured(names=LARGE, groups=SMALL, trained=SMALL, new=LARGE)))
    assert "| party | loaded | 0.010 | 0.050 | 0.050 |  | 0.050 [4] |" in text
    row = "| party | tone | 0.010 | 0.051 (over) | 0.050 | 0.050 [4] | 0.051 (over) [5] |"
    assert row in text
    assert "Over the aim: party, tone: C 0.051 above D." in text


def test_swaps_are_counted_over_all_and_by_kind() -> None:
    text = "\n".join(name_invariance(measured(names=SMALL, groups=SMALL)))
    assert "of 1,200 swaps 1.0% (0.5%–2.0%) turned the loaded label (at 0.5) and 2.5%" in text
    assert "| party | 1200 | 1.0% | 2.5% |" in text
    assert "No gap is over the aim." in text
