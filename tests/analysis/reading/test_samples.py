"""The sample articles and their front matter."""

import pytest

from analysis.errors import BadSample
from analysis.reading.samples import parse_sample, samples


def test_samples_come_in_pairs_plain_first() -> None:
    found = samples()
    assert len(found) >= 6
    assert [sample.style for sample in found] == ["plain", "loaded"] * (len(found) // 2)
    for sample in found:
        assert sample.slug == f"{sample.event}-{sample.style}"
        assert sample.text == sample.text.strip("\n")
        assert "---" not in sample.text
        assert sample.text.startswith(f"{sample.title}\n\n")
        assert sample.text.count(sample.title) == 1


SAMPLE = "---\ntitle: A: b\nstyle: plain\nevent: e\noutlet: O\ndate: 2025-01-02\n---\n\nBody.\n"


def test_sample_is_parsed() -> None:
    sample = parse_sample("e-plain", SAMPLE)
    assert (sample.title, sample.date, sample.text) == ("A: b", "2025-01-02", "A: b\n\nBody.")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("---\ntitle", "title", "has no front matter"),
        ("\n---\n\n", "\n\n", "has no front matter"),
        ("style: plain", "style: rude", "has the style 'rude'"),
        ("event: e\n", "", "has other keys"),
        ("event: e\n", "event: e\nx: y\n", "has other keys"),
        ("event: e\n", "event: e\nevent: e\n", "no single"),
        ("event: e\n", "event:\n", "no single"),
        ("event: e\n", "event\n", "no single"),
    ],
)
def test_wrong_front_matter(old: str, new: str, reason: str) -> None:
    with pytest.raises(BadSample, match=reason):
        parse_sample("e-plain", SAMPLE.replace(old, new, 1))
