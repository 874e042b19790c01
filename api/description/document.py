"""The whole description: addresses, what each takes and answers with, and examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from analysis.comparison.comparing import ARTICLES_COMPARED
from analysis.reading.limits import MAX_CHARACTERS, MAX_WORDS
from analysis.version import VERSION
from api.answers import JSON, PROBLEM
from api.articles.fields import KINDS, LONGEST_NAME
from api.description import examples
from api.description.columns import Schema
from api.description.records import closed, schemas

ABOUT = f"""\
Shows how a news article is worded: likely loaded words with plainer wordings, whose words they are,
tone, names and readability; checks it with the house rules of this server; compares articles on one
event. The answers are those of the command line (`slant read --json`, `slant compare --json`).

All offsets are counted in Unicode code points from 0, with the end left out. The text of a request
may have {MAX_CHARACTERS:,} characters and {MAX_WORDS:,} words. Nothing that is sent is kept or
logged.
"""

STATUSES: Mapping[int, str] = {
    401: "A token is needed, or this is not the one.",
    403: "A page of this origin may not ask.",
    404: "The API is switched off.",
    408: "The request came too slowly.",
    413: "The request is too large.",
    415: "The request is not JSON, or compressed.",
    422: "The request cannot be used: the title says why.",
    429: "Too many requests: Retry-After says when to ask again.",
    500: "Something went wrong on the server.",
    503: "Too much to do, no networks or rules, or it is being stopped: see Retry-After.",
}
"""What can go wrong, and what it means."""

OF_READING = (403, 404, 405, 429, 500, 503)
OF_WRITING = (401, *OF_READING, 408, 413, 415, 422)


@cache
def description(with_token: bool, base: str = "") -> dict[str, Any]:
    """Return the description (OpenAPI 3.1); ``base`` is the folder that the server is below."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Slant",
            "version": VERSION,
            "description": ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": base or "/"}],
        "paths": paths(with_token),
        "components": {
            "schemas": schemas() | requests(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def paths(with_token: bool) -> dict[str, Any]:
    """Return the addresses with their operations."""
    asked = {
        "/api/analyze": ("analyze", "Analyse one article", "Analysis", examples.ANALYZE),
        "/api/lint": (
            "lint",
            "Check one article with the house rules of this server, and the model's notes",
            "Lint",
            examples.LINT,
        ),
        "/api/compare": (
            "compare",
            "Compare how two to five articles word the same event",
            "Comparison",
            examples.COMPARE,
        ),
    }
    found: dict[str, Any] = {
        path: {"post": _post(name, summary, answer, shown, with_token)}
        for path, (name, summary, answer, shown) in asked.items()
    }
    found["/api/health"] = {
        "get": _get("health", "Whether the networks are loaded (503 while they are not)", "Health")
    }
    found["/api/"] = {"get": _get("index", "Where this description is", "Index")}
    return found


def requests() -> dict[str, Schema]:
    """Return the schemas of what the addresses take."""
    text: Schema = {
        "type": "string",
        "minLength": 1,
        "maxLength": MAX_CHARACTERS,
        "description": "the article, in English",
    }
    article = {
        "text": text,
        "title": _name("the headline"),
        "source": _name("a file, an address: comes back in the answer"),
    }
    named = ("title", "source")
    any_language: Schema = {
        "type": "boolean",
        "default": False,
        "description": "score sentences in other languages as if they were English",
    }
    fewest, most = ARTICLES_COMPARED
    return {
        "ToAnalyze": closed(
            {**article, "any_language": any_language}, optional=(*named, "any_language")
        ),
        "ToLint": closed(
            {
                "text": {**text, "minLength": 0},
                "title": _name("the headline, instead of the one in the text"),
                "section": _name("the section, for rules that are for some only"),
                "path": _name("where the article lies, for rules that are for some paths only"),
                "kind": {
                    "enum": list(KINDS),
                    "default": KINDS[0],
                    "description": "how the text is written: its marks are no words",
                },
                "model": {
                    "type": "boolean",
                    "default": True,
                    "description": "whether to add what the model notes",
                },
            },
            optional=("title", "section", "path", "kind", "model"),
        ),
        "ToCompare": closed(
            {
                "articles": {
                    "type": "array",
                    "items": closed(article, optional=named),
                    "minItems": fewest,
                    "maxItems": most,
                },
                "any_language": any_language,
            },
            optional=("any_language",),
        ),
    }


def _name(meaning: str) -> Schema:
    return {"type": ["string", "null"], "maxLength": LONGEST_NAME, "description": meaning}


def _post(
    name: str, summary: str, answer: str, shown: Mapping[str, Any], with_token: bool
) -> dict[str, Any]:
    takes = {
        "schema": {"$ref": f"#/components/schemas/To{name.capitalize()}"},
        "examples": {title: {"value": value} for title, value in shown.items()},
    }
    return {
        "operationId": name,
        "summary": summary,
        "requestBody": {"required": True, "content": {JSON: takes}},
        "responses": _responses(answer, OF_WRITING),
        "security": [{"token": []}] if with_token else [],
    }


def _get(name: str, summary: str, answer: str) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "responses": _responses(answer, OF_READING),
        "security": [],
    }


def _responses(answer: str, problems: Sequence[int]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "200": {
            "description": "The answer.",
            "content": {JSON: {"schema": {"$ref": f"#/components/schemas/{answer}"}}},
        }
    }
    for status in sorted(problems):
        found[str(status)] = {
            "description": STATUSES.get(status, "This address cannot be asked in this way."),
            "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            **_headers(status),
        }
    return found


def _headers(status: int) -> dict[str, Any]:
    if status in (429, 503):
        seconds = {"type": "integer", "minimum": 1}
        return {"headers": {"Retry-After": {"description": "seconds", "schema": seconds}}}
    if status == 401:
        return {"headers": {"WWW-Authenticate": {"schema": {"type": "string"}}}}
    return {}
