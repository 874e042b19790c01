"""Where pupils reach the server: the setting, the teacher's browser, the machine's networks."""

import socket

import pytest

from dashboard.server import address
from dashboard.server.address import (
    SETTING,
    BadAddress,
    base_path,
    join_addresses,
    only_this_machine,
    own_addresses,
)

LAN = ["192.168.1.20", "10.0.0.7"]


@pytest.fixture(autouse=True)
def no_setting(monkeypatch):
    monkeypatch.delenv(SETTING, raising=False)


def urls(seen, port=8501, base="", own=LAN):
    return [one.url for one in join_addresses(seen, port, base, lambda: own)]


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("http://192.168.4.5:8501/class", ["http://192.168.4.5:8501"]),
        ("http://slant.school.example/class", ["http://slant.school.example"]),
        ("https://slant.school.example:443/class", ["https://slant.school.example"]),
        ("http://[fd00::5]:8501/class", ["http://[fd00::5]:8501"]),
        ("http://localhost:8777/class", ["http://192.168.1.20:8777", "http://10.0.0.7:8777"]),
        ("http://127.0.0.1:8777/class", ["http://192.168.1.20:8777", "http://10.0.0.7:8777"]),
        ("http://[::1]:8777/class", ["http://192.168.1.20:8777", "http://10.0.0.7:8777"]),
        (None, ["http://192.168.1.20:8501", "http://10.0.0.7:8501"]),
        ("http://host:notaport/class", ["http://192.168.1.20:8501", "http://10.0.0.7:8501"]),
    ],
)
def test_the_browser_s_address_goes_before_the_machine_s(seen, expected):
    assert urls(seen) == expected


def test_without_a_network_it_says_that_it_works_here_only():
    (found,) = join_addresses("http://localhost:8501/class", 8501, "", list)
    assert found.url == "http://localhost:8501"
    assert found.found == "works on this machine only"


def test_the_setting_goes_first(monkeypatch):
    monkeypatch.setenv(SETTING, " https://slant.school.example/tools/ ")
    (found,) = join_addresses("http://192.168.4.5:8501/class", 8501)
    assert found.join == "https://slant.school.example/tools/join"
    assert SETTING in found.found


@pytest.mark.parametrize(
    "given",
    [
        "192.168.1.20:8501",
        "ftp://host",
        "http://",
        "http://a b",
        "http://h:99999999",
        "javascript:x",
    ],
)
def test_a_setting_that_is_no_address_says_what_to_do(monkeypatch, given):
    monkeypatch.setenv(SETTING, given)
    with pytest.raises(BadAddress, match=r"give one such as http://192\.168\.1\.20:8501") as bad:
        join_addresses(None, 8501)
    assert bad.value.given == given


def test_the_folder_that_the_server_is_set_to_is_kept():
    assert urls("http://192.168.4.5:8501/slant/class", base="/slant/") == [
        "http://192.168.4.5:8501/slant"
    ]


def test_the_code_is_all_that_the_qr_code_has():
    (found,) = join_addresses("http://192.168.4.5:8501/class?key=secret", 8501, own=lambda: LAN[:1])
    assert "secret" not in found.with_code("ABC234")
    assert found.with_code("ABC234").endswith("/join?code=ABC234")


@pytest.mark.parametrize(
    ("listens_at", "expected"),
    [
        (None, False),
        ("", False),
        ("0.0.0.0", False),
        ("192.168.1.20", False),
        ("localhost", True),
        ("127.0.0.1", True),
        ("::1", True),
    ],
)
def test_a_server_that_only_its_own_machine_reaches(listens_at, expected):
    assert only_this_machine(listens_at) is expected


def test_the_machine_s_addresses_are_its_own_and_nothing_is_sent(monkeypatch):
    for name in ("send", "sendto", "sendall"):
        monkeypatch.setattr(socket.socket, name, None, raising=False)
    for host in own_addresses():
        with socket.socket() as probe:
            probe.bind((host, 0))  # only an address of this machine can be bound


def test_routes_are_there_once_noted(monkeypatch):
    monkeypatch.setattr(address, "_routes", [])
    assert not address.has_routes()
    address.note_routes()
    assert address.has_routes()


@pytest.mark.parametrize(
    ("setting", "expected"), [("", ""), ("/", ""), ("school", "/school"), ("/a/b/", "/a/b")]
)
def test_the_folder_of_the_server(setting: str, expected: str) -> None:
    assert base_path(setting) == expected
