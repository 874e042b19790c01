"""The scripts of each component: joined into one module, no name may stand there twice."""

import importlib
import re
import runpy
from collections import Counter
from pathlib import Path

import pytest

from dashboard.components import component as shared

COMPONENTS = Path(shared.__file__).parents[1]
DECLARED = re.compile(r"(?m)^(?:export +)?(?:async +)?(?:const|let|class|function\*?) +([\w$]+)")
NAMES = sorted(path.parent.name for path in COMPONENTS.glob("*/__init__.py"))
MOUNTED = [name for name in NAMES if (COMPONENTS / name / f"{name}.html").exists()]


@pytest.mark.parametrize("name", MOUNTED)
def test_no_name_is_declared_twice_in_a_component(name, monkeypatch):
    """A browser would run none of the module."""
    # First as it is: a module that is imported while it is patched would have no component.
    importlib.import_module(f"dashboard.components.{name}")
    scripts: dict[str, str] = {}

    def declare(declared: str, *, js: str, **more: str) -> None:
        scripts[declared] = js

    monkeypatch.setattr(shared.st.components.v2, "component", declare)
    runpy.run_path(str(COMPONENTS / name / "__init__.py"))
    counts = Counter(DECLARED.findall(scripts[f"slant_{name}"]))
    assert [name for name, count in counts.items() if count > 1] == []
    assert "mounted" in counts
