"""Who logged in, where a login is configured (``[auth]`` in ``secrets.toml``, OpenID Connect)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from analysis.errors import SlantError

SETTING = "SLANT_DESK_ADMINS"
"""E-mail addresses, separated by commas: who logs in with one of them is an admin."""


class BadSecrets(SlantError):
    """There are secrets that cannot be read, and a login may be among them."""

    def __init__(self) -> None:
        super().__init__(
            "The file of the login (secrets.toml) cannot be read, so nobody is let in to the desk: "
            "the server’s log says what is wrong with it; put it right and start Slant again."
        )


@dataclass(frozen=True)
class Login:
    """Somebody whom the provider vouches for: ``subject`` is the same at each login and no other's,
    ``name`` is to be shown, ``admin`` whether the settings make them an admin."""

    subject: str
    name: str
    admin: bool


def login_configured() -> bool:
    """Return whether this server has a login.

    Raises BadSecrets where that cannot be known: without this, a slip in the file would let in
    whoever types a name.
    """
    try:
        if st.secrets.load_if_toml_exists():
            return "auth" in st.secrets
    except OSError:
        raise BadSecrets from None
    named = st.get_option("secrets.files")
    if any(map(os.path.exists, named)) or os.environ.get("STREAMLIT_SECRETS_FILES"):
        raise BadSecrets
    return False


def current_login() -> Login | None:
    """Return who logged in, None if nobody has; only where a login is configured."""
    return login_of(st.user.to_dict()) if st.user.is_logged_in else None


def login_of(claims: Mapping[str, Any], admins: str | None = None) -> Login | None:
    """Return the login of a provider's claims (OpenID Connect Core 1.0, 5.1); None where it does
    not say who it is.

    ``admins`` is what ``SLANT_DESK_ADMINS`` holds (None: the environment's). An address that the
    provider calls not verified makes nobody an admin: anybody may have typed it there.
    """
    issuer, subject = claims.get("iss"), claims.get("sub")
    if not (isinstance(issuer, str) and isinstance(subject, str) and issuer and subject):
        return None
    email = _text(claims, "email")
    given = os.environ.get(SETTING, "") if admins is None else admins
    listed = {one.strip().casefold() for one in given.split(",")} - {""}
    # Some providers write the truth value as a string.
    verified = str(claims.get("email_verified", True)).strip().casefold() not in ("false", "0")
    return Login(
        f"{issuer}\n{subject}",
        _text(claims, "name") or email or subject,
        verified and email.casefold() in listed,
    )


def _text(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    return value.strip() if isinstance(value, str) else ""
