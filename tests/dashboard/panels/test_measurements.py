"""The folds of the How it works page, on measurements made up for the test."""

from streamlit.testing.v1 import AppTest

from dashboard.panels.measurements import NOT_MEASURED, calibration_words


def test_calibration_says_which_way_it_is_off_on_each_set():
    def row(of, *bins):
        names = ("confidence", "correct", "rows")
        found = [dict(zip(names, bin_, strict=True)) for bin_ in bins]
        return {"rows_of": of, "rows": sum(b["rows"] for b in found), "ece": 0.21, "bins": found}

    measured = {
        "loaded": row("Weekly; fitted on it", (0.2, 0.1, 300), (0.6, 0.9, 900)),
        "loaded_test": row("Daily *news*", (0.5, 0.5, 10)),
        "sentiment": row("Reviews", (0.5, 0.5, 10)),
    }
    first, second = calibration_words(measured, "loaded").split("\n\n")
    assert first == (
        "This is Weekly, 1,200 sentences: 21 points off the line on average (expected calibration "
        "error, 10 bins). It said 50%, and 70% were so."
    )
    assert second == r"Daily \*news\*, 10 sentences: 21 points. It said 50%, and 50% were so."


def test_a_release_without_the_measurements_says_so():
    def section():
        from dashboard.panels.measurements import _names, _people, _reasons

        _people({"version": "0.0.1"})
        _reasons({"version": "0.0.1"})
        _names({"version": "0.0.1"}, "light")

    shown = AppTest.from_function(section).run()
    assert not shown.exception
    assert [block.value for block in shown.markdown] == [NOT_MEASURED] * 3


def test_reasons_are_told_in_counts():
    def section():
        from dashboard.panels.measurements import _reasons

        _reasons(
            {
                "faithfulness": {
                    "flagged": 1_250,
                    "without_words": 50,
                    "sentences": 1_000,
                    "share": 0.996,
                    "fall_named": 0.449,
                    "fall_random": 0.032,
                }
            }
        )

    (words,) = [block.value for block in AppTest.from_function(section).run().markdown]
    assert "Of 1,250 held-out sentences" in words
    assert "it named loaded words in 1,200. In 1,000 of those" in words
    assert "In 996 the probability fell further" in words
    assert "by 45 points on average, and by 3 without the others" in words
