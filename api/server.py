"""The API without the pages: ``slant serve --api-only`` runs this module as a program."""

from __future__ import annotations

import argparse
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.applications import Starlette

from analysis.errors import SlantError
from api.routes import nothing_else, program_routes
from api.settings import Settings

STOP_S = 8
"""Seconds that a server which is told to end gives the requests it works on."""


def api_app(given: Settings | None = None) -> Starlette:
    """Return the app: what programs ask, and a problem for everything else.

    ``given`` are the settings, by default of this process; raises BadSetting. As it starts, the
    networks begin to load, which nothing waits for.
    """
    return Starlette(
        routes=[*program_routes(given), nothing_else("/{rest:path}")], lifespan=_lifespan
    )


@asynccontextmanager
async def _lifespan(_: Starlette) -> AsyncIterator[None]:
    from api.articles.readiness import warm

    warm()
    yield


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to end; return 0, or 2 after one line on standard error for a wrong
    setting."""
    parser = argparse.ArgumentParser(prog="slant serve --api-only")
    parser.add_argument("--host", default="", help="the address to listen at")
    parser.add_argument("--port", type=int, required=True, help="the port to listen at")
    options = parser.parse_args(arguments)
    try:
        app = api_app()
    except SlantError as error:
        print(f"slant: {error.message}", file=sys.stderr)
        return 2
    import uvicorn

    uvicorn.run(
        app,
        # For uvicorn an empty host is every address of IPv4, None every one there is.
        host=options.host or None,  # type: ignore[arg-type]
        port=options.port,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_S,
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
