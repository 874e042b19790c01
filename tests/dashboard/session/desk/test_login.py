"""Who logged in, from a provider's claims: OpenID Connect Core 1.0, section 5.1."""

import pytest

from dashboard.session.desk.login import login_of

ANN = {"iss": "https://login.example", "sub": "17", "name": "Ann Lee", "email": "ann@paper.example"}


def test_the_subject_is_issuer_and_subject_together():
    assert login_of(ANN, "").subject == "https://login.example\n17"
    other = login_of({**ANN, "iss": "https://other.example"}, "")
    assert other.subject != login_of(ANN, "").subject


@pytest.mark.parametrize("missing", ["iss", "sub"])
@pytest.mark.parametrize("value", [None, "", 17])
def test_without_issuer_or_subject_nobody_is_there(missing, value):
    assert login_of({**ANN, missing: value}, "") is None
    assert login_of({}, "") is None


@pytest.mark.parametrize(
    ("changed", "shown"),
    [({}, "Ann Lee"), ({"name": ""}, "ann@paper.example"), ({"name": 3, "email": None}, "17")],
)
def test_the_name_is_the_best_there_is(changed, shown):
    assert login_of({**ANN, **changed}, "").name == shown


@pytest.mark.parametrize(
    ("verified", "admin"),
    [
        ({"email_verified": True}, True),
        ({"email_verified": "true"}, True),
        ({}, True),
        ({"email_verified": False}, False),
        ({"email_verified": "false"}, False),
        ({"email_verified": "False "}, False),
        ({"email_verified": 0}, False),
    ],
)
def test_an_address_that_is_not_verified_makes_no_admin(verified, admin):
    assert login_of({**ANN, **verified}, "bo@x.example, Ann@Paper.example").admin is admin


@pytest.mark.parametrize("setting", ["", " , ", "bo@paper.example", "ann@paper.example.org"])
def test_who_is_not_named_is_no_admin(setting):
    assert not login_of(ANN, setting).admin
    assert not login_of({**ANN, "email": ""}, setting).admin


def test_the_setting_is_read_from_the_environment(monkeypatch):
    monkeypatch.setenv("SLANT_DESK_ADMINS", "ann@paper.example")
    assert login_of(ANN).admin
    monkeypatch.delenv("SLANT_DESK_ADMINS")
    assert not login_of(ANN).admin
