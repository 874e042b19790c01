"""Compare two or more analysed articles on one event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.comparison.alignment.facts import facts
from analysis.comparison.alignment.pairs import pairs
from analysis.comparison.frames import Comparison
from analysis.comparison.measured.differences import differences
from analysis.comparison.measured.measures import measures
from analysis.comparison.measured.observed import observed
from analysis.comparison.measured.speakers import speakers
from analysis.comparison.people import people
from analysis.comparison.relations import relations
from analysis.comparison.saying.attributions import attributions
from analysis.comparison.saying.cuts import cuts
from analysis.comparison.saying.sayings import sayings
from analysis.comparison.wording.namings import namings
from analysis.comparison.wording.numbers import numbers
from analysis.comparison.wording.wordings import wordings
from analysis.frames import Result
from analysis.speakers.tagging.network import voices

if TYPE_CHECKING:
    import pandas as pd

    from models.inference.voices.network import Voices

ARTICLES_COMPARED = (2, 5)
"""Fewest and most articles of a comparison."""


def compare(result_a: Result, result_b: Result) -> pd.DataFrame:
    """Return the pairs of two analysed articles: the frame ``pairs`` of ``compare_all``.

    Raises what ``compare_all`` raises.
    """
    return pairs((result_a, result_b), voices())


def compare_all(results: Sequence[Result], *, tagger: Voices | None = None) -> Comparison:
    """Compare two to five analysed articles, in the order given.

    ``tagger`` is the network that judges pairs, as ``analyze`` takes it (default: that
    of this process, loaded at the first call).

    Raises ValueError for fewer than two or more than five articles, ModelUnavailable if the
    network that judges can't be loaded.
    """
    fewest, most = ARTICLES_COMPARED
    if not fewest <= len(results) <= most:
        raise ValueError(f"{len(results)} articles given: compare {fewest} to {most}.")
    articles = tuple(results)
    network = tagger or voices()
    judge = network.same_fact
    paired = pairs(articles, network)
    known = people(articles)
    found = observed(articles, known)
    return Comparison(
        articles=articles,
        pairs=paired,
        facts=facts(paired, articles),
        relations=relations(paired, articles),
        wordings=wordings(paired, articles),
        numbers=numbers(paired, articles),
        sayings=sayings(paired, articles, judge, known),
        attributions=attributions(paired, articles, judge, known),
        cuts=cuts(articles, known),
        namings=namings(paired, articles, known),
        speakers=speakers(articles, known),
        measures=measures(found),
        differences=differences(found),
    )
