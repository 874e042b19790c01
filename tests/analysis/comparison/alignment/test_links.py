"""Which candidates become links: bands, several partners, doubtful ones only where none is sure."""

import numpy as np
import pytest

from analysis.comparison.alignment.evidence import EVIDENCE, candidates
from analysis.comparison.alignment.links import ASKED, PARTNERS, Link, chosen, judged, links
from analysis.comparison.alignment.weights import Weights, weights
from analysis.speakers.tagging.network import voices

PLAIN = Weights(
    weights=(1.0, *[0.0] * (len(EVIDENCE) - 1)),
    constant=0.0,
    first=2.0,
    network=(1.0, -1.0),
    then=0.5,
    same_fact_from=0.8,
    possibly_from=0.4,
)


def linked(probabilities: dict[tuple[int, int], float]) -> list[tuple[int, int, str]]:
    found = chosen(list(probabilities), np.array(list(probabilities.values())), PLAIN)
    assert all(link.probability == probabilities[link.a, link.b] for link in found)
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


def test_probabilities_by_hand() -> None:
    assert PLAIN.logits(np.eye(2, len(EVIDENCE))).tolist() == [1, 0]
    said = np.array([[3.0, 1.0]])
    assert PLAIN.with_network(np.array([1.5]), said).tolist() == [2 * 1.5 + 3 - 1 + 0.5]


def test_the_network_is_asked_where_there_is_most_doubt() -> None:
    texts = [f"The lake froze on day {number} of the winter." for number in range(20)]
    found = candidates(texts, texts, voices())
    assert len(found.places) > ASKED
    logits = PLAIN.logits(found.evidence)
    probabilities = judged(found, texts, texts, voices(), PLAIN)
    as_before = np.isclose(probabilities, 1 / (1 + np.exp(-logits)))
    assert as_before.sum() == len(found.places) - ASKED
    assert np.abs(logits[as_before]).min() >= np.abs(logits[~as_before]).max()


def test_two_tellings_of_one_vote() -> None:
    found, similarity = links(
        ["The council voted 9 to 4 on Tuesday to close the library.", "It opened in 1961."],
        ["Sheep graze.", "Councillors voted by 9 to 4 to close the library on Tuesday."],
        voices(),
    )
    assert [(link.a, link.b, link.band) for link in found] == [(0, 1, "same fact")]
    assert similarity.shape == (2, 2)
    with pytest.raises(AttributeError):
        found[0].a = 3  # type: ignore[misc]
