"""Tables and lists of the desk as HTML and as files: every leaf is escaped."""

from html.parser import HTMLParser

from analysis.desk.check_figures import Dismissed
from dashboard.panels.desk.figures import pairs_frame, reasons_frame
from dashboard.panels.desk.parts.check_card import examples_html
from dashboard.panels.desk.parts.statements import statements_html
from dashboard.panels.downloads import csv_bytes
from dashboard.panels.html_tables import table_html
from tests.analysis.desk.made import quoted_of

EVIL = '<img src=x onerror="alert(1)">&"'


class Reader(HTMLParser):
    """Collects tags and text."""

    def __init__(self):
        super().__init__()
        self.tags: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.said.append(data)


def read(html):
    reader = Reader()
    reader.feed(html)
    return reader


def test_a_table_has_headings_and_no_mark_up_of_strangers():
    html = table_html(EVIL, ["Check", "Decided"], [[EVIL, 1200], ["two\nlines", 3]], numbers=(1,))
    found = read(html)
    assert set(found.tags) == {"div", "table", "thead", "tbody", "tr", "th", "td"}
    assert EVIL in found.said
    assert "two lines" in found.said
    assert '<td class="number">1,200</td>' in html
    assert 'tabindex="0"' in html
    assert html.count('scope="row"') == 2


def test_an_example_marks_its_words_and_says_why():
    sentence = f"Residents slammed {EVIL} it."
    one = Dismissed(1, 1, "slammed", sentence, 10, 17, "other", EVIL)
    html = examples_html((one,))
    found = read(html)
    assert set(found.tags) == {"ul", "li", "bdi", "mark", "span"}
    assert "<mark>slammed</mark>" in html
    assert "".join(found.said) == f"{sentence} — another reason: {EVIL}"


def test_a_long_sentence_is_cut_around_the_words():
    sentence = "a" * 500 + "slammed" + "b" * 500
    one = Dismissed(1, 1, "slammed", sentence, 500, 507, "fair", "")
    said = "".join(read(examples_html((one,))).said)
    assert said == "…" + "a" * 160 + "slammed" + "b" * 160 + "… — fair wording here"


def test_a_statement_is_cut_from_the_text_by_code_points():
    text = f"😀😀 “{EVIL}”, she said."
    start, end = text.index("“"), text.index("”") + 1
    rows = quoted_of([{"start": start, "end": end, "verb": EVIL}]).to_dict("records")
    found = read(statements_html(text, rows))
    assert set(found.tags) == {"ul", "li", "bdi", "span"}
    assert "".join(found.said) == f"“{EVIL}” — “{EVIL}”, in their own words"


def test_a_file_neutralises_formulas_and_keeps_signs():
    frame = quoted_of([{"speaker": "=HYPERLINK(1)", "title": "Café 😀"}])
    lines = csv_bytes(frame).decode("utf-8-sig").splitlines()
    assert "'=HYPERLINK(1)" in lines[1]
    assert "Café 😀" in lines[1]


def test_frames_without_a_row_keep_their_columns():
    from analysis.desk.agreement import reviewers_agreement
    from tests.analysis.desk.made import decisions_of

    assert list(reasons_frame(()).columns) == ["check", "revision", "reason", "dismissed"]
    pairs = pairs_frame(reviewers_agreement(decisions_of([])))
    assert list(pairs.columns) == ["editor", "other", "flags", "alike"]
