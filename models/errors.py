"""What can go wrong in the models room; each message is one sentence ready for a person."""

from __future__ import annotations


class ModelError(Exception):
    """A model can't be loaded or run; the message says why and what to do."""


class DataError(Exception):
    """A training or evaluation set can't be read; the message says which and what to do."""
