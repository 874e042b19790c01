"""Windows whose numbers were written by hand, word by word."""

import numpy as np
import pytest
from numpy.typing import NDArray

from models.inference.voices.decoding import (
    TagThresholds,
    WordOutputs,
    attributions_of,
    cue_runs,
    link_logits,
    names_of,
)
from models.inference.voices.labels import LINK_WIDTH, NAME_TAGS, REACH
from models.inference.voices.windows import Window

SURE = 9.0


def window_of(text: str) -> Window:
    """A window whose words stand between single spaces, each a token."""
    offsets, at = [(0, 0)], 0
    for word in text.split(" "):
        offsets.append((at, at + len(word)))
        at += len(word) + 1
    offsets.append((len(text), len(text)))
    words = [a < b for a, b in offsets]
    ends = [b if word else 0 for (_, b), word in zip(offsets, words, strict=True)]
    count = len(offsets)
    return Window([0] * count, offsets, [0] * count, words, ends)


def names_logits(window: Window, names: dict[int, str]) -> NDArray[np.float32]:
    """Logits that are sure of the tags given for some words, which count from 0."""
    logits = np.zeros((len(window.ids), len(NAME_TAGS)), dtype=np.float32)
    logits[:, 0] = SURE / 2
    for word, name in names.items():
        logits[word + 1, NAME_TAGS.index(name)] = SURE
    return logits


def outputs_of(
    window: Window,
    tags: dict[int, tuple[int, int, int]] | None = None,
    source: dict[tuple[int, int], float] | None = None,
    content: dict[tuple[int, int], float] | None = None,
) -> WordOutputs:
    """Logits that are sure of what is given; words count from 0. ``tags`` are 0, 1, 2 for outside,
    first, further of (source, cue, content); links are (cue word, other word)."""
    count = len(window.ids)
    tag_logits = np.zeros((count, 3, 3), dtype=np.float32)
    tag_logits[:, :, 0] = SURE / 2
    for word, each in (tags or {}).items():
        for part, tag in enumerate(each):
            if tag:
                tag_logits[word + 1, part, tag] = SURE
    links = [np.full((count, count), -SURE, dtype=np.float32) for _ in range(2)]
    for array, given in zip(links, (source, content), strict=True):
        for (cue, other), logit in (given or {}).items():
            array[cue + 1, other + 1] = logit
    return WordOutputs(tag_logits.reshape(count, 9), *links)


def test_names_are_runs_of_one_kind() -> None:
    text = "Orla Bane of Velmark met the Danes"
    window = window_of(text)
    outputs = names_logits(window, {0: "B-person", 1: "I-person", 3: "B-place", 6: "B-group"})
    found = [(text[name.start : name.end], name.kind) for name in names_of(window, outputs)]
    assert found == [("Orla Bane", "person"), ("Velmark", "place"), ("Danes", "group")]
    assert all(0.9 < name.probability <= 1 for name in names_of(window, outputs))


def test_two_names_beside_each_other_stay_two() -> None:
    text = "Bane Hale spoke"
    window = window_of(text)
    outputs = names_logits(window, {0: "B-person", 1: "B-person"})
    assert [text[n.start : n.end] for n in names_of(window, outputs)] == ["Bane", "Hale"]


def test_a_further_word_never_begins_a_name() -> None:
    window = window_of("the Bane case")
    outputs = names_logits(window, {1: "I-person"})
    outputs[2, NAME_TAGS.index("B-place")] = SURE - 1
    (name,) = names_of(window, outputs)
    assert (name.start, name.end, name.kind) == (4, 8, "place")


def test_an_attribution_has_its_source_cue_and_content() -> None:
    text = "Bane said the pier was closed ."
    window = window_of(text)
    outputs = outputs_of(
        window,
        tags={0: (1, 0, 0), 1: (0, 1, 0), **dict.fromkeys(range(2, 6), (0, 0, 2))},
        source={(1, 0): SURE},
        content={(1, i): SURE for i in range(2, 6)},
    )
    (found,) = attributions_of(window, outputs, TagThresholds())
    assert [text[a:b] for a, b in found.source] == ["Bane"]
    assert [text[a:b] for a, b in found.cue] == ["said"]
    assert [text[a:b] for a, b in found.content] == ["the pier was closed"]


def test_content_around_the_cue_has_two_pieces() -> None:
    text = "The pier said Bane was closed"
    window = window_of(text)
    outputs = outputs_of(
        window,
        tags={
            **dict.fromkeys((0, 1, 4, 5), (0, 0, 2)),
            2: (0, 1, 0),
            3: (1, 0, 0),
        },
        source={(2, 3): SURE},
        content={(2, i): SURE for i in (0, 1, 4, 5)},
    )
    (found,) = attributions_of(window, outputs, TagThresholds())
    assert [text[a:b] for a, b in found.content] == ["The pier", "was closed"]


def test_a_word_of_content_belongs_to_the_likelier_cue_only() -> None:
    text = "Bane said yes Hale said no"
    window = window_of(text)
    outputs = outputs_of(
        window,
        tags={
            0: (1, 0, 0),
            1: (0, 1, 0),
            2: (0, 0, 1),
            3: (1, 0, 0),
            4: (0, 1, 0),
            5: (0, 0, 1),
        },
        source={(1, 0): SURE, (4, 3): SURE},
        content={(1, 2): SURE, (1, 5): 1.0, (4, 2): 1.0, (4, 5): SURE},
    )
    found = attributions_of(window, outputs, TagThresholds())
    assert [[text[a:b] for a, b in one.content] for one in found] == [["yes"], ["no"]]


def test_a_cue_without_content_is_no_attribution() -> None:
    window = window_of("Bane said nothing")
    outputs = outputs_of(window, tags={1: (0, 1, 0)}, source={(1, 0): SURE})
    assert attributions_of(window, outputs, TagThresholds()) == []


def test_cues_beside_each_other_are_told_apart_by_their_first_words() -> None:
    first, further, outside = [0.1, 0.8, 0.1], [0.1, 0.1, 0.8], [0.9, 0.05, 0.05]
    tags = np.array([first, further, first, outside, first])
    assert cue_runs(tags, 0.5) == [[0, 1], [2], [4]]


def test_what_the_distance_adds_is_taken_from_the_table() -> None:
    nothing = np.zeros((3, LINK_WIDTH), dtype=np.float32)
    reach = np.arange(-REACH, REACH + 1, dtype=np.float32)
    assert link_logits(nothing, nothing, reach).tolist() == [[0, 1, 2], [-1, 0, 1], [-2, -1, 0]]


def test_far_words_count_as_at_the_end_of_reach() -> None:
    nothing = np.zeros((REACH + 50, LINK_WIDTH), dtype=np.float32)
    reach = np.arange(-REACH, REACH + 1, dtype=np.float32)
    assert link_logits(nothing, nothing, reach)[0, -1] == pytest.approx(REACH)
