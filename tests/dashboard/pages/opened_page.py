"""A page of the app in Streamlit's test runner, opened by its address."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[3] / "app.py")


def opened_page(page: str, query: Mapping[str, str] | None = None) -> AppTest:
    """Open ``page``, the path of its script, with these query parameters."""
    app = AppTest.from_file(APP, default_timeout=120).run()
    app.query_params.clear()
    app.switch_page(page)
    for name, value in (query or {}).items():
        app.query_params[name] = value
    return app.run()
