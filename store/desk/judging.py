"""What the house's fit in use makes of an article that comes to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.desk.fits import fit_in_use

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from analysis.desk.records import NewArticle


def judged(engine: Engine, new: NewArticle) -> tuple[tuple[float | None, bool], ...] | None:
    """Return what ``add_article`` takes as ``judged``: what the fit in use makes of each flag of
    ``new``, None where no fit is in use. Raises StoreFailed."""
    kept = fit_in_use(engine)
    if kept is None:
        return None
    from analysis.desk.fit import HouseFit

    return HouseFit.from_said(kept.said).judged_article(new)
