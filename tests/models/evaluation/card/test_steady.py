"""The card's sections on what should not change a score."""

from models.evaluation.card.steady import real_sentences, spoken, vivid

SHARE = {"share": 0.0312, "low": 0.01, "high": 0.06}


def test_each_source_and_change_has_a_line() -> None:
    labels = dict.fromkeys(("loaded", "band", "sentiment", "tone"), SHARE)
    lines = real_sentences(
        [{"source": "a set", "change": "full stop", "sentences": 1200, **labels}]
    )
    cells = " | ".join(["3.1% (1.0%–6.0%)"] * 4)
    assert f"| a set | last full stop dropped | 1,200 | {cells} |" in lines
    assert (lines[0][:4], lines[-1]) == ("### ", "")


def test_false_alarms_are_told_by_desk() -> None:
    half = {"rows": 160, "desks": {"law": 2, "food": 3}, "uncertain": 0.1, **SHARE}
    lines = vivid({"held_out": half})
    expected = "| desks in no training | 160 | 3.1% (1.0%–6.0%) | 10.0% | law 2, food 3 |"
    assert expected in lines


def test_forms_are_columns() -> None:
    lines = spoken({"flagged": {"rows": 80, "quoted": SHARE, "reported": SHARE}})
    assert "| sentences | rows | quoted | reported |" in lines
    assert lines[-2].endswith("| 80 | 3.1% (1.0%–6.0%) | 3.1% (1.0%–6.0%) |")


def test_what_was_not_measured_has_no_section() -> None:
    assert real_sentences([]) == vivid({}) == spoken({}) == []
