"""Schemathesis asks what nobody thought of: the API holds what its description says.

A few requests for each address; ``python -m tests.bench.api_described`` makes 5,000.
"""

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case, Config
from starlette.applications import Starlette

from api.articles import readiness
from api.routes import routes
from api.settings import Settings

CONFIG = Config.from_path(Path(__file__).with_name("schemathesis.toml"))
TOKEN = "letter-box"

app = Starlette(routes=routes(given=Settings(token=TOKEN, rate=None)))
schema = schemathesis.openapi.from_asgi("/openapi.json", app, config=CONFIG)


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Load the networks now: until they are there, the server says 503, as it has to."""
    readiness._load()


@schema.parametrize()
@settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(case: Case) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {TOKEN}"})
