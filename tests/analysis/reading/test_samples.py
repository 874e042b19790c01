"""The sample articles and their front matter."""

import pytest

from analysis.errors import BadSample
from analysis.reading.samples import SEEDS, is_invented, parse_sample, samples, twin


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


def test_every_sample_has_a_twin_of_the_same_event() -> None:
    found = samples()
    for sample in found:
        other = twin(sample, found)
        assert other is not None
        assert (other.event, {other.style, sample.style}) == (sample.event, {"plain", "loaded"})
        assert twin(sample, [sample]) is None


@pytest.mark.parametrize(
    ("change", "invented"),
    [
        (lambda text: text, True),
        (lambda text: f"A headline of any wording\n\n{text}\n", True),
        (lambda text: text.replace("\n", "\r\n"), True),
        (lambda text: text[:-40], False),
        (lambda text: f"{text} And a sentence of another's.", False),
        (lambda text: "", False),
    ],
    ids=["as it is", "with a headline", "other line ends", "cut", "with more", "empty"],
)
def test_a_sample_is_known_however_it_came_in(change, invented) -> None:
    for sample in samples():
        assert is_invented(change(sample.text)) == invented


def test_a_sample_is_known_as_a_file() -> None:
    assert is_invented((SEEDS / "bus-fares-plain.md").read_text(encoding="utf-8"))


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
