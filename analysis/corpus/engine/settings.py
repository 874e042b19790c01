"""The settings of a run that its results depend on: a run that goes on must have the same."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from analysis.errors import ModelUnavailable
from analysis.version import VERSION

_CHECKPOINTS = ("SLANT_LOADED_MODEL", "SLANT_SENTIMENT_MODEL")


def settings_of(
    read: Mapping[str, object], *, any_language: bool, part: int, day_first: bool | None
) -> dict[str, Any]:
    """Return the settings in JSON's types: what the archive says of itself (``read``), the choices,
    and the versions of Slant and its models. Raises ModelUnavailable."""
    return {
        "day_first": day_first,
        **read,
        "any_language": any_language,
        "part": part,
        **versions(),
    }


def versions() -> dict[str, str]:
    """Return the versions of Slant and of its models on this machine; raises ModelUnavailable."""
    from models import ModelError
    from models.inference.release import read_release
    from models.inference.voices.release import read_voices_release

    try:
        model, voices = read_release(), read_voices_release()
    except ModelError as error:
        raise ModelUnavailable(str(error)) from error
    others = [f"{name}={os.environ[name]}" for name in _CHECKPOINTS if os.environ.get(name)]
    return {
        "software": VERSION,
        "model": " ".join([f"{model.name} {model.version}", *others]),
        "voices": f"{voices.name} {voices.version}",
    }
