"""The settings of the API, and a sentence for each that cannot be used."""

import pytest

from api.settings import DEFAULT_RATE, BadSetting, Rate, Settings, settings


def test_without_settings_the_api_is_open_to_programs_and_to_no_page() -> None:
    assert settings({}) == Settings(on=True, token="", rate=Rate(600, 60), origins=frozenset())


def test_settings_are_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLANT_API_TOKEN", " letter-box ")
    assert settings().token == "letter-box"


@pytest.mark.parametrize(("given", "on"), [("", True), ("1", True), ("0", False), (" 0 ", False)])
def test_the_switch(given: str, on: bool) -> None:
    assert settings({"SLANT_API": given}).on is on


@pytest.mark.parametrize(
    ("given", "rate"),
    [
        *(("", DEFAULT_RATE), ("600", Rate(600, 60)), ("30/minute", Rate(30, 60))),
        *(("5/second", Rate(5, 1)), ("5 / Hour", Rate(5, 3600)), ("off", None), (" OFF ", None)),
    ],
)
def test_the_rate(given: str, rate: Rate | None) -> None:
    assert settings({"SLANT_API_RATE": given}).rate == rate


@pytest.mark.parametrize(
    "origin",
    [
        *("https://cms.example.org", "http://localhost:3000", "http://[::1]:8080", "*"),
        *("moz-extension://*", "chrome-extension://oldceeleldhonbafppcapldpdifcinji"),
    ],
)
def test_origins(origin: str) -> None:
    given = f"{origin}, https://b.example\n"
    assert settings({"SLANT_API_ORIGINS": given}).origins == {origin, "https://b.example"}


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("SLANT_API", "no", "SLANT_API is “no”, which is neither 0 nor 1"),
        *(("SLANT_API_RATE", bad, "no rate") for bad in ("abc", "0", "-5", "5/day", "1e3", "²")),
        *(
            ("SLANT_API_ORIGINS", bad, "no origin")
            for bad in (
                *("cms.example.org", "https://cms.example.org/", "https://a.example/path"),
                *("https://*", "file://*", "null", "https://", "javascript:alert(1)"),
            )
        ),
    ],
)
def test_a_wrong_setting_is_one_sentence_that_says_what_to_give(
    name: str, given: str, said: str
) -> None:
    with pytest.raises(BadSetting) as bad:
        settings({name: given})
    assert said in bad.value.message
    assert bad.value.message.startswith(f"{name} is “")
    assert bad.value.message.endswith(" and start Slant again.")
    assert "\n" not in bad.value.message


@pytest.mark.parametrize("token", ["two words", "geheim-ü", "x" * 201, "a\tb"])
def test_a_token_that_no_header_can_hold_is_refused_without_being_shown(token: str) -> None:
    with pytest.raises(BadSetting) as bad:
        settings({"SLANT_API_TOKEN": token})
    assert token not in bad.value.message
    assert bad.value.message.startswith("SLANT_API_TOKEN ")
