"""Fits of the house: kept, used, and undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from store.desk.records import KeptFit


def keep_fit(engine: Engine, editor: int, said: Mapping[str, Any]) -> int:
    """Keep a fit, not yet in use; return its number. Raises NotAllowed."""
    raise NotImplementedError


def use_fit(
    engine: Engine, editor: int, fit: int | None, judged: Mapping[int, tuple[float, bool]]
) -> None:
    """Let the queue go by a fit, or by none (None), in one transaction.

    ``judged`` says for each flag its house probability and whether it is held back; flags that it
    does not name have none. Raises NotAllowed.
    """
    raise NotImplementedError


def fit_in_use(engine: Engine) -> KeptFit | None:
    """Return the fit that the queue goes by, None where it goes by none."""
    raise NotImplementedError


def fits(engine: Engine) -> tuple[KeptFit, ...]:
    """Return all fits that were kept, the newest first."""
    raise NotImplementedError
