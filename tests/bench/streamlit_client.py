"""A reader without a browser: one session over Streamlit's own websocket protocol.

The browser's part is small: it sends the whole state of the widgets in a ``rerun_script``
message and draws the ``ForwardMsg``s that come back, the last of a run saying that the script
has finished. What is measured from the one to the other is the server's answer time.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ANALYSE = "Analyse"
ANSWER_LIMIT = 300.0
"""Seconds after which an answer counts as failed."""


@dataclass
class Answer:
    """One run of the script: how long it took (seconds) and what the page then says."""

    seconds: float
    titles: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


class Reader:
    """A page that is open."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._query = ""
        self._page = ""
        self._box = ""
        self._button = ""
        self._pasted = ""

    @classmethod
    async def open(cls, url: str) -> Reader:
        """Connect to the server at ``url`` (http://…); the first ``run`` draws the page."""
        socket = await connect(
            url.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            compression=None,
            ping_interval=None,
        )
        return cls(socket)

    async def close(self) -> None:
        """Go away, as a closed browser does."""
        await self._socket.close()

    async def run(self) -> Answer:
        """Have the script run again, with everything as it is, and wait for its end."""
        started = time.perf_counter()
        await self._send(self._state())
        return await self._answer(started)

    async def analyse(self, text: str) -> Answer:
        """Paste ``text``, press Analyse, and wait for the page."""
        started = time.perf_counter()
        await self.press(text)
        return await self._answer(started)

    async def press(self, text: str) -> None:
        """Paste ``text`` and press Analyse, without waiting for anything."""
        self._pasted = text
        message = self._state()
        pressed = message.rerun_script.widget_states.widgets.add()
        pressed.id = self._button
        pressed.trigger_value = True
        await self._send(message)

    def _state(self) -> BackMsg:
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.page_script_hash = self._page
        if self._pasted:
            box = message.rerun_script.widget_states.widgets.add()
            box.id = self._box
            box.string_value = self._pasted
        return message

    async def _send(self, message: BackMsg) -> None:
        await self._socket.send(message.SerializeToString())

    async def _answer(self, started: float) -> Answer:
        answer = Answer(0.0)
        async with asyncio.timeout(ANSWER_LIMIT):
            while True:
                received = ForwardMsg.FromString(await self._socket.recv())  # type: ignore[arg-type]
                self._heed(received, answer)
                if received.WhichOneof("type") == "script_finished":
                    break
        answer.seconds = time.perf_counter() - started
        if received.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            answer.errors.append(f"the script ended with status {received.script_finished}")
        return answer

    def _heed(self, received: ForwardMsg, answer: Answer) -> None:
        kind = received.WhichOneof("type")
        if kind == "page_info_changed":
            self._query = received.page_info_changed.query_string
        elif kind == "new_session":
            self._page = received.new_session.page_script_hash
        elif kind == "delta" and received.delta.WhichOneof("type") == "new_element":
            element = received.delta.new_element
            drawn = element.WhichOneof("type")
            if drawn == "text_area":
                self._box = element.text_area.id
            elif drawn == "button" and element.button.label == ANALYSE:
                self._button = element.button.id
            elif drawn == "heading" and element.heading.tag == "h1":
                answer.titles.append(element.heading.body)
            elif drawn == "alert":
                answer.errors.append(element.alert.body)
            elif drawn == "exception":
                answer.errors.append(element.exception.type)
            elif drawn == "markdown" and "ahead of you" in element.markdown.body:
                answer.said.append(element.markdown.body)
