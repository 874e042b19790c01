"""Dates as archives write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.reading.dates import iso_date, needs_order

_DAYS = st.dates(date(1700, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2020-03-07",
        "2020-03-07T23:59:00-11:00",
        "2020-03-07-05:00",
        "2020-03-07 10:11:12.345",
        "2020-3-7",
        "2020/03/07",
        "20200307",
        "20200307T101112Z",
        "20200307101112",
        "7 March 2020",
        "07 MAR 2020",
        "7th March 2020",
        "7th of March, 2020",
        "07-Mar-2020",
        "March 7, 2020",
        "March 7, 2020 Saturday 10:45 AM GMT",
        "Mar. 7, 2020 Late Edition - Final",
        "Saturday, March 7, 2020",
        "Saturday 7 March 2020",
        "Sat, 07 Mar 2020 10:00:00 GMT",
        "Sat Mar  7 10:00:00 2020",
        "Sat Mar 07 10:00:00 +0000 2020",
        "  7\u00a0March\n2020 ",
        "7 March 2020, 1,234 words",
    ],
)
def test_clear_dates_are_read(text: str) -> None:
    assert iso_date(text) == "2020-03-07"
    assert iso_date(text, day_first=False) == "2020-03-07"
    assert not needs_order(text)


@pytest.mark.parametrize("text", ["03/04/2020", "3.4.2020", "03-04-2020", "Fri 3/4/2020 10:00"])
def test_numbers_are_read_in_the_order_that_is_said(text: str) -> None:
    assert needs_order(text)
    assert iso_date(text) == ""
    assert iso_date(text, day_first=True) == "2020-04-03"
    assert iso_date(text, day_first=False) == "2020-03-04"


def test_a_number_that_cannot_be_a_month_decides_nothing() -> None:
    assert iso_date("25/12/2020") == ""
    assert iso_date("25/12/2020", day_first=True) == "2020-12-25"
    assert iso_date("25/12/2020", day_first=False) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "March 2020",
        "2020",
        "2020-03",
        "31 February 2020",
        "2020-13-01",
        "2020-03-071",
        "202003071",
        "3 March 20201",
        "3/4/20",
        "1583571600",
        "0000-00-00",
        "NaT",
        "the 3 March 2020",
        "3-5 March 2020",
        "٣ March 2020",
    ],
)
def test_what_is_no_clear_day_is_empty(text: str) -> None:
    assert iso_date(text, day_first=True) == ""


@given(_DAYS, st.times())
def test_what_programs_write_is_read(day: date, time: object) -> None:
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    forms = (
        day.isoformat(),
        moment.isoformat(),
        day.strftime("%Y%m%d"),
        format_datetime(moment),
        moment.ctime(),
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
    )
    assert {iso_date(form) for form in forms} == {day.isoformat()}
    assert iso_date(f"{day.day}/{day.month}/{day.year}", day_first=True) == day.isoformat()


@given(st.text(max_size=60), st.sampled_from((None, True, False)))
def test_any_text_gives_a_day_or_nothing(text: str, day_first: bool | None) -> None:
    found = iso_date(text, day_first)
    assert not found or date.fromisoformat(found).isoformat() == found
