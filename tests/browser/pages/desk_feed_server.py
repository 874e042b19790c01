"""The dashboard's server, for which all names lead to a server of the test's own (the port that
``TESTS_FEED_PORT`` names): at one place only, where a connection to a checked address is asked for.
"""

import os
import socket
from dataclasses import replace

from analysis.reading.web import fetching

PUBLIC = "93.184.215.14"


def _connect(address, port, seconds):
    return socket.create_connection(("127.0.0.1", int(os.environ["TESTS_FEED_PORT"])), seconds)


fetching._NETWORK = replace(fetching._NETWORK, connect=_connect)
fetching.fetch.__kwdefaults__["resolve"] = lambda host: [PUBLIC]

import serve  # noqa: E402

app = serve.app
