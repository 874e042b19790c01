"""Asking the routes for articles in this process, with answers held to their description."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.description.document import description
from api.routes import routes
from api.settings import Settings

OPEN = Settings(rate=None)


def client_of(settings: Settings = OPEN) -> TestClient:
    return TestClient(Starlette(routes=routes(given=settings)))


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(
        {"$ref": f"#/components/schemas/{name}", "components": description(False)["components"]}
    )


def ask(client: TestClient, path: str, body: Any, **headers: str) -> tuple[int, Any]:
    """Return status and JSON of an answer that is as described: no key more or less.

    ``body`` is sent with ASCII alone, so that it may hold half a character.
    """
    sent = json.dumps(body).encode()
    answer = client.post(path, content=sent, headers={"Content-Type": "application/json"} | headers)
    told = answer.json()
    if answer.status_code == 200:
        names = {"/api/analyze": "Analysis", "/api/lint": "Lint", "/api/compare": "Comparison"}
        _validator(names[path]).validate(told)
    else:
        assert answer.headers["content-type"] == "application/problem+json"
        assert told["status"] == answer.status_code
        _validator("Problem").validate(told)
    return answer.status_code, told
