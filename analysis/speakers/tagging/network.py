"""Access to the network that tags names and attributions; its errors are a ``SlantError``."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from analysis.errors import ModelUnavailable

if TYPE_CHECKING:
    from models.inference.voices.network import Voices

_lock = threading.Lock()


def voices() -> Voices:
    """Return the network of this process, loaded by ``models`` at the first call.

    Other threads wait while it is loading, so that it is loaded only once.

    Raises ModelUnavailable if its files are missing or damaged, or it cannot run here.
    """
    from models import ModelError, load_voices

    try:
        with _lock:
            return load_voices()
    except ModelError as error:
        raise ModelUnavailable(str(error)) from error
