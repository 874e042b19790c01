"""What is an address and not a word."""

from __future__ import annotations

import pytest

from analysis.text.words.addresses import in_web_address, is_address, without_addresses


@pytest.mark.parametrize(
    "run",
    [
        "https://www.baycourier.example/news/2021/05/04/east-pier-to-close?utm_source=x",
        "(http://t.co/AbCdEfGh).",
        "www.baycourier.example",
        "baycourier.example/news",
        "baycourier.co.uk,",
        "newsdesk.investigations@baycourier.example",
        "mailto:a@b.example",
        "@anapell",
        "#SaveThePier!",
        "+442079460123",
        "87990cbe856818d5eddac44c7b1cdeb8",
        "/var/log/messages",
        "C:\\reports\\pier.docx",
    ],
)
def test_addresses(run: str) -> None:
    assert is_address(run)


@pytest.mark.parametrize(
    "word",
    ["and/or", "U.S.", "e.g.", "£640,000", "3.5", "1,200", "#1", "he/she", "9:30", "covid-19",
     "end.", "A/C", "24/7", "mid-1990s", "C:", "word...", "Ltd."],
)  # fmt: skip
def test_words(word: str) -> None:
    assert not is_address(word)


def test_text_without_addresses() -> None:
    text = "Write to news@bay.example or see https://bay.example/a today."
    assert without_addresses(text) == "Write to or see today."
    assert without_addresses("It rained and/or snowed.") == "It rained and/or snowed."


def test_words_in_addresses() -> None:
    text = "See https://bay.example/shameless-lies and #shameless lies"
    first, second = text.index("shameless"), text.rindex("shameless")
    assert in_web_address(text, first, first + 9)
    assert not in_web_address(text, second, second + 9)
