"""Whether the desk is on here. Every page asks it, so it imports no SQLAlchemy."""

from __future__ import annotations

import os
from contextlib import suppress

import streamlit as st

from analysis.errors import SlantError
from dashboard.server.address import has_routes
from store.desk.switch import desk_is_on


def desk_on() -> bool:
    """Return whether this server has the desk; raises BadSwitch for a wrong ``SLANT_DESK``."""
    return desk_is_on(os.environ, st.get_option("server.address"))


def desk_in_bar() -> bool:
    """Return whether the desk is among the pages to choose from; never raises."""
    with suppress(SlantError):  # the page itself says what is wrong
        return desk_on()
    return False


def desk_works() -> bool:
    """Return whether the desk is on and the server has the routes that it needs; never raises."""
    return has_routes() and desk_in_bar()
