"""Made-up figures of a release, as `metrics.json` holds them."""

from typing import Any


def value(of: float) -> dict[str, float]:
    return {"value": of, "low": of - 0.02, "high": of + 0.01}


def line(task: str, metric: str, of: float, **more: Any) -> dict[str, Any]:
    return {
        "task": task,
        "metric": metric,
        "rows": 1_200,
        "resampled": "documents",
        "units": 80,
        "scores": {"slant": value(of)},
        **more,
    }


def shares(kind: str, of: float) -> dict[str, Any]:
    parts = {part: value(of) for part in ("cue", "source", "content", "linked")}
    return {"kind": kind, "attributions": 1_500, **parts}


BOTH = {"precision": 0.871, "recall": 0.912}
METRICS: dict[str, Any] = {
    "model": "slant-voices",
    "version": "0.0.1",
    "evaluated": "2026-01-02",
    "interval": "95 % of something",
    "names": [line("persons, newswire", "exact span F1", 0.9, names=1_862, **BOTH)],
    "attributions": [
        line("cues", "overlap F1", 0.75, **BOTH),
        line("sources", "character F1", 0.73, **BOTH),
        line("contents", "character F1", 0.89, **BOTH),
    ],
    "linked": [shares("all", 0.61), shares("direct", 0.84)],
    "people": [line("cues", "overlap F1", 0.8) | {"rows": 18, "scores": {"annotator": value(0.8)}}],
    "same_fact": [
        line("same fact", "AUROC", 0.83) | {"scores": {"slant": value(0.83), "tfidf": value(0.75)}}
    ],
}
