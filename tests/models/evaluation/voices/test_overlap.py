from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from models.evaluation.voices.overlap import (
    alike,
    character_counts,
    characters,
    linked,
    pair_cues,
)


@dataclass(frozen=True)
class Marked:
    """An attribution in spans; what a test does not speak of is empty."""

    cue: list[tuple[int, int]] = field(default_factory=list)
    source: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)


def cues(*spans: tuple[int, int]) -> list[Marked]:
    return [Marked([span]) for span in spans]


def test_what_lies_in_another_span_counts_once():
    outer, inner = [(0, 10)], [(4, 8)]
    assert character_counts([outer, inner], [outer], ()) == (10, 10, 10)
    assert character_counts([inner], [outer, inner], ()) == (4, 4, 10)


def test_characters_set_aside_count_on_neither_side():
    assert character_counts([[(0, 6)]], [[(3, 9)]], {3, 4, 8, 20}) == (1, 4, 3)


def test_cues_are_paired_where_they_overlap_by_a_character():
    assert pair_cues(cues((0, 5)), cues((4, 9))) == {0: 0}
    assert pair_cues(cues((0, 5)), cues((5, 9))) == {}


def test_one_cue_is_paired_once():
    assert len(pair_cues(cues((0, 9)), cues((0, 3), (5, 9)))) == 1
    assert len(pair_cues(cues((0, 3), (5, 9)), cues((0, 9)))) == 1


def test_the_cue_with_more_in_common_is_preferred():
    assert pair_cues(cues((0, 3), (3, 9)), cues((2, 9))) == {0: 1}


def test_a_pair_gives_way_where_that_pairs_more():
    # The first marked cue shares most with found 1, which is the second one's only choice.
    found, gold = cues((0, 4), (4, 10)), cues((3, 9), (9, 10))
    assert pair_cues(found, gold) == {0: 0, 1: 1}


def test_a_cue_in_two_pieces_is_one_cue():
    assert pair_cues([Marked([(0, 3), (8, 11)])], cues((0, 3), (8, 11))) in ({0: 0}, {1: 0})


def test_half_of_what_either_covers_is_alike():
    assert alike([(0, 10)], [(0, 5)])
    assert not alike([(0, 10)], [(0, 4)])
    assert not alike([(0, 8)], [(4, 12)])  # 4 of 12
    assert alike([], [])
    assert not alike([], [(0, 1)])
    assert not alike([(0, 1)], [])


def test_parts_are_right_only_with_the_cue():
    gold = Marked([(10, 14)], [(0, 9)], [(15, 30)])
    assert linked(None, gold) == (False, False)
    assert linked(Marked([(10, 14)], [(0, 9)], [(15, 20)]), gold) == (True, False)
    assert linked(Marked([(10, 14)], [], [(15, 30)]), gold) == (False, True)


SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda at: (at[0], at[0] + at[1])),
    max_size=6,
)


@given(SPANS, SPANS)
def test_pairs_overlap_and_none_is_used_twice(found, gold):
    pairs = pair_cues(cues(*found), cues(*gold))
    assert len(set(pairs.values())) == len(pairs)
    for place, choice in pairs.items():
        (a, b), (c, d) = found[choice], gold[place]
        assert a < d
        assert c < b


@given(SPANS, SPANS)
def test_as_many_are_paired_whichever_side_is_called_found(found, gold):
    assert len(pair_cues(cues(*found), cues(*gold))) == len(pair_cues(cues(*gold), cues(*found)))


@given(SPANS)
def test_counts_of_characters_are_those_of_a_text_painted_span_by_span(spans):
    painted = [any(start <= place < end for start, end in spans) for place in range(40)]
    assert len(characters(spans)) == sum(painted)
