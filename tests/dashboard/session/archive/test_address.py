"""The address of the Archive page and what it asks for, both ways, also with nonsense in it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.archive.frames import GROUPINGS, MEASURES, Chosen
from analysis.frames import VOICES
from dashboard.session.archive.address import ORDERS, Asked, asked_of, parameters_of
from dashboard.session.archive.folders import archives

VALUES = st.lists(st.text(max_size=20), unique=True, max_size=4).map(tuple)
MONTHS = st.integers(0, 2400).map(lambda n: f"{1900 + n // 12}-{n % 12 + 1:02d}")


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    first, last = sorted((draw(MONTHS), draw(MONTHS)))
    chosen = Chosen(
        draw(VALUES),
        draw(VALUES),
        draw(VALUES),
        draw(VALUES),
        draw(st.sampled_from(["", first])),
        draw(st.sampled_from(["", last])),
        draw(st.booleans()),
    )
    return Asked(
        chosen,
        draw(st.sampled_from(GROUPINGS)),
        draw(st.sampled_from(MEASURES)),
        draw(st.none() | st.text(max_size=20)),
        draw(st.sampled_from(VOICES)),
        draw(st.sampled_from([*ORDERS])),
    )


@settings(max_examples=50)
@given(asked())
def test_what_is_asked_for_comes_back_from_the_address(wanted: Asked) -> None:
    query = urlencode(parameters_of(wanted), doseq=True, errors="surrogatepass")
    assert asked_of(parse_qs(query, keep_blank_values=True, errors="surrogatepass")) == wanted


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from([*Asked.__annotations__, "from", "to", "once", "outlet"]),
                       st.lists(st.text(max_size=10), max_size=3)))  # fmt: skip
def test_nonsense_is_left_out_and_said(given_parameters: dict[str, list[str]]) -> None:
    found = asked_of(given_parameters)
    assert found.by in GROUPINGS
    assert found.measure in MEASURES
    assert found.voice in VOICES
    for name, fits in (("by", GROUPINGS), ("measure", MEASURES), ("voice", VOICES)):
        value = (given_parameters.get(name) or [None])[-1]
        assert (f"{name}={value}" in found.unknown) is (value is not None and value not in fits)


def test_an_address_as_people_see_it() -> None:
    query = "by=topic&measure=tone&outlet=Moor+Herald&outlet=&from=2024-02&to=2024-01&once=0&to_=1"
    found = asked_of(parse_qs(query, keep_blank_values=True))
    assert found == Asked(
        Chosen(outlet=("Moor Herald", ""), first="2024-02", once=False),
        "topic",
        "tone",
        unknown=("to=2024-01",),
    )
    assert parameters_of(Asked()) == {}


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("", {}),
        (" : ", {}),
        ("/a/moor", {"moor": Path("/a/moor")}),
        ("/a/moor:/b/moor/:/c", {
            "moor": Path("/a/moor"), "moor (2)": Path("/b/moor"), "c": Path("/c")
        }),
    ],
)  # fmt: skip
def test_archives_are_called_by_their_folders(
    setting: str, found: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.pathsep", ":")
    monkeypatch.setenv("SLANT_ARCHIVE", setting)
    assert archives() == found
