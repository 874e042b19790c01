"""Which addresses never leave this machine (RFC 6761 for names, RFC 1122 and 4291 for numbers)."""

import pytest

from analysis.loopback import is_loopback


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        *(("localhost", True), ("a.localhost", True), ("127.255.255.254", True), ("[::1]", True)),
        *(("", False), ("128.0.0.1", False), ("localhost.", False), ("notlocalhost", False)),
        *(("::2", False), ("127.0.0.1.example", False), ("127.1", False)),
    ],
)
def test_a_host(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected
