"""How to cite the release, from the metrics that are stored with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.version import VERSION

_TITLE = "Slant: how a news article is worded"
_AUTHOR = "Slant contributors"


def citation(metrics: Mapping[str, Any]) -> str:
    """Return the release as one line of a list of references.

    ``metrics`` gives ``model``, ``version`` and ``evaluated``, the date as YYYY-MM-DD.
    """
    return (
        f"{_AUTHOR} ({metrics['evaluated'][:4]}). {_TITLE}. Version {VERSION}, with the model "
        f"{metrics['model']}, version {metrics['version']}, of {metrics['evaluated']}."
    )


def bibtex(metrics: Mapping[str, Any]) -> str:
    """Return the release as a BibLaTeX entry ``@software``, which BibTeX reads as ``@misc``."""
    key = f"slant_{VERSION.replace('.', '_')}"
    return "\n".join(
        [
            f"@software{{{key},",
            f"  author  = {{{{{_AUTHOR}}}}},",
            f"  title   = {{{{{_TITLE}}}}},",
            f"  version = {{{VERSION}}},",
            f"  date    = {{{metrics['evaluated']}}},",
            f"  year    = {{{metrics['evaluated'][:4]}}},",
            f"  note    = {{Model {metrics['model']}, version {metrics['version']}}}",
            "}",
        ]
    )
