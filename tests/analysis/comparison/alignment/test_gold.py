"""The judged pairs are of the samples as they are, and the figures in the product are of them."""

import json
from collections import Counter

from analysis.comparison.alignment.measured import PATH, measured
from tests.bench.same_event.gold import LABELS, PARTS, UNTOUCHED, Row, agreement, judged, rows


def test_every_judged_sentence_is_in_its_sample() -> None:
    given = rows()
    assert {row.label for row in given} == set(LABELS)
    assert {row.part for row in given} <= set(PARTS)
    assert all(row.article_a.startswith(row.event) for row in given)
    # Raises KeyError where a sentence is in no sample.
    assert sum(len(one.labels) for one in judged()) == len(given)
    pairs = Counter((row.article_a, row.article_b, row.text_a, row.text_b) for row in given)
    assert max(pairs.values()) == 1


def test_an_event_is_tuned_on_or_not() -> None:
    parts = {(row.event, row.part) for row in rows()}
    assert len(parts) == len({event for event, _ in parts})


def test_what_was_measured_is_of_the_untouched_pairs() -> None:
    untouched = judged(UNTOUCHED)
    written = json.loads(PATH.read_text(encoding="utf-8"))[UNTOUCHED]
    assert written["same"] == measured().same == sum(one.same for one in untouched)
    assert measured().articles == len(untouched)
    assert 0 < measured().precision <= 1
    assert 0 < measured().recall <= 1


def test_agreement_by_hand() -> None:
    def row(*judged: str) -> Row:
        return Row("e", "e-a", "e-b", "tuning", "same", judged, "A.", "B.")

    given = [row("same", "same"), row("same", "partly"), row("partly", "different")]
    given.append(row("different", "different"))
    # They agree on 3 of 4. Shares of “same”: 2/4 and 1/4, so chance is 1/8 + 3/8 = 1/2.
    assert agreement(given) == (0.75 - 0.5) / (1 - 0.5)
