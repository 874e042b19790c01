"""The view *Learning* of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.panels.desk.record import Desk


def view(desk: Desk) -> None:
    """Draw the view."""
    raise NotImplementedError
