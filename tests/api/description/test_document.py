"""The description is one of OpenAPI 3.1, and says of each column what its frame declares."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.routing import Route

from analysis import frames
from analysis.columns import Column
from analysis.comparison import frames as compared
from api.description import examples
from api.description.columns import of_column
from api.description.document import description
from api.description.records import COMPARED
from api.routes import routes
from api.settings import Settings

DOCUMENT = description(False)
SCHEMAS = DOCUMENT["components"]["schemas"]


def validator(name: str) -> Draft202012Validator:
    schema = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    return Draft202012Validator(schema)


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_every_schema_is_one() -> None:
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


def test_it_is_plain_json_and_every_reference_leads_somewhere() -> None:
    text = json.dumps(DOCUMENT)
    assert json.loads(text) == DOCUMENT
    named = {part.split('"')[0] for part in text.split('"#/components/schemas/')[1:]}
    assert named <= set(SCHEMAS)


def test_every_route_for_articles_is_described_with_its_methods() -> None:
    there = {
        route.path: route.endpoint
        for route in routes(given=Settings())
        if isinstance(route, Route) and route.path.startswith("/api/")
    }
    described = {(path, method.upper()) for path, method, _ in operations()}
    real = {
        (path, method)
        for path, endpoint in there.items()
        if not path.startswith(("/api/class", "/api/{"))
        for method in endpoint._handlers
    }
    assert described == real


def test_every_example_is_as_described_and_two_that_are_not_are_seen() -> None:
    for name, shown in (
        ("ToAnalyze", examples.ANALYZE),
        ("ToLint", examples.LINT),
        ("ToCompare", examples.COMPARE),
    ):
        assert shown
        for example in shown.values():
            validator(name).validate(example)
        assert not validator(name).is_valid({})
        assert not validator(name).is_valid({**next(iter(shown.values())), "other": 1})


def test_every_operation_has_examples_problems_and_a_name() -> None:
    names = [operation["operationId"] for _, _, operation in operations()]
    assert len(set(names)) == len(names)
    for _, method, operation in operations():
        statuses = set(operation["responses"])
        assert {"200", "403", "404", "405", "429", "500", "503"} <= statuses
        for status, response in operation["responses"].items():
            (media_type,) = response["content"]
            assert (media_type == "application/problem+json") is (status != "200")
        if method == "post":
            assert operation["requestBody"]["content"]["application/json"]["examples"]
            assert {"401", "408", "413", "415", "422"} <= statuses


def test_a_token_is_asked_for_where_there_is_one() -> None:
    for needed in (False, True):
        paths = description(needed)["paths"]
        for path in ("/api/analyze", "/api/lint", "/api/compare"):
            assert bool(paths[path]["post"]["security"]) is needed
        assert paths["/api/health"]["get"]["security"] == []


def test_every_column_is_there_with_its_meaning() -> None:
    analysis = SCHEMAS["Analysis"]["properties"]
    for name, columns in (
        ("sentences", frames.SENTENCES),
        ("spans", frames.SPANS),
        ("statements", frames.STATEMENTS),
        ("names", frames.NAMES),
        ("quotations", frames.QUOTATIONS),
    ):
        properties = analysis[name]["items"]["properties"]
        for column, declared in columns.items():
            assert properties[column]["description"] == declared.meaning
        assert set(properties) - set(columns) <= {"number", "statement_number"}
    assert COMPARED["speakers"] is compared.SPEAKERS_COMPARED
    assert set(COMPARED) <= set(SCHEMAS["Comparison"]["properties"])
    pair = SCHEMAS["Comparison"]["properties"]["pairs"]["items"]["properties"]
    assert {"sentence_number_a", "sentence_number_b"} <= set(pair)


def test_labels_are_those_of_the_frames() -> None:
    sentence = SCHEMAS["Analysis"]["properties"]["sentences"]["items"]["properties"]
    assert sentence["voice"]["enum"] == ["outlet", "quoted", "reported", "mixed"]
    assert sentence["loaded"]["enum"] == ["not loaded", "uncertain", "loaded", None]
    assert SCHEMAS["Finding"]["properties"]["severity"]["enum"] == ["note", "warning", "error"]


@pytest.mark.parametrize(
    ("dtype", "meaning", "schema"),
    [
        ("int64", "number of words", {"type": "integer", "minimum": 0}),
        ("int64", "line of it, from 1", {"type": "integer", "minimum": 1}),
        ("Int64", "offset, else <NA>", {"type": ["integer", "null"], "minimum": 0}),
        ("float64", "a share, 0 to 1", {"type": ["number", "null"], "minimum": 0, "maximum": 1}),
        (
            "float64",
            "a share 0 to 1, or a tone -1 to 1; NaN under 3",
            {"type": ["number", "null"], "minimum": -1, "maximum": 1},
        ),
        ("float64", "value of number_a", {"type": ["number", "null"]}),
        ("float64", "lower end of the 95 % interval", {"type": ["number", "null"]}),
        ("bool", "whether it is", {"type": "boolean"}),
        ("str", "the words", {"type": "string"}),
        ("str", "its text, missing if there is none", {"type": ["string", "null"]}),
        (
            "object",
            "list of plainer wordings",
            {"type": "array", "items": {"type": "string"}},
        ),
        (
            "object",
            "list of (start, end) offsets",
            {
                "type": "array",
                "items": {
                    "type": "array",
                    "items": {"type": "integer", "minimum": 0},
                    "minItems": 2,
                    "maxItems": 2,
                },
            },
        ),
    ],
)
def test_a_column_becomes_a_schema(dtype: str, meaning: str, schema: dict[str, Any]) -> None:
    found = of_column("name", Column(dtype, meaning), {}, frozenset())
    assert found == {"description": meaning} | schema


def test_a_dtype_nobody_has_thought_of_is_an_error() -> None:
    with pytest.raises(KeyError):
        of_column("name", Column("category", "a thing"), {}, frozenset())
