"""The server's house rules: an article is checked once for all visitors."""

import os

import pytest

from analysis.errors import SlantError
from analysis.rules.files import served
from analysis.rules.rule import Rule, RuleSet
from dashboard.server.house_checks import SETTING, check_beforehand, server_rules, shared_check


def test_visitors_share_what_equal_rules_found(result_of) -> None:
    result = result_of(["The regime fell."])
    first = shared_check(result, RuleSet((Rule("regime", "regime"),)))
    assert shared_check(result, RuleSet((Rule("regime", "regime"),))) is first
    assert shared_check(result, RuleSet((Rule("fell", "fell"),))) is not first


def test_a_server_without_the_setting_has_no_rules(monkeypatch, tmp_path) -> None:
    assert SETTING == served.VARIABLE
    monkeypatch.delenv(SETTING, raising=False)
    assert server_rules() is None
    (tmp_path / "house.csv").write_bytes(b"rule,pattern\nregime,regime\n")
    monkeypatch.setenv(SETTING, os.fspath(tmp_path / "house.csv"))
    assert [rule.rule for rule in server_rules().rules] == ["regime"]


def test_the_first_page_is_checked_beforehand(result_of, monkeypatch, tmp_path) -> None:
    result = result_of(["The regime fell."])
    monkeypatch.delenv("SLANT_RULES", raising=False)
    check_beforehand(result)
    monkeypatch.setenv("SLANT_RULES", os.fspath(tmp_path / "house.csv"))
    with pytest.raises(SlantError, match=r"house\.csv"):
        check_beforehand(result)
