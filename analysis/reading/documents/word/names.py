"""Names of WordprocessingML (ECMA-376, part 1, section 17)."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of documents, with which the names of their elements begin."""

MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
"""A piece of a formula."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
"""The same content for new versions of Word (choice) and for old ones (fallback)."""


def on(properties: Any, name: str) -> bool | None:
    """Return whether a property that is on or off is on, or None if it is not given.

    ``<w:vanish/>`` is on, ``<w:vanish w:val="0"/>`` off (section 17.17.4).
    """
    found = properties.find(W + name) if properties is not None else None
    return None if found is None else found.get(W + "val", "1") not in ("0", "false", "off")


def value(properties: Any, name: str) -> str:
    """Return the value of a property, or an empty string."""
    found = properties.find(W + name) if properties is not None else None
    return "" if found is None else str(found.get(W + "val", ""))
