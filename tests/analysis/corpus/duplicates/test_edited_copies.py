"""Edited copies of invented articles among lookalikes: how many are found, and how many wrongly.

The whole measurement, on an archive, is ``tests/bench/near_duplicates``.
"""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from analysis.reading.samples import samples
from tests.bench.near_duplicates.edits import EDITS
from tests.bench.near_duplicates.measuring import (
    Told,
    clustered,
    everything,
    measured,
    one_copy_each,
    wrong_by_kind,
)

SEED = 26


@cache
def texts() -> tuple[list[str], list[str]]:
    """The samples, two tellings of most events among them, and others that copies take from."""
    found = [sample.text for sample in samples()]
    return found[:22], found[22:]


@cache
def all_of_it() -> tuple[list[Told], pd.DataFrame]:
    told = everything(*texts(), SEED, copies=3, filled_each=10)
    return told, clustered(told, SEED)


def test_copies_are_found_among_lookalikes() -> None:
    pairs = measured(*all_of_it()).figures()
    assert pairs["true"] == 22 * 6
    assert pairs["f1"] >= 0.9
    assert pairs["precision"] >= 0.95


def test_frames_and_tellings_of_the_same_event_are_told_apart() -> None:
    told, found = all_of_it()
    assert sum(wrong_by_kind(told, found).values()) <= 1


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name.split(",")[0])
def test_each_way_of_editing_is_found(edit: object) -> None:
    known = next(one for one in EDITS if one is edit)
    told = one_copy_each(texts()[0], known, known.strengths[1], texts()[1], SEED)
    assert measured(told, clustered(told, SEED)).figures()["f1"] >= 0.9
