"""What is answered about real articles is as described: no key more or less, no other type."""

from pathlib import Path

import pytest

from tests.api.articles.asking import ask, client_of
from tests.served import ROOT

SAMPLES = sorted((ROOT / "seeds").glob("*-loaded.md"))[:3]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.stem)
def test_the_analysis_and_the_check_of_a_sample(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    status, told = ask(client_of(), "/api/analyze", {"text": text})
    assert (status, bool(told["sentences"])) == (200, True)
    status, told = ask(client_of(), "/api/lint", {"text": text, "kind": "markdown"})
    assert (status, bool(told["findings"])) == (200, True)


def test_the_comparison_of_two_samples() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("bus-*.md"))]
    status, told = ask(client_of(), "/api/compare", {"articles": [{"text": one} for one in texts]})
    assert status == 200
    assert told["pairs"]
    assert told["measures"]
    assert told["namings"] or told["sayings"]
