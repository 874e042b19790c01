"""The dashboard behind headers that a browser enforces: ``streamlit run serve.py``.

The same pages as ``streamlit run app.py``, which sends none of them, and sooner there: the server
has the first page's article analysed before a browser asks for it. Only here are the routes of the
API, of a class (the pupils' page and what it asks for), and of the desk, where that is on.
``slant`` runs this file too.
"""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from streamlit import App, cli_util, config
from streamlit.web.server import server_util

from analysis.errors import SlantError
from api import stopping
from api.classroom.deletion import deleting_old_classes
from api.desk.routes import desk_database
from api.routes import below, routes
from dashboard.handover.routes import routes as handover_routes
from dashboard.pupil.routes import routes as pupil_routes
from dashboard.server import address, warm_up
from dashboard.server.login_return import LoginReturn
from dashboard.server.no_delay import send_at_once
from dashboard.server.security_headers import SecurityHeaders
from dashboard.session.desk.login import login_configured
from store.desk.switch import desk_is_on


@asynccontextmanager
async def lifespan(_: App) -> AsyncIterator[None]:
    """As the server starts, warm it, which nothing waits for, and open a browser on its screen.

    While it runs, classes whose time is over are deleted.
    """
    address.note_routes()
    send_at_once(config.get_option("server.port"))
    warm_up.load_first_page()
    # Streamlit opens a browser for plain scripts only. Its socket listens already.
    if not config.get_option("server.headless"):
        cli_util.open_browser(server_util.get_url(config.get_option("browser.serverAddress")))
    with stopping.noticed():
        async with deleting_old_classes():
            yield


def _routes() -> list[BaseRoute]:
    """Return what the server has beside the pages, or end it with one line for a wrong setting."""
    folder = config.get_option("server.baseUrlPath")
    try:
        desk = desk_is_on(os.environ, config.get_option("server.address"))
        if desk:
            login_configured()  # a login that cannot be read ends the server before its first page
        of_api = routes(base=folder, desk=desk_database if desk else None, login=login_configured)
        return below(folder, [*of_api, *pupil_routes(), *handover_routes()])
    except SlantError as error:
        print(f"slant: {error.message}", file=sys.stderr)
        raise SystemExit(2) from None


app = App(
    "app.py",
    lifespan=lifespan,
    routes=_routes(),
    middleware=[Middleware(SecurityHeaders), Middleware(LoginReturn)],
)
