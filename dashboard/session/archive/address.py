"""The address of the Archive page: everything that is chosen on it.

``/archive?view=wording&by=outlet&measure=tone&outlet=Moor+Herald&outlet=Quay+Post&from=2024-01``:

* ``archive`` names one of several archives, ``view`` one of the page's views;
* ``outlet``, ``author``, ``section``, ``topic`` (each several times, empty for “none given”),
  ``from`` and ``to`` (YYYY-MM) choose articles, ``once=0`` counts every copy of an article;
* ``by`` and ``measure`` choose a chart, ``order`` how its groups stand (by ``articles`` or
  ``name``); with ``group`` and ``voice`` they name a point of it.

The address is the only place where these are kept: widgets are set from it and write into it, so
that links, reload, back and forward work alike. What it asks for that there is not is left out, and
said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from analysis.corpus.archive.frames import GROUPINGS, MEASURES, Chosen
from analysis.frames import VOICES

LISTS = GROUPINGS[:-1]
"""Groupings that the address has a list of values for; months have a first and a last."""

ORDERS = {"articles": "Most articles first", "name": "By name"}
"""How groups may stand: their name in the address, and how it is shown. Never by a measure."""

PAGE = "page"
"""The parameter for the page of a list; whatever else is asked for has a first page again."""

MOST_VALUES = 200
"""Values of one grouping that an address may choose."""

_FOLLOWED = "archive-address"
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Asked:
    """What the address asks for: which articles, by what, which measure, the ``group`` and
    ``voice`` of a point (None and "outlet" where it names none), and the order of groups.

    ``unknown`` are the parts of it that were left out, as ``by=age``.
    """

    chosen: Chosen = field(default_factory=Chosen)
    by: str = "outlet"
    measure: str = "loaded"
    group: str | None = None
    voice: str = "outlet"
    order: str = "articles"
    unknown: tuple[str, ...] = ()


def asked_of(given: Mapping[str, Sequence[str]]) -> Asked:
    """Return what the parameters ``given`` ask for, each with all its values."""
    unknown: list[str] = []

    def one(name: str, fits: Callable[[str], object], default: str) -> str:
        values = given.get(name)
        if not values:
            return default
        if fits(values[-1]):
            return values[-1]
        unknown.append(f"{name}={values[-1]}")
        return default

    lists = {name: tuple(dict.fromkeys(given.get(name, ())))[:MOST_VALUES] for name in LISTS}
    first, last = (one(name, _MONTH.fullmatch, "") for name in ("from", "to"))
    if first and last and first > last:
        unknown.append(f"to={last}")
        last = ""
    groups = given.get("group")
    return Asked(
        Chosen(**lists, first=first, last=last, once=one("once", "01".__contains__, "1") != "0"),
        one("by", GROUPINGS.__contains__, "outlet"),
        one("measure", MEASURES.__contains__, "loaded"),
        groups[-1] if groups else None,
        one("voice", VOICES.__contains__, "outlet"),
        one("order", ORDERS.__contains__, "articles"),
        tuple(unknown),
    )


def parameters_of(asked: Asked) -> dict[str, list[str]]:
    """Return the parameters that ask for this, without those that say what is so anyway."""
    return {name: values for name, values in _parameters(asked).items() if values}


def _parameters(asked: Asked) -> dict[str, list[str]]:
    """Return every parameter of ``Asked``, without a value where that is so anyway."""
    chosen, default = asked.chosen, Asked()
    return {
        **{name: [*getattr(chosen, name)] for name in LISTS},
        "from": [chosen.first] if chosen.first else [],
        "to": [chosen.last] if chosen.last else [],
        "once": [] if chosen.once else ["0"],
        "by": [asked.by] if asked.by != default.by else [],
        "measure": [asked.measure] if asked.measure != default.measure else [],
        "group": [] if asked.group is None else [asked.group],
        "voice": [asked.voice] if asked.voice != default.voice else [],
        "order": [asked.order] if asked.order != default.order else [],
    }


def asked() -> Asked:
    """Return what the page's address asks for."""
    return asked_of(_given())


def ask(**changed: Any) -> None:
    """Make the address ask for something else: ``changed`` are fields of ``Asked`` or ``Chosen``,
    or other parameters (``view="sentences"``), where empty takes one away.

    For callbacks of widgets. Where the person has just gone back or forward nothing is changed: a
    widget that has not been set to that address yet seems to have been changed, and was not.
    """
    if st.session_state.get(_FOLLOWED, _given()) != _given():
        return
    now = asked()
    parts = {name: changed.pop(name) for name in list(changed) if name in Chosen.__annotations__}
    whole = {name: changed.pop(name) for name in list(changed) if name in Asked.__annotations__}
    wanted = replace(now, chosen=replace(now.chosen, **parts), unknown=(), **whole)
    known = _parameters(wanted)
    params = {name: values for name, values in _given().items() if name not in (PAGE, *known)}
    params |= {name: [str(value)] if value else [] for name, value in changed.items()}
    params |= known
    st.query_params.from_dict({name: values for name, values in params.items() if values})
    follow_address()


def follow_address() -> None:
    """Note that the page is drawn as its address asks; at the beginning of each run."""
    st.session_state[_FOLLOWED] = _given()


def keep_in_step(key: str, value: Any) -> str:
    """Set the widget ``key``, which is drawn next, to what the address says; return ``key``."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def _given() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}
