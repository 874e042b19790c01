"""Which sentences of two reports tell the same fact, against what readers judged.

    python -m tests.bench.same_event            # measure, and write what was measured
    python -m tests.bench.same_event --fit      # weigh the evidence anew before that

The judged pairs are those of ``tests/gold/same_event/``: all are of invented events, told two or
three times; a third of the events is left alone by ``--fit`` and by whoever works on the rules. It
prints, for those and for the rest, how many of the pairs shown tell the same fact (precision) and
how many of those that do are shown (recall), with 95 % intervals (bootstrap, 500 draws of pairs of
articles), beside three others: tf-idf as it was used before, the same-fact head alone, and the
ready sentence vectors of all-MiniLM-L6-v2. Their thresholds are the lowest that keep a precision of
0.90 on the pairs that may be tuned on. ``--mistakes`` prints the pairs shown that are none, and
those not shown. Takes half a minute; ``--fit`` needs scikit-learn (``requirements-train.txt``).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence

import numpy as np

from analysis.comparison.alignment.evidence import EVIDENCE
from analysis.comparison.alignment.measured import PATH as MEASURED
from analysis.comparison.alignment.weights import PATH, Weights, weights
from analysis.speakers.tagging.network import voices
from models.evaluation.metrics import bootstrap_interval
from models.inference.voices.release import PAIR_OUTPUTS
from tests.bench.same_event.fitting import fit
from tests.bench.same_event.gold import PARTLY, SAME, TUNING, Judged, agreement, judged, rows
from tests.bench.same_event.methods import (
    Scores,
    Shown,
    head,
    linked,
    mutual_best,
    sentence_vectors,
    shared_words,
)

Method = Callable[[Judged], Shown]
PRECISION = 0.90
"""What the others' thresholds keep on the pairs that may be tuned on."""


def main() -> None:
    """Measure, and write ``measured.json``; with ``--fit`` write ``weights.json`` first."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.same_event")
    parser.add_argument("--fit", action="store_true", help="weigh the evidence anew")
    parser.add_argument("--mistakes", action="store_true", help="print what was shown wrongly")
    arguments = parser.parse_args()
    network = voices()
    if arguments.fit:
        write_weights(*fit(judged(TUNING), network))
        weights.cache_clear()
    weighed = weights()
    methods: dict[str, Method] = {"comparison": lambda one: linked(one, network, weighed)}
    others: dict[str, Scores | None] = {
        "tf-idf": shared_words,
        "same-fact head": head(network),
        "all-MiniLM-L6-v2": sentence_vectors(),
    }
    for name, scores in others.items():
        if scores is not None:
            methods[name] = thresholded(scores)
    given_rows = rows()
    written: dict[str, object] = {
        "judged_pairs": len(given_rows),
        "kappa_of_two_readers": agreement(given_rows),
    }
    print(f"{len(given_rows)} judged pairs; the readers' kappa {agreement(given_rows):.3f}")
    for part in sorted({one.part for one in judged()}):
        given = judged(part)
        written[part] = {"pairs_of_articles": len(given), "same": sum(one.same for one in given)}
        print(f"\n{part}: {len(given)} pairs of articles, {written[part]}")
        for name, method in methods.items():
            figures = measure(given, method)
            written[part] |= {name: figures}  # type: ignore[operator]
            print(f"  {name:18}", line(figures))
            if arguments.mistakes and name == "comparison":
                print_mistakes(given, method)
    MEASURED.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


def thresholded(scores: Scores) -> Method:
    """Return the method that pairs mutual best sentences, from the lowest threshold that keeps
    ``PRECISION`` on the pairs that may be tuned on."""
    tuning = judged(TUNING)
    values = [scores(one) for one in tuning]
    found = sorted(
        (
            (float(value[place]), one.label(place) == SAME)
            for one, value in zip(tuning, values, strict=True)
            for place in mutual_best(value, -1).same
        ),
        reverse=True,
    )
    right = np.cumsum([same for _, same in found]) / np.arange(1, len(found) + 1)
    threshold = found[int(np.flatnonzero(right >= PRECISION)[-1])][0]
    return lambda one: mutual_best(scores(one), threshold)


def measure(given: Sequence[Judged], method: Method) -> dict[str, object]:
    """Return precision and recall of the pairs shown as the same fact, each with its interval; the
    precision if pairs that share a lesser fact count as right; and precision and recall together
    with those that are shown as possibly the same."""
    counts = np.array([_counts(one, method(one)) for one in given], dtype=float)
    groups = np.arange(len(given))

    def share(of: int, among: int) -> tuple[float, list[float]]:
        def score(rows: np.ndarray) -> float:
            return float(counts[rows, of].sum() / counts[rows, among].sum())

        return score(groups), list(bootstrap_interval(score, groups))

    precision, precision_range = share(0, 2)
    recall, recall_range = share(0, 3)
    return {
        "precision": precision,
        "precision_95": precision_range,
        "recall": recall,
        "recall_95": recall_range,
        "shown": int(counts[:, 2].sum()),
        "precision_with_partly": share(1, 2)[0],
        "precision_possibly": float(counts[:, 4].sum() / counts[:, 5].sum())
        if counts[:, 5].sum()
        else None,
        "recall_with_possibly": float((counts[:, 0] + counts[:, 4]).sum() / counts[:, 3].sum()),
    }


def _counts(one: Judged, shown: Shown) -> tuple[int, ...]:
    same = [one.label(place) for place in shown.same]
    possibly = [one.label(place) for place in shown.possibly]
    return (
        same.count(SAME),
        same.count(SAME) + same.count(PARTLY),
        len(same),
        one.same,
        possibly.count(SAME),
        len(possibly),
    )


def line(figures: dict[str, object]) -> str:
    """Return the figures as one line."""
    low, high = figures["precision_95"]  # type: ignore[misc]
    low_recall, high_recall = figures["recall_95"]  # type: ignore[misc]
    return (
        f"precision {figures['precision']:.3f} ({low:.2f}-{high:.2f})  "
        f"recall {figures['recall']:.3f} ({low_recall:.2f}-{high_recall:.2f})  "
        f"{figures['shown']} shown, with partly {figures['precision_with_partly']:.3f}; "
        f"with possibly recall {figures['recall_with_possibly']:.3f}"
    )


def print_mistakes(given: Sequence[Judged], method: Method) -> None:
    """Print the pairs shown as the same fact that are none, and those that are not shown."""
    for one in given:
        shown = method(one)
        for place in sorted(shown.same | {p for p, label in one.labels.items() if label == SAME}):
            label = one.label(place)
            if (label == SAME) != (place in shown.same):
                band = "same fact" if place in shown.same else "not shown"
                band = "possibly" if place in shown.possibly else band
                print(f"    [{one.event}] {band}, judged {label}:")
                print(f"      {one.texts_a[place[0]]}\n      {one.texts_b[place[1]]}")


def write_weights(weighed: Weights, left_out: dict[str, float]) -> None:
    """Write ``weights.json``."""
    given = {
        "weights": dict(zip(EVIDENCE, weighed.weights, strict=True)),
        "constant": weighed.constant,
        "first": weighed.first,
        "network": dict(zip(PAIR_OUTPUTS, weighed.network, strict=True)),
        "then": weighed.then,
        "same_fact_from": weighed.same_fact_from,
        "possibly_from": weighed.possibly_from,
        "events_left_out": left_out,
        "reason": "Logistic regressions on the judged pairs that may be tuned on; the bands begin "
        "where, over events left out, 93 % of those above tell the same fact, and a third of those "
        "below do.",
    }
    PATH.write_text(json.dumps(given, indent=2) + "\n", encoding="utf-8")
    print("weights:", json.dumps(given["weights"]), "\nover events left out:", left_out)


if __name__ == "__main__":
    main()
