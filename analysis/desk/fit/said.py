"""A fit as plain data and back: what the store keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from math import isfinite
from typing import TYPE_CHECKING, Any

from analysis.desk.fit.features import names_of
from analysis.desk.fit.figures import Figures, Share
from analysis.errors import SlantError

if TYPE_CHECKING:
    from analysis.desk.fit.house import HouseFit

FORM = 1
"""Version of the form. Another set of values is another form: raise it."""


class BadFit(SlantError):
    """Plain data that is no fit of this version."""

    def __init__(self) -> None:
        super().__init__(
            "This fit was not made by this version of Slant, or is damaged: fit to the house’s "
            "decisions again."
        )


def said(fit: HouseFit) -> dict[str, Any]:
    """Return a fit as plain data: dictionaries, lists, texts and numbers."""
    data = asdict(fit)
    data["words"] = [[word.key, word.effect, word.accepted, word.dismissed] for word in fit.words]
    for name in ("sections", "middles", "spreads", "weights"):
        data[name] = list(data[name])
    return {"form": FORM, **data}


def read(data: Mapping[str, Any]) -> HouseFit:
    """Return the fit of plain data. Raises BadFit."""
    from analysis.desk.fit.house import HouseFit, WordEffect

    try:
        if data["form"] != FORM or set(data) != {"form", *(one.name for one in fields(HouseFit))}:
            raise BadFit
        fit = HouseFit(
            model=_text(data["model"]),
            model_version=_text(data["model_version"]),
            last=_count(data["last"]),
            floor=_share(data["floor"]),
            threshold=_share(data["threshold"]),
            sections=tuple(map(_text, data["sections"])),
            middles=tuple(map(_number, data["middles"])),
            spreads=tuple(map(_number, data["spreads"])),
            weights=tuple(map(_number, data["weights"])),
            words=tuple(
                WordEffect(_text(key), _number(effect), _count(accepted), _count(dismissed))
                for key, effect, accepted, dismissed in data["words"]
            ),
            figures=_figures(data["figures"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadFit from error
    if len(fit.weights) != 1 + len(names_of(fit.sections)) or min(fit.spreads, default=0) <= 0:
        raise BadFit
    if len(fit.middles) != len(fit.spreads) or len(fit.middles) != 5:
        raise BadFit
    return fit


def _figures(data: Mapping[str, Any]) -> Figures:
    shares = {"before", "after", "gain", "kept"}
    if set(data) != {one.name for one in fields(Figures)}:
        raise BadFit
    found: dict[str, Any] = {
        name: Share(*(_number(value[end]) for end in ("value", "low", "high")))
        if name in shares
        else _count(value)
        for name, value in data.items()
    }
    return Figures(**found)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise BadFit
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
        raise BadFit
    return float(value)


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise BadFit
    return value


def _share(value: Any) -> float:
    number = _number(value)
    if not 0 <= number <= 1:
        raise BadFit
    return number
