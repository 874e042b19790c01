"""Files and web addresses on the Read page, without a browser: what opens, what is said."""

import io
import tomllib
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from streamlit.testing.v1 import AppTest

from analysis.reading.limits import MAX_FILE_BYTES
from analysis.reading.samples import samples
from dashboard.escaping import cut
from dashboard.panels.inputs import FIRST_SAMPLE
from tests.analysis.reading.documents.hostile import FILES, page, stream

ROOT = Path(__file__).parents[3]
SAMPLES = {sample.slug: sample for sample in samples()}
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
HOSTILE_PAGE = """<!doctype html><html><head><title>&lt;img src=x&gt; at www.a.example {}</title>
<meta name="author" content="Ivo Marsh {}">
<link rel="canonical" href="https://a.example/%3Cb%3E?x={}"></head><body><article>
<p>The bridge over the Tarn opened on Monday after two years of work, the county said.</p>
<p>About 4,000 vehicles are expected to cross it each day once the old road is closed.</p>
</article></body></html>""".format("word " * 100, "Aldous " * 40, "y" * 500)


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.delenv("SLANT_FETCH", raising=False)
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()


def upload(app: AppTest, name: str, content: bytes) -> AppTest:
    app.file_uploader[0].set_value([(name, content, "application/octet-stream")])
    return app.run()


def fetch(app: AppTest, address: str) -> AppTest:
    app.text_input(key="web-address").set_value(address)
    next(button for button in app.button if button.label == "Fetch and analyse").click()
    return app.run()


def title(app: AppTest) -> str:
    return app.title[0].value.replace("\\", "")


def line(app: AppTest) -> str:
    """The line under the heading: the caption that ends with the number of words."""
    (found,) = (one.value for one in app.caption if one.value.endswith(" words"))
    return found.replace("\\", "")


def said(app: AppTest) -> str:
    assert not app.exception
    (error,) = app.error
    return error.value.replace("\\", "").replace("\u2060", "")


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(FILES / "by-hand.pdf"))
    writer.encrypt("secret", "owner", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def scan() -> bytes:
    picture = b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 "
    return page(
        b"q 595 0 0 842 0 0 cm /X Do Q", stream(bytes(100), picture + b"/ColorSpace /DeviceGray")
    )


@pytest.mark.parametrize(
    ("name", "heading", "origin"),
    [
        ("print.pdf", "Recount leaves mayor", "print.pdf · Beatrice Lomax · "),
        ("office.docx", "Night trains to the coast", "office.docx · "),
        ("strict.htm", "Burst main floods archive", "strict.htm · "),
        ("clean.html", "Harbour lift stays shut", "clean.html · Maren Aldous · 2025-03-04 · "),
        ("plain.md", "", "plain.md · "),
    ],
)
def test_an_uploaded_document_opens_with_what_it_says_of_itself(app, name, heading, origin):
    upload(app, name, (FILES / name).read_bytes())
    assert not app.error
    assert not app.exception
    assert title(app).startswith(heading)
    assert line(app).startswith(origin)
    assert app.query_params["text"] == "1"


def test_the_address_of_a_saved_page_is_shown_as_plain_text(app):
    upload(app, "lift.html", (FILES / "clean.html").read_bytes())
    assert "https://examiner.example/news/harbour-lift" in [one.value for one in app.text]
    app.text_area(key="pasted").set_value("The library will open on Sundays, the council said.")
    app.button[0].click()
    app.run()
    assert line(app).startswith("Pasted · ")
    assert not [one.value for one in app.text if "examiner" in one.value]
    app.query_params["text"] = "1"
    assert "Maren Aldous · 2025-03-04" in line(app.run())


def test_what_a_page_says_of_itself_is_escaped_and_cut(app):
    upload(app, "a_*b*.html", HOSTILE_PAGE.encode())
    heading = app.title[0].value
    assert heading.startswith("\\<img src\\=x\\> at www\u2060\\.a\\.example word")
    assert heading.endswith("…")
    origin = next(one.value for one in app.caption if one.value.endswith(" words"))
    assert origin.startswith("a\\_\\*b\\*\\.html · ")
    assert " · Ivo Marsh Aldous Aldous" in origin
    assert "…" in origin
    (address,) = (one.value for one in app.text if one.value.startswith("https:"))
    assert len(address) == 300
    assert address.endswith("…")


def test_only_the_origins_of_kept_texts_are_kept(app):
    for number in range(6):
        upload(app, f"{number}.txt", b"The library will open on Sundays. It cost %d." % number)
    texts = app.session_state["texts"]
    assert sorted(texts) == [2, 3, 4, 5, 6]
    origin = texts[6].article
    assert (origin.author, origin.date, origin.url) == (None, None, None)
    assert texts[6].source == "5.txt"
    assert "origins" not in app.session_state


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("photo.pdf", PNG, "photo.pdf looks like a PNG image, not text: save the article as"),
        ("photo.docx", PNG, "photo.docx looks like a PNG image, not text"),
        ("locked.pdf", locked(), "locked.pdf is locked with a password: open it with"),
        ("scan.pdf", scan(), "scan.pdf is a scan"),
        ("broken.pdf", b"%PDF-1.7\n" + bytes(100), "broken.pdf "),
        ("menu.html", b"<html><nav></nav></html>", "menu.html is a web page in which no"),
        ("empty.docx", b"", "The text is empty: give an article"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[:12] else "",
)
def test_a_bad_file_is_one_sentence_and_nothing_is_lost(app, name, content, message):
    upload(app, name, content)
    sentence = said(app)
    assert sentence.startswith(message)
    assert sentence.count(". ") == 0
    assert title(app) == SAMPLES[FIRST_SAMPLE].title


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://127.0.0.1/", "127.0.0.1 is not on the public internet: paste the text instead."),
        ("http://[::1]/a", "::1 is not on the public internet: paste the text instead."),
        ("ftp://x", "ftp://x is neither an http nor an https address: give an address that"),
        ("www.news.example/a", "www.news.example/a is neither an http nor an https address: give"),
        ("/etc/hostname", "/etc/hostname is neither an http nor an https address"),
        ("", "The web address is empty: give an address that starts with http:// or https://"),
    ],
)
def test_a_bad_address_is_one_sentence_and_what_was_typed_stays(app, address, message):
    fetch(app, address)
    assert said(app).startswith(message)
    assert app.text_input(key="web-address").value == address
    assert title(app) == SAMPLES[FIRST_SAMPLE].title


@pytest.mark.parametrize("value", ["0", "off"])
def test_no_web_address_where_fetching_is_off(value, monkeypatch):
    monkeypatch.setenv("SLANT_FETCH", value)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    assert [tab.label for tab in app.tabs] == ["Samples", "Paste a text", "Upload a file"]
    assert not [one for one in app.text_input if one.key == "web-address"]
    assert not app.exception


def test_the_page_says_what_leaves_the_machine(app):
    assert [tab.label for tab in app.tabs][3:] == ["Web address"]
    assert any("Only this way in leaves this machine" in one.value for one in app.caption)


def test_uploads_that_are_too_large_reach_the_reader():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["maxUploadSize"] * 1024 * 1024 >= 2 * MAX_FILE_BYTES


def test_a_file_that_is_too_large_is_one_sentence(app):
    upload(app, "large.pdf", b"%PDF-1.7\n" + bytes(MAX_FILE_BYTES))
    assert said(app).startswith("large.pdf is larger than the 10 MB that one file may have: save")


def test_several_files_at_once_are_one_sentence(app):
    files = [(f"{name}.txt", b"The ferry sails.", "text/plain") for name in "ab"]
    app.file_uploader[0].set_value(files)
    app.run()
    assert said(app) == "2 files were given at once: give one article at a time."


def test_an_error_is_gone_with_the_next_good_file(app):
    upload(app, "data.json", b'{"a": 1}')
    assert said(app).startswith("data.json looks like data (JSON), not an article: paste")
    upload(app, "ferry.txt", b"The ferry to Skerry sails on Monday.")
    assert not app.error
    assert title(app) == "Your text"


def test_notices_stand_under_the_heading_as_plain_text(app):
    upload(app, "a.txt", "She didn’t *go*.".encode() + b" The \x96 end.")
    found = [one.value.replace("\\", "") for one in app.caption]
    assert any(one.startswith("One character was stored in another encoding") for one in found)


def test_pasted_html_is_read_as_such(app):
    app.text_area(key="pasted").set_value(
        "<p>The ferry&rsquo;s late.</p><p>It &ldquo;sails&rdquo;.</p>"
    )
    next(button for button in app.button if button.label == "Analyse").click()
    app.run()
    assert not app.error
    assert app.session_state["opened"].article.text == "The ferry’s late.\n\nIt “sails”."


def test_nobody_is_told_or_asked_anything_at_the_start():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["browser"] == {"gatherUsageStats": False, "serverAddress": "localhost"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\n b", "a b"), ("abcde", "abcde"), ("abcdef", "abcd…"), ("abc def", "abc…"), ("", "")],
)
def test_a_line_is_cut_at_its_limit(text, expected):
    assert cut(text, 5) == expected
