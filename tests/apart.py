"""Running a coroutine in a thread of its own: Playwright keeps a loop in the tests' own thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

_Returned = TypeVar("_Returned")


def run_apart(coroutine: Coroutine[Any, Any, _Returned]) -> _Returned:
    """Run ``coroutine`` to its end, also after browser tests in this process; return its result."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()
