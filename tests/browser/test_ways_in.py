"""Documents and web addresses in a real browser, and what of them stays in the server's log."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import KeptPage, ServerLog
from tests.browser.read_page import ReadPage
from tests.served import ROOT

FILES = ROOT / "tests" / "gold" / "documents" / "files"
ANY_TYPE = "application/octet-stream"
TEXT = "Quillfeather at https://a.example/x, www.a.example and ivo@a.example"


@pytest.fixture
def read(kept_page: KeptPage, app_url: str) -> ReadPage:
    """The Read page with some article and, where the test before left one, an error."""
    return kept_page(app_url, "").settled()


@pytest.mark.parametrize(
    ("file", "heading", "said"),
    [
        ("print.pdf", "Recount leaves mayor", "Ludlam Hartigan remains mayor of Port Selwyn"),
        ("office.docx", "Night trains to the coast", "The first night train in"),
        ("clean.html", "Harbour lift stays shut", "The passenger lift between Quay Street"),
    ],
)
def test_a_document_is_read(read: ReadPage, file: str, heading: str, said: str) -> None:
    page = read.page
    read.upload(f"quillfeather-{file}", (FILES / file).read_bytes(), ANY_TYPE)
    expect(read.heading).to_contain_text(heading)
    expect(page.locator(".st-key-heading")).to_contain_text(f"quillfeather-{file} · ")
    expect(page.locator(".sentence", has_text=said)).to_have_count(1)
    expect(page.locator(".st-key-heading a:not(.stPageLink a)")).to_have_count(0)


def test_a_renamed_image_is_one_sentence(read: ReadPage) -> None:
    read.upload("quillfeather.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", ANY_TYPE)
    alert = read.alert
    expect(alert).to_contain_text("quillfeather.docx looks like a PNG image")
    expect(read.tab("Upload a file")).to_have_attribute("aria-selected", "true")


def test_a_refused_address_says_so_and_stays(read: ReadPage) -> None:
    page = read.page
    for address, said in (
        ("http://127.0.0.1/quillfeather", "127.0.0.1 is not on the public internet"),
        ("ftp://quillfeather.example/a", "is neither an http nor an https address"),
    ):
        read.fetch(address)
        expect(read.alert).to_contain_text(said)
        expect(page.get_by_label("The web address of an article")).to_have_value(address)
        expect(read.tab("Web address")).to_have_attribute("aria-selected", "true")
        expect(page.locator("[role=alert] a")).to_have_count(0)
    expect(page.get_by_text("Only this way in leaves this machine")).to_be_visible()


def test_every_way_in_is_in_reach_on_a_phone(open_page, app_url: str) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    read = ReadPage(page, app_url).open()
    read.open_ways_in()
    for name in ("Paste a text", "Upload a file", "Web address", "Samples"):
        tab = read.tab(name)
        expect(tab).to_be_in_viewport(ratio=1)
        tab.click()  # fails where something else lies over it
        expect(tab).to_have_attribute("aria-selected", "true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_addresses_in_a_title_do_not_become_links(read: ReadPage) -> None:
    page = read.page
    read.paste(f"{TEXT}\n\nThe library will open on Sundays from May, the council said.")
    heading = read.heading
    expect(heading).to_contain_text("Quillfeather")
    assert heading.inner_text().replace("\u2060", "") == TEXT
    expect(page.locator(".st-key-heading a:not(.stPageLink a)")).to_have_count(0)


def test_no_text_address_or_file_name_is_logged(read: ReadPage, log: ServerLog) -> None:
    page = read.page
    read.upload("quillfeather.pdf", b"%PDF-1.7\n" + bytes(100), ANY_TYPE)
    expect(read.alert).to_be_visible()
    read.fetch("http://127.0.0.1/quillfeather")
    expect(read.alert).to_contain_text("public internet")
    read.upload("quillfeather.txt", TEXT.encode(), ANY_TYPE)
    # Not its title, which the article of a test before may have too.
    expect(page.locator(".st-key-heading")).to_contain_text("quillfeather.txt · ")
    read.settled()
    read.paste("Le maire Quillfeather a décidé de fermer la piscine de la ville.")
    page.get_by_role("button", name="Analyse anyway").click()
    expect(page.locator(".sentence", has_text="piscine")).to_be_visible()
    read.settled()
    printed = log.read()
    assert not re.search("quillfeather|127.0.0.1/|print.pdf", printed, re.IGNORECASE), printed
    assert "Traceback" not in printed
