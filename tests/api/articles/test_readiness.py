"""Whether a server says that it is ready only when it is."""

import logging

import pytest

from analysis.errors import ModelUnavailable
from analysis.version import VERSION
from api.articles import readiness
from tests.api.articles.asking import client_of


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> readiness._Readiness:
    """A process that has loaded nothing yet, and does so only when a test says so."""
    state = readiness._Readiness(begun=True)
    monkeypatch.setattr(readiness, "_this_process", state)
    return state


def test_a_server_is_ready_once_its_networks_are_loaded() -> None:
    client = client_of()
    loading = client.get("/api/health")
    assert (loading.status_code, loading.json()["kind"]) == (503, "loading")
    assert int(loading.headers["retry-after"]) > 0
    readiness._load()
    assert client.get("/api/health").json() == {"status": "ready", "version": VERSION}


def test_loading_begins_once(fresh: readiness._Readiness, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh.begun = False
    loaded: list[int] = []
    monkeypatch.setattr(readiness, "_load", lambda: loaded.append(1))
    client = client_of()
    for _ in range(3):
        assert client.get("/api/health").status_code == 503
    assert loaded == [1]


def test_networks_that_are_not_there_are_told_without_their_place(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def missing(*_: object) -> None:
        raise ModelUnavailable("The folder /srv/slant/models cannot be read: install it again.")

    monkeypatch.setattr("analysis.queue.articles.analyze_in_queue", missing)
    with caplog.at_level(logging.ERROR):
        readiness._load()
        answers = [client_of().get("/api/health") for _ in range(2)]
    for answer in answers:
        assert (answer.status_code, answer.json()["kind"]) == (503, "model-unavailable")
        assert "/srv" not in answer.text
    assert caplog.text.count("/srv/slant/models") == 1


def test_bad_rules_do_not_keep_a_server_from_being_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLANT_RULES", "/no/such/rules.csv")
    readiness._load()
    assert client_of().get("/api/health").status_code == 200
