"""The card's sections on what readers see."""

from models.evaluation.card.readers import judged_bands, passed_over, tones

SHOWN = {"from": 0.7, "rows": 1200, "right": 0.81, "low": 0.7, "high": 0.9, "any": 0.6}
NONE = {"from": 0.9, "rows": 0}


def test_each_set_has_a_line_and_the_thresholds_stand_above() -> None:
    row = {"rows_of": "a set", "rows": 3000, "negative": SHOWN, "neutral": SHOWN, "positive": NONE}
    lines = tones([row])
    assert "(negative from 0.7, neutral from 0.7, positive from 0.9)" in lines[2]
    cell = "1,200, right 81% (70%–90%); at any probability 60%"
    assert f"| a set | 3,000 | {cell} | {cell} | none shown |" in lines
    assert (lines[0][:4], lines[-1]) == ("### ", "")


def test_what_is_passed_over_is_told_by_band() -> None:
    band = {"rows": 8, "share": 0.8, "low": 0.5, "high": 0.9}
    few = {"rows": 1, "share": 0.1, "low": 0.0, "high": 0.4}
    found = {"articles": 3, "sentences": 90, "rows": 10, "loaded": band} | {
        "uncertain": few,
        "not loaded": few,
    }
    text = "\n".join(passed_over(found))
    assert "90 sentences of 3 whole articles and called 10 clearly loaded" in text
    assert "8, that is 80% (50%–90%), are in the band loaded" in text
    assert "1, that is 10% (0%–40%), in the band not loaded" in text


def test_bands_are_told_by_what_the_reader_said() -> None:
    part = {"rows": 5, "share": 0.5, "low": 0.2, "high": 0.8}
    found = {"loaded": {"rows": 10, "clearly": part, "debatable": part, "plain": part}}
    lines = judged_bands(found | {"uncertain": {"rows": 0}})
    assert "| loaded | 10 | 5, 50% (20%–80%) | 5, 50% (20%–80%) | 5, 50% (20%–80%) |" in lines
    assert "| uncertain | 0 |  |  |  |" in lines


def test_what_was_not_measured_has_no_section() -> None:
    assert passed_over({}) == []
    assert judged_bands({}) == []
