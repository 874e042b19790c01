"""What is measured in each article, against values by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from analysis.comparison.frames import MEASURES
from analysis.comparison.measured.measures import effective_sentences
from analysis.comparison.measured.observed import Sample
from analysis.frames import Result
from tests.analysis.comparison.of_articles import measures, observed
from tests.hand_made_statements import names_of, piece, statements_of

LINES = ["Hale came.", "Hale left.", "Hale won.", "Hale lost.", "Rain fell."]


def article(result_of: Callable[..., Result], **columns: Any) -> Result:
    text = "\n\n".join(LINES)
    mentions = [(at, at + 4) for at in range(len(text)) if text.startswith("Hale", at)]
    given = {"names": names_of(("Hale", "person", mentions)), **columns}
    return result_of(LINES, **given)


def of(found: Any, measure: str, subject: str = "", voice: str = "outlet") -> list[dict[str, Any]]:
    rows = found[
        (found["measure"] == measure) & (found["subject"] == subject) & (found["voice"] == voice)
    ]
    return [dict(row) for row in rows.to_dict("records")]


def test_the_outlet_s_own_sentences(result_of: Callable[..., Result]) -> None:
    first = article(
        result_of,
        voice=["outlet", "outlet", "outlet", "outlet", "quoted"],
        loaded=["loaded", "uncertain", "not loaded", "not loaded", "loaded"],
        tone=[-0.5, 0.0, 0.1, 0.2, 1.0],
    )
    found = measures([first, first])
    assert list(found.columns) == list(MEASURES)
    [share, _] = of(found, "loaded_share_outlet")
    assert (share["value"], share["count"]) == (0.25, 4)
    # Wilson's interval of 1 of 4, by the formula with z = 1.96.
    assert (share["low"], share["high"]) == pytest.approx((0.0456, 0.6994), abs=1e-4)
    [tone, _] = of(found, "mean_tone_outlet")
    assert tone["value"] == pytest.approx(-0.05)
    # Standard deviation 0.3109, t with 3 degrees of freedom 3.182: 3.182 × 0.3109 / 2 = 0.4946.
    assert (tone["low"], tone["high"]) == pytest.approx((-0.5446, 0.4446), abs=1e-3)


def test_furniture_unscored_and_too_few_sentences(result_of: Callable[..., Result]) -> None:
    nan = float("nan")
    first = article(
        result_of,
        part=["body", "body", "furniture", "body", "body"],
        tone=[0.3, 0.3, 0.9, nan, 0.3],
        loaded=["loaded", "loaded", "loaded", None, "not loaded"],
    )
    two = article(result_of, voice=["outlet", "outlet", "mixed", "reported", "quoted"])
    found = measures([first, two])
    [share, few] = of(found, "loaded_share_outlet")
    assert (share["value"], share["count"]) == (pytest.approx(2 / 3), 3)
    assert few["value"] != few["value"]
    assert few["count"] == 0
    assert of(found, "mean_tone_outlet")[0]["value"] == pytest.approx(0.3)


def test_tone_towards_tells_the_outlet_s_voice_from_the_speakers(
    result_of: Callable[..., Result],
) -> None:
    text = "\n\n".join(LINES)
    said = [
        piece(text, line, number, speaker="", sentence=number)
        for number, line in enumerate(LINES[:3])
    ]
    own = article(result_of, tone=[0.1, 0.2, 0.3, 0.4, 0.9])
    voices = ["quoted", "reported", "reported", "outlet", "outlet"]
    others = article(
        result_of, voice=voices, tone=[-0.1, -0.2, -0.3, 0.4, 0.9], statements=statements_of(*said)
    )
    found = measures([own, others])
    [outlet, one_mention] = of(found, "tone_towards", "Hale", "outlet")
    assert (outlet["value"], outlet["count"]) == (pytest.approx(0.25), 4)
    assert one_mention["value"] != one_mention["value"]
    [none, speakers] = of(found, "tone_towards", "Hale", "speakers")
    assert none["count"] == 0
    assert (speakers["value"], speakers["count"]) == (pytest.approx(-0.2), 3)


def test_who_only_speaks_is_not_spoken_of(result_of: Callable[..., Result]) -> None:
    lines = [f"“It rained {count}”, Hale said." for count in ("once", "twice", "again")]
    text = "\n\n".join(lines)
    said = [
        piece(text, line[: line.index(",")], number, speaker="Hale", sentence=number)
        for number, line in enumerate(lines)
    ]
    mentions = [(at, at + 4) for at in range(len(text)) if text.startswith("Hale", at)]
    result = result_of(
        lines,
        voice=["quoted"] * 3,
        words=[5] * 3,
        statements=statements_of(*said),
        names=names_of(("Hale", "person", mentions)),
    )
    assert {one.measure for one in observed([result, result])} == {"speaker_share"}


def test_a_place_has_no_tone_towards_it(result_of: Callable[..., Result]) -> None:
    mentions = [(0, 4), (12, 16), (24, 28)]
    place = article(result_of, names=names_of(("Hale", "place", mentions)))
    person = article(result_of, names=names_of(("Hale", "person", mentions)))
    assert "tone_towards" not in set(measures([place, place])["measure"])
    assert "tone_towards" in set(measures([person, person])["measure"])


def test_a_speaker_s_share_and_its_interval(result_of: Callable[..., Result]) -> None:
    text = "\n\n".join(LINES)
    said = piece(text, "Rain fell", 0, speaker="Hale", sentence=4)
    first = article(result_of, statements=statements_of(said), words=[2, 2, 2, 2, 2])
    silent = article(result_of, words=[2, 2, 2, 2, 2])
    [share, none] = of(measures([first, silent]), "speaker_share", "Hale", "")
    assert (share["value"], share["count"]) == (0.2, 2)
    # Five sentences of equal weight: Wilson's interval of 1 of 5, and of 0 of 5.
    assert (share["low"], share["high"]) == pytest.approx((0.0362, 0.6245), abs=1e-4)
    assert (none["value"], none["low"]) == (0.0, 0.0)
    assert none["high"] == pytest.approx(0.4345, abs=1e-4)


def test_effective_sentences() -> None:
    import numpy as np

    # (10 + 20 + 30)² / (100 + 400 + 900) = 3600 / 1400.
    weights = np.array([10.0, 20.0, 30.0])
    assert effective_sentences(Sample(weights, weights, 60)) == pytest.approx(3600 / 1400)
