"""Whether the networks are loaded: ``GET /api/health``, for whoever starts or watches a server."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field

from analysis.errors import ModelUnavailable, SlantError
from analysis.queue.memory import freeze_and_trim
from analysis.version import VERSION
from api.answers import Answer, Problem
from api.articles.problems import problem_of
from api.resource import Asked

STATES = ("ready",)

WARMING = (
    "The council voted on Monday to keep the library open. “It is a good day,” said the mayor, who "
    "had claimed in May that the town could not afford it."
)
"""A text with all that loads something at first use: names, a quotation, words to look up."""

RETRY_S = 5

_LOGGER = logging.getLogger(__name__)


@dataclass
class _Readiness:
    """How far this process has loaded its networks."""

    begun: bool = False
    ready: bool = False
    problem: Problem | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


_this_process = _Readiness()


def warm() -> None:
    """Begin to load the networks in the background, once for this process."""
    with _this_process.lock:
        if _this_process.begun:
            return
        _this_process.begun = True
    threading.Thread(target=_load_and_settle, name="warm-up", daemon=True).start()


def health(_: Asked) -> Answer:
    """Answer that the networks are loaded; raises Problem (503) while they are not."""
    warm()
    if _this_process.problem is not None:
        raise _this_process.problem.with_traceback(None)
    if not _this_process.ready:
        title = "The networks are being loaded: ask again in a moment."
        raise Problem(503, "loading", title, {"Retry-After": str(RETRY_S)})
    return Answer(200, {"status": STATES[0], "version": VERSION})


def _load_and_settle() -> None:
    _load()
    # Each request makes thousands of objects, and Python would look through all of the libraries'
    # for garbage every few requests, while all of them wait.
    freeze_and_trim()


def _load() -> None:
    # What the answers need is imported here, too.
    from analysis.queue.articles import analyze_in_queue
    from analysis.reading.articles import Article
    from analysis.rules.checking.served import check_in_queue
    from api.articles import compare as compare
    from api.articles.lint import house_rules

    article = Article(WARMING, None, None, None, None, kind="text")
    try:
        analyze_in_queue(article, None, True, lambda _: None)
        check_in_queue(article, house_rules())
    except ModelUnavailable as error:
        _this_process.problem = problem_of(error)
        return
    except (SlantError, Problem) as error:
        # A full queue: whoever fills it has the networks loaded. Or bad rules, which each request
        # for them says.
        _LOGGER.warning("Not all could be loaded ahead: %s", error)
    _this_process.ready = True
