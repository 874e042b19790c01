"""What is accepted at the server's port sends at once, and no other socket is touched."""

import os
import socket
from pathlib import Path

import pytest

from dashboard.server import no_delay
from dashboard.server.no_delay import send_at_once

OPTION = (socket.IPPROTO_TCP, socket.TCP_NODELAY)

pytestmark = pytest.mark.skipif(not os.path.isdir("/dev/fd"), reason="needs the folder /dev/fd")


def listening(family: socket.AddressFamily = socket.AF_INET, host: str = "127.0.0.1"):
    """A socket as Streamlit opens it."""
    made = socket.socket(family)
    made.bind((host, 0))
    made.listen()
    return made


def test_what_is_accepted_sends_at_once():
    with listening() as server, listening() as other:
        assert not server.getsockopt(*OPTION)
        assert send_at_once(server.getsockname()[1]) == 1
        assert not other.getsockopt(*OPTION)
        with socket.create_connection(server.getsockname()):
            accepted, _ = server.accept()
            with accepted:
                assert accepted.getsockopt(*OPTION)
        # It still listens, and nothing of it was closed.
        with socket.create_connection(server.getsockname()):
            server.accept()[0].close()


def test_a_connection_to_that_port_is_none_that_listens():
    with listening() as server, socket.create_connection(server.getsockname()) as client:
        port = client.getsockname()[1]
        assert send_at_once(port) == 0


def test_where_the_folder_is_missing_all_stays_as_it_was(monkeypatch, tmp_path):
    monkeypatch.setattr(no_delay, "OWN_FILES", Path(tmp_path / "missing"))
    with listening() as server:
        assert send_at_once(server.getsockname()[1]) == 0
