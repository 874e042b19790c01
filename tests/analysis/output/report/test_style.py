"""The report's colours: contrast by the formula of WCAG 2.2, and hues shared with the charts."""

import re
from pathlib import Path

import pytest

import analysis
from dashboard.charts.palette import DARK, LIGHT

CSS = (Path(analysis.__file__).parent / "output" / "report" / "report.css").read_text(
    encoding="utf-8"
)
TINTS = ("paper", "raised", "tint-uncertain", "tint-1", "tint-2", "tint-3")
LETTERING = ("ink", "quote", "mark", "accent", "negative-ink", "positive-ink")


def colours(start: str, css: str = CSS) -> dict[str, str]:
    """The colours that a style sheet names in its rule that begins with ``start``."""
    rules = css[css.index(start) :]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", rules[: rules.index("}")]))


LIGHT_COLOURS = colours(":root {")
SCHEMES = pytest.mark.parametrize(
    ("scheme", "palette"),
    [(LIGHT_COLOURS, LIGHT), (colours("@media screen and (prefers-color-scheme: dark)"), DARK)],
    ids=["light", "dark"],
)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@SCHEMES
def test_all_lettering_reads_on_every_tint(scheme, palette) -> None:
    for tint in TINTS:
        for ink in LETTERING:
            assert contrast(scheme[ink], scheme[tint]) >= 4.5, (ink, tint)
    for background in ("paper", "raised"):
        assert contrast(scheme["muted"], scheme[background]) >= 4.5


@SCHEMES
def test_bars_and_lines_stand_out(scheme, palette) -> None:
    for colour in ("loaded", "uncertain", "not-loaded", "neutral", "negative", "positive"):
        assert contrast(scheme[colour], scheme["paper"]) >= 3
    for tint in ("tint-1", "tint-2", "tint-3"):
        assert contrast(scheme["loaded"], scheme[tint]) >= 3
    assert contrast(scheme["uncertain"], scheme["tint-uncertain"]) >= 3


@SCHEMES
def test_hues_are_those_of_the_charts(scheme, palette) -> None:
    bands = {band.replace(" ", "-"): colour for band, colour in palette.bands.items()}
    shared = {**bands, **palette.sentiments}
    assert {name: scheme[name] for name in shared} == shared
    assert scheme["paper"] == palette.background
    assert scheme["ink"] == palette.text


def test_dark_names_every_colour_again() -> None:
    assert set(colours("@media screen and (prefers-color-scheme: dark)")) == set(LIGHT_COLOURS)


HOUSE_CSS = Path(analysis.__file__).parent / "output" / "report" / "house_rules" / "house_rules.css"


@pytest.mark.parametrize("start", [":root {", "@media screen and (prefers-color-scheme: dark)"])
def test_the_marks_of_house_rules_stand_out(start: str) -> None:
    rule = colours(start, HOUSE_CSS.read_text(encoding="utf-8"))["rule"]
    scheme = colours(start)
    assert contrast(rule, scheme["paper"]) >= 4.5  # the sign, either way round
    for tint in TINTS:
        assert contrast(rule, scheme[tint]) >= 3  # the line
