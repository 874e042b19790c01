"""Security headers: the pages may load from, send to and be framed by their own server only.

Streamlit sends none of its own, so its server is wrapped (``serve.py``).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Message, Receive, Send], Awaitable[None]]

POLICY = b"content-security-policy"

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)


class SecurityHeaders:
    """ASGI middleware that adds ``headers()`` to every answer over HTTP that has no policy of its
    own, as those of the API have."""

    def __init__(self, app: AsgiApp) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                theirs = message.get("headers", [])
                if not any(name.lower() == POLICY for name, _ in theirs):
                    ours = {
                        name.lower().encode(): value.encode() for name, value in headers().items()
                    }
                    kept = [pair for pair in theirs if pair[0] not in ours]
                    message["headers"] = [*kept, *ours.items()]
            await send(message)

        await self._app(scope, receive, sending)


@cache
def headers() -> dict[str, str]:
    """Return the headers by name."""
    return {
        "Content-Security-Policy": policy(_inline_scripts()),
        "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def policy(inline_scripts: Iterable[str]) -> str:
    """Return the content security policy (CSP Level 3) for a page with these inline scripts.

    Streamlit's client needs the exceptions: it writes style elements, loads the scripts of
    components from blobs, and draws icons and pictures from data addresses. Nothing is ever
    loaded from, sent to, or framed by another host.
    """
    hashes = (f"'sha256-{_sha256(script)}'" for script in inline_scripts)
    directives = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", "blob:", *hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _sha256(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode()


def _inline_scripts() -> list[str]:
    """Return the scripts that stand in Streamlit's own page, which are allowed by their hash."""
    import streamlit

    page = Path(streamlit.__file__).parent / "static" / "index.html"
    return _INLINE_SCRIPT.findall(page.read_text(encoding="utf-8"))
