"""The teacher's keys are in the teacher's browser alone: a component without anything to see.

The store keeps a digest of a class's key. The key itself goes to the browser that opened the class,
into its storage (``localStorage``), and comes back when a reload or a second tab begins a new
session. So no other browser can lead the class. It is never put into the page or its address.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import streamlit as st

from dashboard.components.component import component

__all__ = ["ClassKey", "Kept", "kept_keys", "teacher_key"]

KEY = "teacher-key"

MOST_KEYS = 20
"""Most keys that are taken from a browser; classes last a day, so a teacher has a few."""

LONGEST = 200
"""Most characters of a code or key that a browser gives; real ones have fewer."""

_component = component("teacher_key")


@dataclass(frozen=True)
class ClassKey:
    """The ``code`` of a class and the teacher's ``key`` to it, which no ``repr`` shows."""

    code: str
    key: str = field(repr=False)


@dataclass(frozen=True)
class Kept:
    """What a browser keeps: the ``keys`` of classes, the newest last. ``works`` is false where it
    refuses to store anything: then a reload loses the class."""

    keys: tuple[ClassKey, ...]
    works: bool


def teacher_key(keep: ClassKey | None = None, forget: Collection[str] = ()) -> None:
    """Have the browser keep a key and forget those of the codes ``forget``, and ask for all.

    The answer comes with a run of its own (``kept_keys``). A key that the browser has said to have
    is not sent again.
    """
    kept = kept_keys()
    if keep is not None and kept is not None and (keep in kept.keys or not kept.works):
        keep = None
    _component(
        key=KEY,
        data={
            "keep": {"code": keep.code, "key": keep.key} if keep is not None else None,
            "forget": sorted(forget),
            "most": MOST_KEYS,
        },
        on_kept_change=lambda: None,
    )


def kept_keys() -> Kept | None:
    """Return what the browser keeps; None before its answer."""
    state = st.session_state.get(KEY)
    answer = state.get("kept") if state else None
    if not isinstance(answer, Mapping):
        return None
    keys = answer.get("keys")
    found = [_key(one) for one in keys[:MOST_KEYS]] if isinstance(keys, list) else []
    return Kept(tuple(one for one in found if one is not None), answer.get("works") is True)


def _key(given: object) -> ClassKey | None:
    """Return the key that a browser gave, None if it is not of the form it was given in."""
    if not isinstance(given, Mapping):
        return None
    code, key = given.get("code"), given.get("key")
    if not isinstance(code, str) or not isinstance(key, str):
        return None
    if not 0 < len(code) <= LONGEST or not 0 < len(key) <= LONGEST:
        return None
    return ClassKey(code, key)
