"""Secrets that browsers hold, and the digests by which the store knows them again."""

from __future__ import annotations

import hashlib
import secrets


def new_secret() -> str:
    """Return a secret of 192 random bits in letters, digits, - and _."""
    return secrets.token_urlsafe(24)


def digest(secret: str) -> str:
    """Return the SHA-256 digest of a secret, which is all that is kept of it.

    A plain digest is enough: nobody can try 2**192 secrets.
    """
    # What strangers send may hold halves of surrogate pairs.
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
