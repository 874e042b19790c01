"""Worksheet and answer sheet as a parser reads them: whole, safe, and nothing of the answers."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis import analyze
from analysis.frames import SENTENCES, SPANS, Result, empty, frame
from analysis.output.worksheet.answers import answers_of
from analysis.output.worksheet.html import LETTERS, answers_html, worksheet_html
from analysis.output.worksheet.sheet import sheet_of
from analysis.practice.marks import REASONS
from analysis.reading.samples import samples
from analysis.version import VERSION
from tests.analysis.output.report.parsed import CHARACTERS, Parsed
from tests.analysis.output.worksheet.article import LINES, article
from tests.hand_made_result import result_of
from tests.hand_made_statements import piece, statements_of

MADE = date(2026, 2, 1)
SAMPLES = {sample.slug: sample for sample in samples()}
HOSTILE = '</td></table><script>alert(1)</script><img src=x onerror="alert(1)"> &amp; {{ 7 * 7 }}'
VIEW = ("likely loaded", "uncertain", "not loaded", "not judged", "probab", "%")


def worksheet(result: Result) -> str:
    return worksheet_html(sheet_of(result, made=MADE))


def answer_sheet(result: Result) -> str:
    sheet = sheet_of(result, made=MADE)
    return answers_html(sheet, answers_of(result, sheet))


def analysed(slug: str) -> Result:
    return analyze(SAMPLES[slug].text, SAMPLES[slug].title)


def otherwise(result: Result) -> Result:
    """The same text, of whose wording the model found something else everywhere."""
    old = result.sentences
    turned = {"loaded": "not loaded", "not loaded": "uncertain", "uncertain": "loaded"}
    sentences = old.assign(
        loaded=[turned.get(band) for band in old["loaded"]],
        loaded_probability=1 - old["loaded_probability"],
        tone=-old["tone"],
        tone_label="unclear",
        joint_effect=0.5,
    )
    statements = result.statements.assign(loaded="loaded", loaded_probability=0.9)
    return replace(
        result,
        sentences=frame(sentences, SENTENCES),
        spans=empty(SPANS),
        statements=statements,
    )


@pytest.mark.parametrize("slug", ["quarry-closure-loaded", "nurses-strike-plain"])
def test_the_worksheet_does_not_depend_on_what_the_model_found(slug: str) -> None:
    """Whatever the model says of the wording, pupils get the same file, byte for byte."""
    result = analysed(slug)
    other = otherwise(result)
    assert (result.sentences["loaded"] == other.sentences["loaded"]).sum() == 0
    assert worksheet(other) == worksheet(result)
    assert answer_sheet(other) != answer_sheet(result)


@pytest.mark.parametrize("slug", SAMPLES)
def test_nothing_of_the_answers_is_in_the_worksheet(slug: str) -> None:
    result = analysed(slug)
    sheet = sheet_of(result, made=MADE)
    html = worksheet_html(sheet)
    body = html.split("<body>")[1].split("</body>")[0]
    text = " ".join(SAMPLES[slug].text.split())
    shown = " ".join(Parsed(body).all_text.split())
    for word in VIEW:
        assert shown.count(word) == text.count(word), word
    assert not re.search(r'class="[^"]*\b(loaded|uncertain|not-loaded)\b', body)
    for question in sheet.questions:
        assert not question.answer or question.answer not in shown
    questions = body.split('<section class="questions"')[1]
    for plainer in set(result.spans["alternative"]) - {""}:
        assert not re.search(rf"\b{re.escape(plainer)}\b", questions), plainer


@pytest.mark.parametrize("make", [worksheet, answer_sheet])
@pytest.mark.parametrize("slug", ["river-flood-loaded", "bus-fares-plain"])
def test_every_sentence_stands_there_once_in_order(make, slug: str) -> None:
    result = analysed(slug)
    parsed = Parsed(make(result))
    identities = [a["id"] for _, a in parsed.tags if re.fullmatch(r"s\d+", a.get("id") or "")]
    assert identities == [f"s{number}" for number in range(1, len(result.sentences) + 1)]
    for number, text in enumerate(result.sentences["text"], 1):
        assert parsed.text[f"s{number}"] == text


def test_the_worksheet_says_how_to_mark_and_leaves_room() -> None:
    html = worksheet(article())
    parsed = Parsed(html)
    for letter, reason in zip(LETTERS, REASONS.values(), strict=False):
        assert f"{letter} {reason}" in parsed.all_text
    assert len(LETTERS) >= len(REASONS)
    assert "Do not write your name" in parsed.all_text
    assert not re.search(r"\bName\s*:", parsed.all_text)
    # A box for “loaded” and three for whose words, on each of five lines.
    assert html.count('<span class="box"></span>') == 5 * 4
    assert parsed.all_text.count("?") > 6
    assert sum(a.get("class") == "ruled" for _, a in parsed.tags) == 8


def test_the_answer_sheet_says_what_it_is_not_for() -> None:
    shown = " ".join(Parsed(answer_sheet(article())).all_text.split())
    assert "use its view to start a discussion, not to mark pupils" in shown
    assert "Sentence 4 – reported: Lena Ortiz." in shown
    assert "callous → uncaring" in shown
    assert "Nobody has measured" in shown
    released = " ".join(Parsed(answer_sheet(analysed("bus-fares-plain"))).all_text.split())
    assert "a close reader called clearly loaded" in released


@pytest.mark.parametrize("make", [worksheet, answer_sheet])
def test_the_foot_says_what_made_it(make) -> None:
    parsed = Parsed(make(article()))
    assert f"Made with Slant {VERSION}, model by hand 1 on 1 February 2026." in parsed.all_text
    assert parsed.all_of("time") == [{"datetime": "2026-02-01"}]


@pytest.mark.parametrize("make", [worksheet, answer_sheet])
def test_nothing_is_fetched_or_run(make) -> None:
    html = make(strange(HOSTILE))
    parsed = Parsed(html)
    tags = {tag for tag, _ in parsed.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "a"}
    names = {name for _, attributes in parsed.tags for name in attributes}
    assert not names & {"src", "srcset", "style", "action", "data", "href"}
    assert not any(name.startswith("on") for name in names)
    policy = next(m for m in parsed.all_of("meta") if "http-equiv" in m)
    assert (policy["content"] or "").startswith("default-src 'none'; style-src 'sha256-")
    assert "url(" not in html.split("</style>")[0]
    assert "49" not in parsed.all_text


def strange(text: str) -> Result:
    """A result in which title, sentences, words, speakers and cues are all ``text``."""
    spans = {
        "sentence": [0],
        "start": [0],
        "end": [len(text)],
        "text": [text],
        "probability": [0.9],
        "alternative": [text],
        "effect": [0.3],
    }
    # Direct: of reported words the marks in them decide whether a question is asked.
    said = piece(text, text, form="direct", speaker=text, cue=text, verb=text, manner="emotive")
    return result_of(
        [text, text],
        spans=spans,
        statements=statements_of(said),
        article={"title": text, "source": text, "model": "m", "model_version": "1"},
        voice=["reported", "outlet"],
        speaker=[text, ""],
        loaded=["loaded", "uncertain"],
        loaded_probability=[0.95, 0.5],
    )


@pytest.mark.parametrize("make", [worksheet, answer_sheet])
@given(st.text(CHARACTERS, max_size=40))
@example(HOSTILE)
@example('" autofocus onfocus="alert(1)')
@example("</title></style><script>")
@example("👩‍👩‍👧 \u202eturned\u202c שלום")
@example("a\r\nb\rc\td")
def test_no_tag_comes_from_the_data_and_the_text_is_exact(make, given_text: str) -> None:
    text = f"zq{given_text}zq"
    parsed = Parsed(make(strange(text)))
    expected = Parsed(make(strange("zqzq")))

    def bare(found: Parsed) -> list[tuple[str, list[str]]]:
        return [(tag, sorted(attributes)) for tag, attributes in found.tags]

    assert bare(parsed) == bare(expected)
    assert parsed.text["s1"] == parsed.text["s2"] == text


def test_lines_from_right_to_left_are_laid_out_so() -> None:
    result = result_of(["ذهب الوزير إلى القرية", "The minister left."])
    for make in (worksheet, answer_sheet):
        cells = [a["dir"] for a in Parsed(make(result)).all_of("td") if "dir" in a]
        assert cells == ["rtl", "ltr"]


@pytest.mark.parametrize("make", [worksheet, answer_sheet])
def test_the_document_is_in_order(make) -> None:
    parsed = Parsed(make(article()))
    assert parsed.all_of("html") == [{"lang": "en"}]
    levels = [int(tag[1]) for tag, _ in parsed.tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}
    assert all(cell.get("scope") in ("col", "row") for cell in parsed.all_of("th"))
    assert LINES[0] in parsed.all_text
