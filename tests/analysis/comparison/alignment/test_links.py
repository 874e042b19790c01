"""Which candidates become links: bands, several partners, doubtful ones only where none is sure."""

import numpy as np

from analysis.comparison.alignment.evidence import EVIDENCE, Candidates
from analysis.comparison.alignment.links import PARTNERS, Link, chosen
from analysis.comparison.alignment.weights import Weights, weights

BY_SIMILARITY = Weights((1.0, *[0.0] * (len(EVIDENCE) - 1)), 0.0, 0.8, 0.4)
"""The probability is the sigmoid of the first piece of evidence."""


def linked(probabilities: dict[tuple[int, int], float]) -> list[tuple[int, int, str]]:
    evidence = np.zeros((len(probabilities), len(EVIDENCE)))
    evidence[:, 0] = [np.log(p / (1 - p)) for p in probabilities.values()]
    found = chosen(Candidates(list(probabilities), evidence, np.zeros((9, 9))), BY_SIMILARITY)
    assert all(abs(link.probability - probabilities[link.a, link.b]) < 1e-9 for link in found)
    return [(link.a, link.b, link.band) for link in found]


def test_bands() -> None:
    assert linked({(0, 0): 0.9, (1, 1): 0.5, (2, 2): 0.3}) == [
        (0, 0, "same fact"),
        (1, 1, "possibly"),
    ]


def test_a_sentence_may_have_several_sure_partners() -> None:
    assert linked({(0, 0): 0.9, (0, 1): 0.85, (1, 1): 0.95}) == [
        (0, 0, "same fact"),
        (0, 1, "same fact"),
        (1, 1, "same fact"),
    ]
    many = linked({(0, place): 0.99 - place / 100 for place in range(PARTNERS + 2)})
    assert [b for _, b, _ in many] == list(range(PARTNERS))


def test_a_doubtful_partner_only_where_one_side_has_none() -> None:
    assert linked({(0, 0): 0.9, (1, 1): 0.9, (0, 1): 0.5}) == [
        (0, 0, "same fact"),
        (1, 1, "same fact"),
    ]
    assert linked({(0, 0): 0.9, (0, 1): 0.5}) == [(0, 0, "same fact"), (0, 1, "possibly")]


def test_the_weights_that_the_evaluation_wrote() -> None:
    written = weights()
    assert len(written.weights) == len(EVIDENCE)
    assert 0 < written.possibly_from < written.same_fact_from < 1
    assert (
        Link(0, 0, written.same_fact_from, written.band(written.same_fact_from)).band == "same fact"
    )
    assert written.band(written.possibly_from) == "possibly"
    assert written.band(written.possibly_from - 1e-6) == "no match found"
