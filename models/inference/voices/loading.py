"""Loads slant-voices once for the process."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.inference.voices.network import Voices


@cache
def load_voices() -> Voices:
    """The bundled network, loaded at the first call and shared by all threads.

    Raises:
        ModelError: files are missing or damaged.
    """
    from models.inference.voices.network import Voices
    from models.inference.voices.release import read_voices_release

    return Voices(read_voices_release())
