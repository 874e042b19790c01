"""For whoever has the labelled sets: pytest tests/models/evaluation/test_gate.py --data DIR."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--data", metavar="DIR", help="folder with the labelled sets, to measure the release anew"
    )
