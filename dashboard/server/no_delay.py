"""Answers that are sent at once.

An answer is written in two pieces, its headers and its content. Of a second small piece TCP by
itself (Nagle's algorithm) waits until the first is acknowledged, which the other end puts off by
40 ms: that would be most of the time that a request of the API takes. asyncio switches this off for
the sockets that it opens itself, but Streamlit opens its own.
"""

from __future__ import annotations

import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

OWN_FILES = Path("/dev/fd")
"""The files that this process has open; where there is no such folder, all stays as it was."""


def send_at_once(port: int) -> int:
    """Let connections that are accepted at ``port`` from now on send each piece at once.

    They have it from the sockets of this process that listen there; return how many those are.
    """
    found = 0
    with suppress(OSError):
        for name in os.listdir(OWN_FILES):
            with suppress(OSError):  # closed meanwhile, such as the list itself
                found += _switched(int(name), port)
    return found


def _switched(number: int, port: int) -> bool:
    if not stat.S_ISSOCK(os.fstat(number).st_mode):
        return False
    # The copy of the number is closed here, and the socket it stands for stays.
    with socket.socket(fileno=os.dup(number)) as one:
        if one.family not in (socket.AF_INET, socket.AF_INET6) or one.type != socket.SOCK_STREAM:
            return False
        listens = one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
        if not listens or one.getsockname()[1] != port:
            return False
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return True
