"""The sample articles and their front matter."""

from itertools import groupby

import pytest

from analysis.errors import BadSample
from analysis.reading.samples import (
    SEEDS,
    NoSuchSample,
    Sample,
    is_invented,
    own_sample,
    parse_sample,
    sample_named,
    samples,
    tellings,
    twin,
)
from analysis.reading.sources import read


def test_samples_are_ordered_by_event_and_style() -> None:
    found = samples()
    assert len(found) >= 8
    told = {
        event: [sample.style for sample in together]
        for event, together in groupby(found, key=lambda sample: sample.event)
    }
    assert list(told) == sorted(told)
    assert all(
        styles in (["plain", "loaded"], ["plain", "loaded", "opposed"]) for styles in told.values()
    )
    assert len(found) == sum(map(len, told.values()))
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


def told(event: str, style: str) -> Sample:
    """A sample of that event and style."""
    content = SAMPLE.replace("event: e", f"event: {event}").replace("plain", style)
    return parse_sample(f"{event}-{style}", content)


def test_the_other_tellings_of_an_event() -> None:
    plain, loaded, opposed = (told("e", style) for style in ("plain", "loaded", "opposed"))
    among = [told("d", "loaded"), plain, loaded, opposed, told("f", "opposed")]
    assert tellings(plain, among) == [loaded, opposed]
    assert tellings(loaded, among) == [plain, opposed]
    assert tellings(opposed, among) == [plain, loaded]
    assert tellings(told("g", "plain"), among) == []


def test_a_plain_telling_is_read_beside_the_loaded_one_and_others_beside_the_plain_one() -> None:
    plain, loaded, opposed = (told("e", style) for style in ("plain", "loaded", "opposed"))
    among = [opposed, told("d", "loaded"), told("d", "plain"), loaded, plain]
    assert twin(plain, among) == loaded
    assert twin(loaded, among) == plain
    assert twin(opposed, among) == plain
    assert twin(loaded, [loaded, opposed]) is None
    assert twin(plain, [plain, opposed]) is None


def test_every_sample_has_a_twin_of_the_same_event() -> None:
    found = samples()
    for sample in found:
        other = twin(sample, found)
        assert other is not None
        assert (other.event, other != sample) == (sample.event, True)


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


def test_a_file_that_is_a_sample_is_that_sample() -> None:
    for sample in samples():
        read_from_file = read(SEEDS / f"{sample.slug}.md").text
        for given in (read_from_file, sample.text, sample.text.replace("\n", "\r\n")):
            assert own_sample(given) == sample


@pytest.mark.parametrize(
    "change",
    [
        lambda text: f"Another headline\n\n{text}",
        lambda text: f"{text} And a sentence of another's.",
        lambda text: text[:-40],
        lambda text: "",
    ],
    ids=["more before", "more after", "cut", "empty"],
)
def test_what_was_added_or_cut_is_no_sample_of_ours(change) -> None:
    assert own_sample(change(samples()[0].text)) is None


def test_a_sample_is_found_by_its_name() -> None:
    assert (
        sample_named("quarry-closure-opposed").title == "Dragged away for shielding a poisoned hill"
    )
    with pytest.raises(NoSuchSample, match="called fares: give a name such as") as raised:
        sample_named("fares")
    assert "river-flood" in str(raised.value)
    # Never a line break or pages of what was typed.
    assert "\n" not in str(NoSuchSample("a\nb" * 999, ["x-plain"]))
    assert len(str(NoSuchSample("a\nb" * 999, ["x-plain"]))) < 300


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("---\ntitle", "title", "has no front matter"),
        ("\n---\n\n", "\n\n", "has no front matter"),
        ("style: plain", "style: rude", "has the style 'rude', not plain, loaded or opposed"),
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
