"""The worksheet and the answer sheet printed by a real browser: all there, nothing cut off."""

import io
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pypdf import PageObject, PdfReader

from analysis import analyze
from analysis.output.worksheet.answers import answers_of
from analysis.output.worksheet.html import answers_html, worksheet_html
from analysis.output.worksheet.sheet import Sheet, sheet_of
from analysis.reading.samples import samples

SAMPLES = {sample.slug: sample for sample in samples()}
PAPER = {"A4": (595.3, 841.9), "Letter": (612, 792)}
"""Widths and heights in points."""

SIDE = 13 * 72 / 25.4
"""The margin at the sides, in points."""

LONG = (
    "The pool closes in June. "
    + "A road with no name that anybody remembers runs past it " * 12
    + "and ends.\n\n"
    + "Antidisestablishmentarianism" * 9
    + " was said.\n\nשלום אמר האיש. The man left. 👩‍👩‍👧 <b>Bold</b> &amp; done."
)
TEXTS = {"quarry": SAMPLES["quarry-closure-loaded"].text, "odd": LONG}


@dataclass(frozen=True)
class Files:
    """A worksheet's record, its file, and the file with the answers."""

    sheet: Sheet
    worksheet: Path
    answers: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Files]:
    folder = tmp_path_factory.mktemp("sheets")
    files = {}
    for name, text in TEXTS.items():
        result = analyze(text, any_language=True)
        sheet = sheet_of(result)
        files[name] = Files(sheet, folder / f"{name}.html", folder / f"{name}-answers.html")
        files[name].worksheet.write_text(worksheet_html(sheet), encoding="utf-8", newline="")
        answers = answers_html(sheet, answers_of(result, sheet))
        files[name].answers.write_text(answers, encoding="utf-8", newline="")
    return files


def printed(page, path: Path, paper: str) -> PdfReader:
    page.goto(path.as_uri())
    return PdfReader(io.BytesIO(page.pdf(format=paper)))


def squeezed(text: str) -> str:
    """The text without white space and without the ligatures of its font (ﬁ)."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def outer_edges(page: PageObject) -> tuple[float, float]:
    """Where the leftmost text of a page begins and the rightmost begins, in points."""
    found: list[float] = []

    def visit(text, matrix, text_matrix, _font, _size) -> None:
        if text.strip():
            # pypdf's text matrix is that of the page's own units; Chromium scales these.
            found.append(matrix[0] * text_matrix[4] + matrix[4])

    page.extract_text(visitor_text=visit)
    return min(found), max(found)


@pytest.mark.parametrize("paper", PAPER)
def test_the_worksheet_prints_whole(page, made, paper) -> None:
    files = made["quarry"]
    pdf = printed(page, files.worksheet, paper)
    assert 4 <= len(pdf.pages) <= 6
    for sheet in pdf.pages:
        size = (float(sheet.mediabox.width), float(sheet.mediabox.height))
        assert size == pytest.approx(PAPER[paper], abs=1)
        left, right = outer_edges(sheet)
        assert SIDE - 1 <= left < right <= size[0] - SIDE
    texts = [sheet.extract_text() for sheet in pdf.pages]
    for number, text in enumerate(texts, 1):
        assert squeezed(f"{number} / {len(texts)}") in squeezed(text)
    # No last page with nothing to do on it.
    assert squeezed(files.sheet.questions[-1].asked) in squeezed(texts[-1])
    # The head of the table stands on every page that has lines.
    with_lines = [text for text in texts if re.search(r"Loaded\?", text)]
    assert len(with_lines) >= 3


def lines_of(page, media: str = "print") -> list[dict]:
    page.emulate_media(media=media)
    return page.evaluate(
        """() => [...document.querySelectorAll("tbody tr")].map((row) => {
          const cell = row.querySelector("td");
          const text = row.querySelector("span[id]");
          const range = document.createRange();
          range.selectNodeContents(text);
          const [box, own] = [cell.getBoundingClientRect(), range.getBoundingClientRect()];
          return {
            number: Number(row.querySelector("th").textContent),
            text: text.textContent,
            inside: own.left >= box.left && own.right <= box.right + 0.5
              && own.bottom <= box.bottom + 0.5,
            leading: parseFloat(getComputedStyle(cell).lineHeight)
              / parseFloat(getComputedStyle(cell).fontSize),
          };
        })"""
    )


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("kind", ["worksheet", "answers"])
def test_every_sentence_is_printed_once_in_order(page, made, paper, kind) -> None:
    files = made["quarry"]
    pdf = printed(page, getattr(files, kind), paper)
    text = squeezed("".join(sheet.extract_text() for sheet in pdf.pages))
    place = text.index(squeezed("The text"))
    for line in files.sheet.lines:
        # In the answers the words beside a line come between its own: there its beginning must do.
        words = line.text.split() if kind == "worksheet" else line.text.split()[:4]
        found = text.find(squeezed(" ".join(words)), place)
        assert found >= place, line.number
        place = found + 1
        if kind == "worksheet":
            assert text.count(squeezed(line.text)) == 1


@pytest.mark.parametrize("kind", ["worksheet", "answers"])
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("width", [695, 718], ids=["A4", "Letter"])
def test_no_line_is_cut_at_the_margin(open_page, made, name, kind, width) -> None:
    # The width of the paper between its margins, at 96 pixels an inch.
    page = open_page(viewport={"width": width, "height": 1000})
    page.goto(getattr(made[name], kind).as_uri())
    lines = lines_of(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    expected = [(line.number, line.text) for line in made[name].sheet.lines]
    assert [(line["number"], line["text"]) for line in lines] == expected
    assert [line["number"] for line in lines if not line["inside"]] == []
    if kind == "worksheet":
        assert all(line["leading"] >= 2 for line in lines)


@pytest.mark.parametrize("kind", ["worksheet", "answers"])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_it_opens_on_any_screen_and_asks_for_nothing(open_page, made, kind, width) -> None:
    page = open_page(viewport={"width": width, "height": 844}, color_scheme="dark")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    path = getattr(made["odd"], kind)
    page.goto(path.as_uri())
    assert requests == [path.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    # Black on white on a dark screen too: it is paper.
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert background == "rgb(255, 255, 255)"
    assert page.locator("script, img, a").count() == 0


def test_the_page_gives_both_sheets_of_the_sentences_that_were_chosen(read_page) -> None:
    read_page.open("?sample=quarry-closure-loaded").drawn()
    name, sheet = read_page.download("Worksheet, HTML")
    assert name == "slant-quarry-closure-loaded-worksheet.html"
    assert sheet.count(b'id="s') == 40
    read_page.open_downloads()
    last = read_page.downloads.get_by_role("slider").last
    last.focus()
    read_page.page.keyboard.press("End")
    expect(read_page.downloads).to_contain_text("42 sentences to mark")
    read_page.page.keyboard.press("Escape")
    expect(read_page.downloads).to_have_count(0)
    name, answers = read_page.download("Answer sheet, HTML")
    assert name == "slant-quarry-closure-loaded-answers.html"
    assert answers.count(b'id="s') == 42
    assert b"likely loaded" in answers
    assert b"likely loaded" not in sheet


@pytest.mark.parametrize("kind", ["worksheet", "answers"])
def test_axe_finds_nothing(page, made, kind) -> None:
    page.goto(getattr(made["quarry"], kind).as_uri())
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_boxes_print_without_backgrounds(page, made) -> None:
    """Printers leave backgrounds out: what is to be ticked or written on has borders."""
    page.goto(made["quarry"].worksheet.as_uri())
    page.emulate_media(media="print")
    for selector in (".box", ".ruled > div"):
        width = page.locator(selector).first.evaluate(
            "element => parseFloat(getComputedStyle(element).borderBottomWidth)"
        )
        assert width >= 0.5
    coloured = page.locator("main *").evaluate_all(
        "(all) => all.filter((one) => getComputedStyle(one).backgroundColor"
        " !== 'rgba(0, 0, 0, 0)').length"
    )
    assert coloured == 0
