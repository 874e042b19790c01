"""Subtitles are read as what is said, without numbers, times and sounds."""

import pytest

from analysis import read
from analysis.reading.text_files.subtitles import is_subtitles, read_subtitles

SAID = "The ferry to Skerry will cost more from April. Nobody on the island was asked."
SRT = """1
00:00:01,000 --> 00:00:03,500
The ferry to Skerry
will cost more

2
00:00:03,500 --> 00:00:05,000
from <i>April</i>.

3
00:00:05,200 --> 00:00:07,000
{\\an8}Nobody on the island was asked.
"""
VTT = """WEBVTT - Fares

STYLE
::cue { color: red }

NOTE a note
over two lines

intro
00:01.000 --> 00:03.500 align:start position:0%
The ferry to Skerry
will cost more

00:03.500 --> 00:05.000
from <c.red>April</c>.

00:05.200 --> 00:07.000
[applause]

00:07.200 --> 00:08.000
Nobody on the <00:00:07.500>island was asked.
"""
SBV = """0:00:01.000,0:00:03.500
The ferry to Skerry
will cost more

0:00:03.500,0:00:05.000
from April.

0:00:05.200,0:00:07.000
Nobody on the island was asked.
"""
ASS = """[Script Info]
Title: Fares
PlayResX: 640
WrapStyle: 0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:03.50,Default,,0,0,0,,The ferry to Skerry\\Nwill cost more
Dialogue: 0,0:00:03.50,0:00:05.00,Default,,0,0,0,,from {\\i1}April{\\i0}.
Dialogue: 0,0:00:05.20,0:00:07.00,Default,,0,0,0,,Nobody on the island was asked.
"""


@pytest.mark.parametrize(
    ("name", "source"),
    [("a.srt", SRT), ("a.vtt", VTT), ("a.sbv", SBV), ("a.ass", ASS), ("a.txt", SRT), ("a", VTT)],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_forms(name: str, source: str, newline: str) -> None:
    article = read(source.replace("\n", newline).encode("utf-8-sig"), name)
    assert (article.text, article.kind) == (SAID, "subtitles")


def test_a_new_paragraph_for_another_speaker_and_after_a_pause() -> None:
    source = (
        "1\n00:00:01,000 --> 00:00:02,000\n- Was it dear?\n- It was.\n\n"
        "2\n00:00:02,000 --> 00:00:03,000\nVery dear.\n\n"
        "3\n00:00:20,000 --> 00:00:21,000\nThe board met.\n\n"
        "4\n00:00:21,000 --> 00:00:22,000\nMAYOR: We shall see.\n"
    )
    assert read_subtitles(source).text == (
        "Was it dear?\n\nIt was. Very dear.\n\nThe board met.\n\nMAYOR: We shall see."
    )


def test_the_name_of_a_voice_is_a_label() -> None:
    source = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ida Moss>It was &amp; is dear.</v>\n"
    assert read_subtitles(source).text == "Ida Moss: It was & is dear."


def test_captions_that_roll_up_are_said_once() -> None:
    source = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nthe ferry\n\n00:02.000 --> 00:03.000\nthe ferry\n"
        "to skerry\n\n00:03.000 --> 00:04.000\nto skerry\nis dear\n"
    )
    assert read_subtitles(source).text == "the ferry to skerry is dear"


@pytest.mark.parametrize(
    "text",
    [
        "At 10:15, 10:20 and 10:30 the ferry left.",
        "10:15 The mayor spoke.\n\n10:20 The clerk answered.",
        "The file says “00:00:01,000 --> 00:00:03,500” on its first line. "
        + "Nobody knew why.\n" * 9,
    ],
)
def test_times_in_a_text_are_text(text: str) -> None:
    assert not is_subtitles(text)
    assert read(text.encode(), "a.txt").text == text
