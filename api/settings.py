"""Settings of the API, from the environment: whether it is there, for whom, and how often.

* ``SLANT_API``: ``0`` switches the API off; the pages and the classes stay as they are.
* ``SLANT_API_TOKEN``: the token that every request then has to bring.
* ``SLANT_API_RATE``: how often one client may ask, as ``600`` (a minute) or ``20/second``; ``off``
  for no limit.
* ``SLANT_API_ORIGINS``: pages of which other origins may ask from a browser, separated by white
  space or commas: ``https://cms.example.org``, ``moz-extension://*``, or ``*`` for all.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.errors import SlantError

SWITCH = "SLANT_API"
TOKEN = "SLANT_API_TOKEN"
RATE = "SLANT_API_RATE"
ORIGINS = "SLANT_API_ORIGINS"

EVERY_ORIGIN = "*"

LONGEST_TOKEN = 200
"""Most characters of a token; RFC 6750 allows any number, and none is longer in practice."""

PERIODS = {"second": 1, "minute": 60, "hour": 3600}
"""Periods of a rate, in seconds."""

_RATE = re.compile(r"([1-9][0-9]{0,8})(?: ?/ ?(second|minute|hour))?", re.ASCII)
_TOKEN = re.compile(r"[!-~]+", re.ASCII)
# RFC 6454: scheme, host, port, and nothing behind it. Extensions of browsers have schemes of their
# own, and those of Firefox another host in every browser: hence the asterisk. Apps made of pages
# have some too: app://obsidian.md on a computer, capacitor://localhost on a phone.
_ORIGIN = re.compile(
    r"https?://(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?|[a-z0-9.-]+-extension://(?:[a-z0-9.-]+|\*)"
    r"|(?:app|capacitor)://[a-z0-9.-]+"
)


class BadSetting(SlantError):
    """A setting of the API cannot be used. ``name`` is the setting, ``given`` what it holds."""

    def __init__(self, name: str, given: str, problem: str) -> None:
        # A token is a secret: what is wrong with it is said without it.
        holds = f"{name} is “{given}”, which" if given else f"{name}"
        super().__init__(f"{holds} {problem} and start Slant again.")
        self.name = name
        self.given = given


@dataclass(frozen=True)
class Rate:
    """At most ``amount`` requests in ``seconds``."""

    amount: int
    seconds: int


DEFAULT_RATE = Rate(600, 60)
"""Ten requests a second: an editor that checks at every pause sends about one."""


@dataclass(frozen=True)
class Settings:
    """Settings of the API: whether it is ``on``, the ``token`` to bring (empty for none), the
    ``rate`` of one client (None for no limit) and the ``origins`` whose pages may ask."""

    on: bool = True
    token: str = ""
    rate: Rate | None = DEFAULT_RATE
    origins: frozenset[str] = frozenset()


def settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of an environment, by default of this process; raises BadSetting."""
    given = os.environ if environment is None else environment
    return Settings(
        _switch(given.get(SWITCH, "")),
        _token(given.get(TOKEN, "")),
        _rate(given.get(RATE, "")),
        _origins(given.get(ORIGINS, "")),
    )


def _switch(given: str) -> bool:
    if given.strip() not in ("", "0", "1"):
        raise BadSetting(SWITCH, given, "is neither 0 nor 1: give 0 to switch the API off")
    return given.strip() != "0"


def _token(given: str) -> str:
    token = given.strip()
    if token and not (_TOKEN.fullmatch(token) and len(token) <= LONGEST_TOKEN):
        raise BadSetting(
            TOKEN,
            "",
            f"holds more than a token may: give up to {LONGEST_TOKEN} ASCII letters, digits and "
            "signs without spaces",
        )
    return token


def _rate(given: str) -> Rate | None:
    rate = given.strip().lower()
    if not rate:
        return DEFAULT_RATE
    if rate == "off":
        return None
    found = _RATE.fullmatch(rate)
    if found is None:
        raise BadSetting(
            RATE, given, "is no rate: give requests a minute (600), a rate (20/second) or off"
        )
    return Rate(int(found[1]), PERIODS[found[2] or "minute"])


def _origins(given: str) -> frozenset[str]:
    origins = frozenset(one.lower() for one in re.split(r"[\s,]+", given) if one)
    for origin in sorted(origins):
        if origin != EVERY_ORIGIN and not _ORIGIN.fullmatch(origin):
            raise BadSetting(
                ORIGINS,
                origin,
                "is no origin: give scheme, host and port as in https://cms.example.org",
            )
    return origins
