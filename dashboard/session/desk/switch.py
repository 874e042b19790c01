"""Whether the desk is on here. Every page asks it, so it imports no SQLAlchemy."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlsplit

import streamlit as st

from analysis.errors import SlantError
from analysis.loopback import is_loopback
from dashboard.server.address import has_routes, only_this_machine
from store.desk.switch import SETTING, desk_is_on

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")


def desk_on() -> bool:
    """Return whether this server has the desk; raises BadSwitch for a wrong ``SLANT_DESK``.

    A server that listens at this machine only, but is asked through a proxy, has one only where
    the setting says so, too.
    """
    on = desk_is_on(os.environ, st.get_option("server.address"))
    return on and (bool(os.environ.get(SETTING, "").strip()) or not others_reach())


def others_reach() -> bool:
    """Return whether other machines may reach this server: it listens for them, or a proxy asks it
    on behalf of the visitor."""
    return not only_this_machine(st.get_option("server.address")) or through_proxy(
        st.context.headers
    )


def through_proxy(headers: Mapping[str, str]) -> bool:
    """Return whether the headers of a request say that it was not sent by a browser on this machine
    to this machine's own address."""
    if any(headers.get(name) for name in _FORWARDED):
        return True
    named = (f"//{headers.get('Host') or 'localhost'}", headers.get("Origin") or "//localhost")
    return not all(map(_is_here, named))


def _is_here(address: str) -> bool:
    try:
        return is_loopback(urlsplit(address).hostname or "")
    except ValueError:
        return False


def desk_in_bar() -> bool:
    """Return whether the desk is among the pages to choose from; never raises."""
    with suppress(SlantError):  # the page itself says what is wrong
        return desk_on()
    return False


def desk_works() -> bool:
    """Return whether the desk is on and the server has the routes that it needs; never raises."""
    return has_routes() and desk_in_bar()
