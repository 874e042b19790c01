"""Reasons why articles were skipped are shown in plain words, not as names of errors."""

from __future__ import annotations

import pytest

from analysis import errors
from analysis.corpus.articles import FAILED
from analysis.corpus.engine.partition import WORKER_DIED
from analysis.corpus.reading.tables.rows import BROKEN
from analysis.output.phrasing.archive.about import skipped_rows
from analysis.output.phrasing.archive.skipped import REASONS, reason_said

OF_ARTICLES = (
    errors.EmptyText,
    errors.TextTooLong,
    errors.NotText,
    errors.NotEnglish,
    errors.CannotRead,
    errors.CannotFetch,
    errors.RefusedAddress,
    errors.BadAddress,
    errors.DisallowedByRobots,
    errors.NeedsLogin,
)


@pytest.mark.parametrize(
    "reason", [*(error.__name__ for error in OF_ARTICLES), FAILED, WORKER_DIED, BROKEN]
)
def test_every_reason_has_words(reason: str) -> None:
    assert reason_said(reason) == REASONS[reason] != reason


def test_no_two_reasons_look_the_same() -> None:
    assert len(set(REASONS.values())) == len(REASONS)


def test_a_reason_of_another_version_is_shown_as_it_is() -> None:
    about = {"skipped": {"Odd\nReason": 3, "EmptyText": 5}}
    assert skipped_rows(about) == [["no text", 5], ["Odd Reason", 3]]
