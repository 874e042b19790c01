"""Comparison of two or more analysed articles on one event.

from analysis.comparison import same_fact

same_fact([("The line was shut.", "They closed the line.")])   # a probability for each pair
"""

from __future__ import annotations

from typing import Any

__all__ = ["same_fact"]


def __getattr__(name: str) -> Any:
    """Import a public name's module on first use (PEP 562), so that the frames cost no numpy."""
    if name not in __all__:
        raise AttributeError(f"module 'analysis.comparison' has no attribute {name!r}")
    from analysis.comparison.alignment.judge import same_fact

    return same_fact
