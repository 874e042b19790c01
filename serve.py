"""The dashboard behind headers that a browser enforces: ``streamlit run serve.py``.

The same pages as ``streamlit run app.py``, which sends none of them, and sooner there: the server
has the first page's article analysed before a browser asks for it.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.middleware import Middleware
from streamlit import App

from dashboard.server import warm_up
from dashboard.server.security_headers import SecurityHeaders


@asynccontextmanager
async def lifespan(_: App) -> AsyncIterator[None]:
    """Warm the server as it starts; nothing waits for it."""
    warm_up.load_first_page()
    yield


app = App("app.py", lifespan=lifespan, middleware=[Middleware(SecurityHeaders)])
