"""Whether the desk is on for a visitor: not through a proxy that nobody has spoken of."""

import pytest
from streamlit import config

from dashboard.session.desk import switch

OWN = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, False),
        (OWN, False),
        ({"Host": "127.0.0.1:8501"}, False),
        ({"Host": "[::1]:8501", "Origin": "http://[::1]:8501"}, False),
        ({**OWN, "Host": "desk.paper.example"}, True),
        ({**OWN, "Host": "192.0.2.7:8501"}, True),
        ({**OWN, "Origin": "https://desk.paper.example"}, True),
        ({**OWN, "Origin": "null"}, True),
        ({**OWN, "Host": "[::1"}, True),
        *(({**OWN, name: "192.0.2.7"}, True) for name in ("X-Forwarded-For", "X-Real-IP")),
        ({**OWN, "Forwarded": "for=192.0.2.7"}, True),
    ],
)
def test_a_request_that_came_through_a_proxy(headers, expected):
    assert switch.through_proxy(headers) is expected


def test_behind_a_proxy_it_is_on_only_where_the_setting_says_so(monkeypatch):
    before = config.get_option("server.address")
    config.set_option("server.address", "localhost")
    try:
        monkeypatch.delenv("SLANT_DESK", raising=False)
        assert switch.desk_on()
        monkeypatch.setattr(switch, "through_proxy", lambda headers: True)
        assert not switch.desk_on()
        monkeypatch.setenv("SLANT_DESK", "1")
        assert switch.desk_on()
    finally:
        config.set_option("server.address", before)
