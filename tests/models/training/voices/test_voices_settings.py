# ruff: noqa: E402 - what is imported below needs scikit-learn
import pytest

pytest.importorskip("sklearn")
pytest.importorskip("torch")
pytestmark = pytest.mark.torch

from models import load_voices
from models.evaluation.voices.held_out import AttributedArticle, MarkedAttribution
from models.training.voices.settings import measure

TEXT = "The mayor said the pier was closed."
MARKED = MarkedAttribution(((0, 9),), ((10, 14),), ((15, 34),), "indirect")


def article(*marked: MarkedAttribution) -> AttributedArticle:
    return AttributedArticle("one", TEXT, marked, (), ())


def test_what_the_network_finds_is_held_against_what_was_marked() -> None:
    voices = load_voices()
    windows = list(voices.word_outputs(TEXT))
    right = measure([(article(MARKED), windows)], voices.release.thresholds)
    assert right == {"cue": 1.0, "source": 1.0, "content": 1.0}
    none_found = measure([(article(MARKED), [])], voices.release.thresholds)
    assert none_found == {"cue": 0.0, "source": 0.0, "content": 0.0}
    half = measure([(article(MARKED), windows), (article(MARKED), [])], voices.release.thresholds)
    assert half["cue"] == pytest.approx(2 / 3)
