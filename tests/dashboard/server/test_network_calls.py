"""Every call of a network from a page goes through the queue before the model."""

import ast
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.queue.inference_queue import WORKER
from analysis.scoring.classifier import classifier

ROOT = Path(__file__).parents[3]
TEXT = (
    "The council voted on Tuesday to close the lido. It is a reckless, shameful betrayal of the "
    "families who swim there, and a disgraceful waste. Two firms have made an offer."
)
SENTENCE = (
    "It is a reckless, shameful betrayal of the families who swim there, and a disgraceful waste."
)
EDIT = "It is bad news for the families who swim there."
NETWORK = ("predict", "loaded_when_masked")
ROOMS = ("dashboard", "api", "analysis/queue")
"""Rooms whose code runs in a server."""


def test_a_page_runs_the_network_in_the_queue_s_workers_only(monkeypatch):
    """Opening a text, selecting a sentence and rewording it, while any other thread that calls
    the classifier gets an error."""
    runs: dict[str, list[list[str]]] = {name: [] for name in NETWORK}
    model = type(classifier())

    def watched(name: str):
        run = getattr(model, name)

        def method(self, sentences, *more):
            assert threading.current_thread().name == WORKER, f"{name} outside the queue"
            runs[name].append(list(sentences))
            return run(self, sentences, *more)

        return method

    for name in NETWORK:
        monkeypatch.setattr(model, name, watched(name))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.text_area(key="pasted").set_value(TEXT)
    next(button for button in app.button if button.label == "Analyse").click().run()
    # The workers share the text's sentences.
    scored = {sentence for run in runs["predict"] for sentence in run}
    assert {SENTENCE, "Two firms have made an offer."} <= scored
    assert runs["loaded_when_masked"]
    app.query_params["s"] = "2"
    app.run()
    assert runs["predict"][-1] == [SENTENCE]
    monkeypatch.setattr("dashboard.components.what_if._edit", lambda *given: (1, EDIT))
    app.run()
    assert runs["predict"][-1] == [EDIT]
    assert not app.exception
    assert not app.error


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call in a file with the name that is called, without what stands before it."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node


@pytest.mark.parametrize("name", NETWORK)
def test_only_a_place_of_the_queue_calls_the_classifier(name):
    found = {
        str(path.relative_to(ROOT))
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        for called, _ in calls(path)
        if called == name
    }
    # The one that keeps what was said of sentences is given a place: it is asked in its stead.
    assert found == {"analysis/queue/place.py", "analysis/queue/kept_sentences.py"}


@pytest.mark.parametrize(("name", "parameters"), [("score_sentences", 2), ("analyze", 4)])
def test_articles_and_sentences_are_scored_with_a_place(name, parameters):
    """The one exception is the text that the warm-up has refused before it is scored."""
    without = {
        f"{path.relative_to(ROOT)}: {ast.unparse(call)}"
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        for called, call in calls(path)
        if called == name
        and len(call.args) < parameters
        and "model" not in {keyword.arg for keyword in call.keywords}
    }
    assert without <= {"dashboard/server/warm_up.py: analyze(ANOTHER_LANGUAGE)"}
