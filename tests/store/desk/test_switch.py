"""Whether a server has the desk: what the setting says, else where the server listens."""

import pytest

from analysis.errors import SlantError
from store.desk.switch import SETTING, BadSwitch, desk_is_on


@pytest.mark.parametrize(
    ("listens_at", "expected"),
    [
        *(("localhost", True), ("127.0.0.1", True), ("127.1.2.3", True), ("::1", True)),
        *(("[::1]", True), ("LOCALHOST", True), ("slant.localhost", True)),
        *((None, False), ("", False), ("0.0.0.0", False), ("::", False), ("192.168.1.20", False)),
        *(("slant.example.org", False), ("localhost.example.org", False), ("unix:///x", False)),
    ],
)
def test_without_the_setting_it_is_on_where_only_this_machine_reaches_it(
    listens_at: str | None, expected: bool
) -> None:
    assert desk_is_on({}, listens_at) is expected
    assert desk_is_on({SETTING: " "}, listens_at) is expected


@pytest.mark.parametrize("listens_at", [None, "localhost", "0.0.0.0"])
def test_the_setting_goes_first(listens_at: str | None) -> None:
    assert desk_is_on({SETTING: "1"}, listens_at)
    assert not desk_is_on({SETTING: " 0 "}, listens_at)


@pytest.mark.parametrize("given", ["on", "true", "2", "-1", "１"])
def test_a_wrong_setting_is_said(given: str) -> None:
    with pytest.raises(BadSwitch, match=f"SLANT_DESK is “{given}”.*give 1 to switch") as caught:
        desk_is_on({SETTING: given}, "localhost")
    assert isinstance(caught.value, SlantError)
