"""Documents and web addresses in a real browser, and what of them stays in the server's log."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT

FILES = ROOT / "tests" / "gold" / "documents" / "files"
LIMIT = 60_000
"""Milliseconds to wait for a state; the first page of a cold server loads the model."""
TEXT = "Quillfeather at https://a.example/x, www.a.example and ivo@a.example"


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    expect(page.locator(".sentence").first).to_be_visible(timeout=LIMIT)
    settled(page)
    return page


def settled(page: Page) -> None:
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=LIMIT
    )


def upload(page: Page, name: str, content: bytes) -> None:
    page.get_by_role("tab", name="Upload a file").click()
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def fetch(page: Page, address: str) -> None:
    page.get_by_role("tab", name="Web address").click()
    page.get_by_label("The web address of an article").fill(address)
    page.get_by_role("button", name="Fetch and analyse").click()


@pytest.mark.parametrize(
    ("file", "heading", "said"),
    [
        ("print.pdf", "Recount leaves mayor", "Ludlam Hartigan remains mayor of Port Selwyn"),
        ("office.docx", "Night trains to the coast", "The first night train in"),
        ("clean.html", "Harbour lift stays shut", "The passenger lift between Quay Street"),
    ],
)
def test_a_document_is_read(page: Page, own_url: str, file: str, heading: str, said: str) -> None:
    opened(page, own_url)
    upload(page, f"quillfeather-{file}", (FILES / file).read_bytes())
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading, timeout=LIMIT)
    expect(page.locator(".st-key-heading")).to_contain_text(f"quillfeather-{file} · ")
    expect(page.locator(".sentence", has_text=said)).to_have_count(1)
    expect(page.locator(".st-key-heading a")).to_have_count(0)


def test_a_renamed_image_is_one_sentence(page: Page, own_url: str) -> None:
    opened(page, own_url)
    upload(page, "quillfeather.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("quillfeather.docx looks like a PNG image", timeout=LIMIT)
    expect(page.get_by_role("tab", name="Upload a file")).to_have_attribute("aria-selected", "true")


def test_a_refused_address_says_so_and_stays(page: Page, own_url: str) -> None:
    opened(page, own_url)
    for address, said in (
        ("http://127.0.0.1/quillfeather", "127.0.0.1 is not on the public internet"),
        ("ftp://quillfeather.example/a", "is neither an http nor an https address"),
    ):
        fetch(page, address)
        expect(page.get_by_role("alert")).to_contain_text(said, timeout=LIMIT)
        expect(page.get_by_label("The web address of an article")).to_have_value(address)
        expect(page.get_by_role("tab", name="Web address")).to_have_attribute(
            "aria-selected", "true"
        )
        expect(page.locator("[role=alert] a")).to_have_count(0)
    expect(page.get_by_text("Only this way in leaves this machine")).to_be_visible()


def test_every_way_in_is_in_reach_on_a_phone(open_page, own_url: str) -> None:
    page = opened(open_page(viewport={"width": 390, "height": 844}), own_url)
    for name in ("Paste a text", "Upload a file", "Web address", "Samples"):
        tab = page.get_by_role("tab", name=name)
        expect(tab).to_be_in_viewport(ratio=1)
        tab.click()  # fails where something else lies over it
        expect(tab).to_have_attribute("aria-selected", "true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_addresses_in_a_title_do_not_become_links(page: Page, own_url: str) -> None:
    opened(page, own_url)
    page.get_by_role("tab", name="Paste a text").click()
    page.get_by_label("Paste an article in English").fill(
        f"{TEXT}\n\nThe library will open on Sundays from May, the council said."
    )
    page.get_by_role("button", name="Analyse", exact=True).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Quillfeather", timeout=LIMIT)
    assert heading.inner_text().replace("\u2060", "") == TEXT
    expect(page.locator(".st-key-heading a")).to_have_count(0)


def test_no_text_address_or_file_name_is_logged(page: Page, own_url: str, log: Path) -> None:
    opened(page, own_url)
    upload(page, "quillfeather.pdf", b"%PDF-1.7\n" + bytes(100))
    expect(page.get_by_role("alert")).to_be_visible(timeout=LIMIT)
    fetch(page, "http://127.0.0.1/quillfeather")
    expect(page.get_by_role("alert")).to_contain_text("public internet", timeout=LIMIT)
    upload(page, "quillfeather.txt", TEXT.encode())
    expect(page.get_by_role("heading", level=1)).to_contain_text("Quill", timeout=LIMIT)
    settled(page)
    page.get_by_role("tab", name="Paste a text").click()
    page.get_by_label("Paste an article in English").fill(
        "Le maire Quillfeather a décidé de fermer la piscine de la ville."
    )
    page.get_by_role("button", name="Analyse", exact=True).click()
    page.get_by_role("button", name="Analyse anyway").click()
    expect(page.locator(".sentence", has_text="piscine")).to_be_visible(timeout=LIMIT)
    settled(page)
    printed = log.read_text(encoding="utf-8")
    assert not re.search("quillfeather|127.0.0.1/|print.pdf", printed, re.IGNORECASE), printed
    assert "Traceback" not in printed
