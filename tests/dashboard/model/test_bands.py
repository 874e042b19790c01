"""The bands on held-out sentences, in counts."""

from dashboard.model.bands import BandCount, band_counts


def test_shares_become_counts():
    # 1,000 sentences: 400, of which 90 % are right; 250; 350, of which 98 % are.
    measured = {
        "rows": 1000,
        "loaded": {"share": 0.4, "right": 0.9},
        "uncertain": {"share": 0.25},
        "not loaded": {"share": 0.35, "right": 0.98},
    }
    assert band_counts(measured) == (
        BandCount("loaded", 400, 40),
        BandCount("uncertain", 250, 0),
        BandCount("not loaded", 350, 7),
    )


def test_a_count_in_words():
    assert BandCount("loaded", 1200, 40).words == "■ likely loaded: 1,200, people disagreed with 40"
    assert BandCount("uncertain", 50, 0).words == "▨ uncertain: 50"
    assert BandCount("not loaded", 9, 0).words == "□ not loaded: 9, people disagreed with 0"
