"""The examples of docs/python.md do what the page says."""

import doctest
import re
from dataclasses import fields
from pathlib import Path

from analysis.comparison.frames import Comparison
from analysis.frames import Result

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "python.md").read_text(encoding="utf-8")


def test_the_examples_of_the_page() -> None:
    """They build on one another, as a reader who types them one after the other would find."""
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest("".join(blocks), {}, "python.md", None, 0)
    assert len(examples.examples) > 8
    said: list[str] = []
    outcome = doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert not outcome.failed, "".join(said)


def test_the_page_names_every_frame() -> None:
    for made, others, name in (
        (Result, {"text"}, "result"),
        (Comparison, {"articles"}, "comparison"),
    ):
        frames = {field.name for field in fields(made)} - others
        assert set(re.findall(rf"^\| `{name}\.(\w+)` \|", PAGE, flags=re.MULTILINE)) == frames
