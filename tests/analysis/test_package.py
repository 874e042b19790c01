"""The public names of the package, and that naming them is all that importing it costs."""

import subprocess
import sys

import pytest

import analysis

PUBLIC = {
    *("Article", "Comparison", "Result", "SlantError"),
    *("analyze", "compare", "compare_all", "read", "score_sentences"),
}


def test_public_names() -> None:
    assert set(analysis.__all__) == PUBLIC
    assert dir(analysis) == sorted(PUBLIC)
    assert all(callable(getattr(analysis, name)) for name in PUBLIC)
    with pytest.raises(AttributeError, match="no attribute 'analyse'"):
        analysis.analyse  # noqa: B018


@pytest.mark.parametrize(
    "statement", ["import analysis", "from analysis import analyze, compare, read, score_sentences"]
)
def test_importing_loads_nothing_heavy(statement: str) -> None:
    code = (
        f"import sys\n{statement}\n"
        "assert not {'pandas', 'numpy', 'textstat', 'onnxruntime', 'py3langid'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
