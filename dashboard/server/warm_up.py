"""What a server loads once, in the background, before anybody has to wait for it.

``serve.py`` has the article of the first page analysed while the browser still fetches Streamlit.
Under ``app.py`` alone the model loads while the first page imports its charts and tables. Archives
are opened, and their first charts asked for, as soon as the first page is asked for. The rest
(the language identifier, the pronouncing dictionary) loads once that page is there and being read.
Whoever needs one of them sooner waits for it no longer than without. Only a server is warmed: a
script that runs by itself, as in a test, loads what it uses.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache

from streamlit import runtime

from analysis.queue.memory import freeze_and_trim
from dashboard.session.archive.folders import archives

READING_S = 3.0
"""Seconds after the first page's script in which the browser, maybe on the same machine, draws."""

SWITCH_S = 0.001
"""Python's threads pass on its lock after this long, if another wants it. A worker wants it back
after each sentence, some 200 times a second, and with Python's own 5 ms waited each time behind
sessions that drew their charts: beside two of those it did a third fewer sentences."""

ANOTHER_LANGUAGE = (
    "Der Gemeinderat hat gestern beschlossen, dass die alte Brücke im nächsten Jahr erneuert wird."
)
"""It is refused, but only once the identifier has named its language."""


def load_model() -> None:
    """Begin to load the model, the first time that this server runs a page."""
    if _is_server():
        _start_once(_load_model)


def load_first_page() -> None:
    """Begin to analyse what the first page shows, before anybody has asked for a page."""
    _start_once(_load_first_page)


def load_the_rest() -> None:
    """Begin to load the rest a little later, the first time that a page's script is through."""
    if _is_server():
        _start_once(_load_the_rest)


def load_archives() -> None:
    """Begin to open the archives of this server and to ask for their first charts, the first time
    that it runs a page."""
    if _is_server() and archives():
        _start_once(_load_archives)


def _is_server() -> bool:
    return runtime.exists() and isinstance(runtime.get_instance(), runtime.Runtime)


@cache
def _start_once(load: Callable[[], None]) -> None:
    threading.Thread(target=load, name="warm-up", daemon=True).start()


def _load_model() -> None:
    from analysis.errors import ModelUnavailable
    from analysis.scoring.classifier import classifier

    sys.setswitchinterval(SWITCH_S)
    try:
        classifier()
    except ModelUnavailable:
        return  # the page that needs it says so


def _load_archives() -> None:
    import dashboard.charts.archive.boxes
    import dashboard.panels.archive.wording  # noqa: F401  what the first visitor waits for
    from analysis.corpus.archive.frames import Chosen
    from analysis.errors import SlantError
    from dashboard.panels.archive.wording import SHOWN
    from dashboard.session.archive import answers
    from dashboard.session.archive.opened import KEPT_OPEN, asking_of

    for name, folder in [*archives().items()][:KEPT_OPEN]:
        # What is wrong with an archive, its page says.
        with suppress(SlantError):
            asking, everything = asking_of(name, folder), Chosen()
            answers.articles(asking, everything)
            answers.groups(asking, "outlet", "loaded", everything, SHOWN)
            answers.count_of_values(asking, "outlet", everything)


def _load_first_page() -> None:
    from analysis.errors import SlantError
    from dashboard.panels.charts import article_charts
    from dashboard.panels.inputs import FIRST_SAMPLE
    from dashboard.server.house_checks import check_beforehand
    from dashboard.session.opening import analysed_sample

    _load_model()
    # What is wrong with the model, a sample or the house rules, the page that needs it says.
    with suppress(SlantError):
        first = analysed_sample(FIRST_SAMPLE, lambda ahead: None)
        article_charts("light", first.result, first.result)
        check_beforehand(first.result)
    # Also here, as a server of the API alone may never be asked for a page.
    freeze_and_trim()


def _load_the_rest() -> None:
    from analysis import SlantError, analyze

    time.sleep(READING_S)
    # Refused as not English; or the model is missing, which the page that needs it says.
    with suppress(SlantError):
        analyze(ANOTHER_LANGUAGE)
    freeze_and_trim()
