"""The record of one quotation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quotation:
    """One quotation: ``text[start:end]`` with its marks, and whether a closing mark ends it."""

    start: int
    end: int
    closed: bool
