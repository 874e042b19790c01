"""Each part of a comparison from the articles alone: the people and what was observed of them are
worked out here, which ``compare_all`` does once for all parts."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.comparison.alignment.judge import Judge
from analysis.comparison.measured import differences as _differences
from analysis.comparison.measured import measures as _measures
from analysis.comparison.measured import observed as _observed
from analysis.comparison.measured import speakers as _speakers
from analysis.comparison.measured.observed import Observed
from analysis.comparison.people import people
from analysis.comparison.saying import attributions as _attributions
from analysis.comparison.saying import cuts as _cuts
from analysis.comparison.saying import sayings as _sayings
from analysis.comparison.wording import namings as _namings
from analysis.frames import Result

Articles = Sequence[Result]


def sayings(pairs: pd.DataFrame, articles: Articles, judge: Judge) -> pd.DataFrame:
    return _sayings.sayings(pairs, articles, judge, people(articles))


def attributions(pairs: pd.DataFrame, articles: Articles, judge: Judge) -> pd.DataFrame:
    return _attributions.attributions(pairs, articles, judge, people(articles))


def cuts(articles: Articles) -> pd.DataFrame:
    return _cuts.cuts(articles, people(articles))


def namings(pairs: pd.DataFrame, articles: Articles) -> pd.DataFrame:
    return _namings.namings(pairs, articles, people(articles))


def speakers(articles: Articles) -> pd.DataFrame:
    return _speakers.speakers(articles, people(articles))


def observed(articles: Articles) -> list[Observed]:
    return _observed.observed(articles, people(articles))


def measures(articles: Articles) -> pd.DataFrame:
    return _measures.measures(observed(articles))


def differences(articles: Articles) -> pd.DataFrame:
    return _differences.differences(observed(articles))
