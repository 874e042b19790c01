"""What the desk keeps, as frames: for figures, fits and exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from sqlalchemy import Engine


def decisions_frame(engine: Engine) -> pd.DataFrame:
    """Return all decisions as a frame ``DECISIONS`` (``analysis.desk.frames``); those on articles
    that were removed stay in it."""
    raise NotImplementedError


def flags_frame(engine: Engine) -> pd.DataFrame:
    """Return all flags of the articles on the desk as a frame ``FLAGS``."""
    raise NotImplementedError


def quoted_frame(engine: Engine) -> pd.DataFrame:
    """Return all statements of the articles on the desk as a frame ``QUOTED``."""
    raise NotImplementedError
