"""What is wrong with a file is one sentence in its place, and is gone with the next good one."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import KeptPage
from tests.browser.read_page import ReadPage

ANY_TYPE = "application/octet-stream"
TEXT = b"The ferry to Skerry sails on Monday. Nobody knows why it was late."
OWN_SIZE = 11 * 1024 * 1024
"""Above the reader's limit, below the server's."""


@pytest.fixture
def read(kept_page: KeptPage, app_url: str) -> ReadPage:
    """The Read page with some article and, where the test before left one, an error."""
    return kept_page(app_url, "").settled()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("fares.json", b'{"fare": 4}', "fares.json looks like data (JSON), not an article"),
        ("fares.odt", b"PK\3\4" + bytes(40), "fares.odt is an OpenDocument text: save it as"),
        ("photo.heic", bytes(400), "photo.heic looks like binary data, not text"),
        ("large.pdf", b"%PDF-1.7\n" + bytes(OWN_SIZE), "large.pdf is larger than the 10 MB"),
    ],
)
def test_a_wrong_file_and_then_a_good_one(
    read: ReadPage, name: str, content: bytes, said: str
) -> None:
    read.upload(name, content, ANY_TYPE)
    expect(read.alert).to_contain_text(said)
    expect(read.alert).to_have_count(1)
    expect(read.page.get_by_text("files are not allowed")).to_have_count(0)
    read.at_rest()
    read.upload("ferry.txt", TEXT + name.encode())
    expect(read.sentences.first).to_contain_text("The ferry to Skerry sails")
    expect(read.page.locator(".st-key-heading")).to_contain_text("ferry.txt · ")
    expect(read.alert).to_have_count(0)
    read.settled()


def test_a_page_saved_as_one_file_is_read(read: ReadPage) -> None:
    days = b"".join(b"<p>The ferry to Skerry sails on day %d, and late.</p>" % n for n in range(9))
    page = b"<html><head><title>Ferry</title></head><body><article>%s</article></body>" % days
    head = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
    read.upload("ferry.mhtml", head + page, ANY_TYPE)
    expect(read.page.locator(".st-key-heading")).to_contain_text("ferry.mhtml · ")
    expect(read.sentence(8)).to_contain_text("sails on day 8")
    read.settled()


def test_two_files_at_once_are_one_sentence(read: ReadPage) -> None:
    read.open_ways_in()
    read.tab("Upload a file").click()
    read.page.locator("[data-testid=stTabs] input[type=file]").set_input_files(
        [{"name": f"{one}.txt", "mimeType": "text/plain", "buffer": TEXT} for one in "ab"]
    )
    expect(read.alert).to_contain_text("2 files were given at once: give one article at a time.")
    read.settled()


def test_a_notice_stands_under_the_heading(read: ReadPage) -> None:
    read.upload("ferry.txt", "She didn’t sail. ".encode() + b"The \x96 end of it.")
    expect(read.page.locator(".st-key-notices")).to_contain_text(
        "One character was stored in another encoding (Windows-1252) than the rest"
    )
    read.settled()
