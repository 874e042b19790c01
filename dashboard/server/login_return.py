"""Back to the desk after a login: Streamlit sends everybody to the first page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Message, Receive, Send], Awaitable[None]]

CALLBACK = "/oauth2callback"
"""Where providers send somebody who logged in, or out (Streamlit's ``redirect_uri``)."""

LOGOUT = "/auth/logout"

DESK = "desk"
"""Where the desk is, below the first page."""


class LoginReturn:
    """ASGI middleware that sends whom the login's callback sends to the first page to the desk:
    nothing else here asks for a login. Other ways are left alone."""

    def __init__(self, app: AsgiApp) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or not path.endswith((CALLBACK, LOGOUT)):
            await self._app(scope, receive, send)
            return
        first = path.removesuffix(CALLBACK).removesuffix(LOGOUT) + "/"
        there = {first.encode(), first.rstrip("/").encode()}
        desk = f"{first}{DESK}".encode()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    (name, desk if name.lower() == b"location" and value in there else value)
                    for name, value in message.get("headers", [])
                ]
            await send(message)

        await self._app(scope, receive, sending)
