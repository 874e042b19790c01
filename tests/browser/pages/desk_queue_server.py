"""The page with the queue of the desk, with the routes it asks and the headers of ``serve.py``."""

from starlette.middleware import Middleware
from streamlit import App

from api.desk.routes import desk_database, desk_routes
from dashboard.server.security_headers import SecurityHeaders

app = App(
    "desk_queue_page.py",
    routes=desk_routes(desk_database),
    middleware=[Middleware(SecurityHeaders)],
)
