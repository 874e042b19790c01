"""Data on its way to a component in the browser."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def encoded(content: Any) -> tuple[str, str]:
    """Return ``content`` as JSON in ASCII, and a digest that names it.

    A component that gets JSON as one string decodes it once, however many reruns carry it.
    """
    text = json.dumps(content, separators=(",", ":"))
    return text, hashlib.sha256(text.encode("ascii")).hexdigest()[:16]
