"""A connection to a server that is kept open, as a browser's is, and costs its client little.

The editors of the benchmark share two cores with the server that they measure: a full HTTP client
would take more of them than the server does.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Reply:
    """An answer: its HTTP ``status`` and what its JSON says, None without any."""

    status: int
    told: Any


class Connection:
    """Asks one server, one request at a time, and opens the line anew if it was closed."""

    def __init__(self, url: str, token: str = "") -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._token = token
        self._line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: Any = None) -> Reply:
        """Return the answer. Raises OSError or EOFError if the line breaks before it is there."""
        content = b"" if body is None else json.dumps(body).encode()
        head = [f"{method} {path} HTTP/1.1", f"Host: {self._host}:{self._port}"]
        if self._token:
            head.append(f"Authorization: Bearer {self._token}")
        if body is not None:
            head += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
        sent = "\r\n".join(head).encode() + b"\r\n\r\n" + content
        try:
            if self._line is None:
                self._line = await asyncio.open_connection(self._host, self._port, limit=2**20)
            reader, writer = self._line
            writer.write(sent)
            await writer.drain()
            return await self._reply(reader)
        except (OSError, EOFError):
            self.close()
            raise

    def close(self) -> None:
        """Close the line."""
        if self._line is not None:
            self._line[1].close()
            self._line = None

    async def _reply(self, reader: asyncio.StreamReader) -> Reply:
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (one.partition(": ") for one in lines)}
        content = b""
        if headers.get("transfer-encoding") == "chunked":
            while size := int(await reader.readline(), 16):
                content += await reader.readexactly(size)
                await reader.readexactly(2)
            await reader.readexactly(2)
        elif length := int(headers.get("content-length", 0)):
            content = await reader.readexactly(length)
        if headers.get("connection") == "close":
            self.close()
        is_json = "json" in headers.get("content-type", "")
        return Reply(int(first.split()[1]), json.loads(content) if content and is_json else None)
