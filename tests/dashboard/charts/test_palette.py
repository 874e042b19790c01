"""Contrast of the themes, by the formula of WCAG 2.2."""

import tomllib
from pathlib import Path

import pytest

from dashboard.charts.palette import BAND_PATTERNS, DARK, LIGHT, TONE_SYMBOLS, palette

CONFIG = tomllib.loads(
    (Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)
THEMES = pytest.mark.parametrize(("name", "colours"), [("light", LIGHT), ("dark", DARK)])


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_knows_black_on_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@THEMES
def test_text_reads_on_both_backgrounds(name, colours):
    theme = CONFIG["theme"][name]
    for background in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
        for text in (theme["textColor"], theme["linkColor"], theme["primaryColor"], colours.muted):
            assert contrast(text, background) >= 4.5, (text, background)


@THEMES
def test_marks_stand_out_from_the_background(name, colours):
    for colour in (*colours.bands.values(), *colours.sentiments.values(), colours.accent):
        assert contrast(colour, colours.background) >= 3, colour


@THEMES
def test_figures_printed_on_bars_can_be_read(name, colours):
    for colour in colours.sentiments.values():
        assert contrast(colours.background, colour) >= 4.5, colour


@THEMES
def test_charts_use_the_theme_s_own_colours(name, colours):
    theme = CONFIG["theme"][name]
    assert palette(name) is colours
    assert (colours.background, colours.text) == (theme["backgroundColor"], theme["textColor"])


def test_every_symbol_and_fill_is_its_own():
    assert len(set(TONE_SYMBOLS.values())) == 4
    assert BAND_PATTERNS["loaded"] != BAND_PATTERNS["uncertain"]


def test_no_font_is_fetched():
    assert "fontFaces" not in str(CONFIG)
    assert "http" not in str(CONFIG["theme"])
    assert CONFIG["browser"]["gatherUsageStats"] is False
