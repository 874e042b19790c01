"""The material: offsets into the text as given, and nothing of the model's in what readers get."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from analysis.practice.material import (
    Line,
    Material,
    View,
    as_json,
    from_json,
    material_of,
    model_told,
    told,
)
from tests.hand_made_result import result_of

TEXTS = [
    "The \U0001f3db council was torn apart.",
    "Cafe\u0301 owners said \u05e9\u05dc\u05d5\u05dd to the mayor.",
    "Read more",
    "Der Rat tagt.",
]


def spans(*words: tuple[int, str]) -> dict[str, list[Any]]:
    whole = "\n\n".join(TEXTS)
    starts = [whole.index(word) for _, word in words]
    return {
        "sentence": [sentence for sentence, _ in words],
        "start": starts,
        "end": [start + len(word) for start, (_, word) in zip(starts, words, strict=True)],
        "text": [word for _, word in words],
        "probability": [0.9] * len(words),
        "alternative": [""] * len(words),
        "effect": [0.3] * len(words),
    }


def made() -> Material:
    result = result_of(
        TEXTS,
        spans((0, "torn apart"), (0, "council")),  # not in their order
        part=["headline", "body", "furniture", "body"],
        voice=["outlet", "reported", "outlet", "outlet"],
        speaker=["", "Cafe\u0301 owners", "", ""],
        loaded=["loaded", "uncertain", None, None],
        loaded_probability=[0.87654, 0.5, float("nan"), float("nan")],
    )
    return material_of(result, "A \U0001f3db title")


def test_the_material_of_an_article() -> None:
    material = made()
    assert material.title == "A \U0001f3db title"
    assert material.text == "\n\n".join(TEXTS)
    assert [material.text[start:end] for start, end in material.sentences] == TEXTS
    assert [line.paragraph for line in material.lines] == [0, 1, 2, 3]
    # Furniture and what the model has not scored are not marked.
    assert [line.counts for line in material.lines] == [True, True, False, False]
    assert [view.band for view in material.views] == ["loaded", "uncertain", "", ""]
    assert [view.probability for view in material.views] == [0.87654, 0.5, 0.0, 0.0]
    assert [view.voice for view in material.views] == ["outlet", "reported", "outlet", "outlet"]
    assert material.views[1].speaker == "Cafe\u0301 owners"
    words = [[material.text[s:e] for s, e in view.words] for view in material.views]
    assert words == [["council", "torn apart"], [], [], []]


def leaves(value: Any) -> Iterator[Any]:
    """Yield every key and every value of decoded JSON."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


def test_what_readers_get_holds_nothing_of_the_model() -> None:
    material = made()
    given_out = json.loads(json.dumps(told(material)))
    assert set(given_out) == {"title", "text", "lines"}
    assert given_out["lines"] == [
        [line.start, line.end, line.paragraph, line.counts] for line in material.lines
    ]
    assert {type(value) for value in leaves(given_out["lines"])} == {int, bool}
    # The same text with other views tells the same.
    views = tuple(View("not loaded", 0.1, (), "quoted", "Ann") for _ in material.lines)
    other = Material(material.title, material.text, material.lines, views)
    assert told(other) == told(material)


def test_what_the_reveal_adds() -> None:
    first, second, *_ = model_told(made())
    start = TEXTS[0].index("council"), TEXTS[0].index("torn apart")
    assert first == {
        "band": "loaded",
        "probability": 0.877,
        "words": [[start[0], start[0] + 7], [start[1], start[1] + 10]],
        "voice": "outlet",
        "speaker": "",
    }
    assert (second["band"], second["words"]) == ("uncertain", [])


OFFSETS = st.integers(0, 500)
LINES = st.builds(Line, OFFSETS, OFFSETS, st.integers(0, 50), st.booleans())
VIEWS = st.builds(
    View,
    band=st.sampled_from(["", "loaded", "uncertain", "not loaded"]),
    probability=st.integers(0, 1000).map(lambda thousandths: thousandths / 1000),
    words=st.lists(st.tuples(OFFSETS, OFFSETS), max_size=3).map(tuple),
    voice=st.sampled_from(["outlet", "quoted", "reported", "mixed"]),
    speaker=st.text(max_size=10),
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(WORDS, WORDS, st.lists(st.tuples(LINES, VIEWS), max_size=4))
def test_a_material_comes_back_from_json(title: str, text: str, rows: list[Any]) -> None:
    material = Material(title, text, tuple(r[0] for r in rows), tuple(r[1] for r in rows))
    carried = json.dumps(as_json(material), ensure_ascii=False).encode()
    assert from_json(json.loads(carried)) == material
