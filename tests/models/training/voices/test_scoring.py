from models.training.voices.scoring import characters, f1, overlapping


def test_f1_of_two_hits_of_three_found_and_five_wanted() -> None:
    assert f1(2, 3, 5) == 0.5
    assert f1(0, 0, 0) == 0.0


def test_characters_of_overlapping_spans_count_once() -> None:
    assert characters([(0, 2), (1, 4)]) == {0, 1, 2, 3}


def test_a_wanted_span_is_hit_once() -> None:
    assert overlapping([(0, 2), (1, 3)], [(0, 4)]) == 1
    assert overlapping([(0, 2), (3, 5)], [(0, 2), (4, 6)]) == 2
    assert overlapping([(0, 2)], [(2, 4)]) == 0
