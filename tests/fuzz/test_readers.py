"""A small part of the fuzzing run; all of it is ``python -m tests.fuzz.readers``."""

from tests.fuzz.readers import run


def test_only_our_own_errors_come_out() -> None:
    counts, failures = run(inputs=200, seed=20_000)
    assert failures == []
    assert counts.total() == 200
    for kind in ("html", "pdf", "docx"):
        assert counts[f"{kind}: read"] > 0
