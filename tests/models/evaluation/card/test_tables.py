from models.evaluation.card import tables as card_tables


def test_a_table_has_a_rule_below_its_head_and_room_below_itself() -> None:
    made = card_tables.table(["a", "b"], [["1", "2"]])
    assert made == ["| a | b |", "| --- | --- |", "| 1 | 2 |", ""]


def floor(better: str, reached: float | None, held: bool, aim: float | None) -> dict[str, object]:
    return {
        "measure": "it",
        "better": better,
        "floor": 0.5,
        "aim": aim,
        "reached": reached,
        "held": held,
    }


def test_each_floor_says_whether_it_holds_and_the_aim_too() -> None:
    rows = [
        floor("high", 0.61, True, 0.6),
        floor("high", 0.59, True, 0.6),
        floor("high", 0.49, False, 0.6),
        floor("low", 0.2, True, 0.3),
        floor("low", 0.4, True, None),
        floor("low", None, False, None),
    ]
    lines = [line for line in card_tables.floors(rows) if line.startswith("| it ")]
    assert lines == [
        "| it | ≥ 0.5 | 0.6 | 0.61 | aim |",
        "| it | ≥ 0.5 | 0.6 | 0.59 | floor |",
        "| it | ≥ 0.5 | 0.6 | 0.49 | missed |",
        "| it | ≤ 0.5 | 0.3 | 0.2 | aim |",
        "| it | ≤ 0.5 |  | 0.4 | floor |",
        "| it | ≤ 0.5 |  | not measured | missed |",
    ]


def test_rows_say_what_the_bootstrap_drew() -> None:
    score = {"value": 0.8, "low": 0.75, "high": 0.85}
    row = {
        "task": "a set",
        "metric": "AUROC",
        "rows": 1200,
        "resampled": "articles",
        "units": 30,
        "scores": dict.fromkeys(card_tables.SYSTEMS, score),
    }
    drawn = card_tables.scores([row, row | {"resampled": "sentences"}])
    assert "| a set | AUROC | 1,200 of 30 articles | 0.800 (0.750–0.850) | 0.800 |" in drawn[6]
    assert "| a set | AUROC | 1,200 | 0.800" in drawn[7]


def test_a_technique_never_named_has_no_precision() -> None:
    row = {"technique": "flag_waving", "threshold": 0.4, "claimed": 0, "gold": 9, "found": 0}
    assert "| flag waving | 0 | none named | 9 | 0 |" in card_tables.techniques([row])
    assert "This release names none." in card_tables.techniques([])


def test_an_empty_band_has_its_share_alone() -> None:
    right = {"share": 0.4, "right": 0.93, "low": 0.9, "high": 0.96}
    bands = {"not loaded": right, "uncertain": {"share": 0.6}, "loaded": {"share": 0.0}}
    lines = card_tables.bands({"rows_of": "a set", "rows": 1500, **bands})
    assert "| a set | 1,500 | 40%, right 93.0% (90.0%–96.0%) | 60% | 0% |" in lines
