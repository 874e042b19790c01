"""Quotations, notes and exponents, which a page writes as elements inside a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.pipeline import analyze
from tests.analysis.reading.documents.html.news_page import (
    paragraphs_of,
    passages_of,
    read_page,
    with_paragraph,
)


def line(markup: str) -> str:
    return paragraphs_of(read_page(with_paragraph(f"<p>{markup}</p>")))[4]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "The owner called it <q>a shameful retreat</q> and left.",
            "The owner called it “a shameful retreat” and left.",
        ),
        ("She replied: <q>He is a liar.</q>", "She replied: “He is a liar.”"),
        (
            "<q>They said <q>never again</q> to us,</q> he recalled.",
            "“They said ‘never again’ to us,” he recalled.",
        ),
        ("He spoke of <q>“a bad deal”</q> twice.", "He spoke of “a bad deal” twice."),
        ("He spoke of “<q>a bad deal</q>” twice.", "He spoke of “a bad deal” twice."),
        ("“We heard <q>no</q> again,” she said.", "“We heard ‘no’ again,” she said."),
        (
            "<q>We will not pay,</q> she said, <q>not now.</q>",
            "“We will not pay,” she said, “not now.”",
        ),
        ('He said "<q>yes</q>" twice.', 'He said "yes" twice.'),
        ("A <q><em>reckless</em> plan</q>, he said.", "A “reckless plan”, he said."),
        ('They call it <q class="scare">help</q> here.', "They call it “help” here."),
    ],
)
def test_q_gets_quotation_marks(written: str, read: str) -> None:
    assert line(written) == read


def test_the_voice_of_a_sentence_with_q_goes_by_its_marks() -> None:
    markup = with_paragraph(
        "<p>The owner called it <q>a shameful retreat from duty</q> and left the room.</p>"
        "<p>The mayor replied: <q>She is a liar and a coward.</q></p>"
    )
    article = read_page(markup)
    assert passages_of(article) == [
        "“a shameful retreat from duty”",
        "“She is a liar and a coward.”",
    ]
    sentences = analyze(article.text, article.title, quoted=article.quoted).sentences
    voices = dict(zip(sentences["text"], sentences["voice"], strict=True))
    whole = "The owner called it “a shameful retreat from duty” and left the room."
    assert voices[whole] == "mixed"
    # All words but those that say who speaks are in marks.
    assert voices["The mayor replied: “She is a liar and a coward.”"] == "quoted"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        # notes
        ('It rose.<sup><a href="#n1">1</a></sup> The rest fell.', "It rose. The rest fell."),
        ("It rose.<sup>1</sup> The rest fell.", "It rose. The rest fell."),
        ("It rose.<sup>12</sup>The rest fell.", "It rose. The rest fell."),
        ("“It rose.”<sup>[3]</sup> The rest fell.", "“It rose.” The rest fell."),
        ("It rose,<sup>1,2</sup> they said.", "It rose, they said."),
        ("It rose.<sup>1–3</sup> The rest fell.", "It rose. The rest fell."),
        ("It rose.<sup>*</sup> The rest fell.", "It rose. The rest fell."),
        ("It rose.<sup>†</sup> The rest fell.", "It rose. The rest fell."),
        ("It rose<sup>[citation needed]</sup> again.", "It rose again."),
        ('It rose.<a href="#fn4"><sup>4</sup></a> The rest fell.', "It rose. The rest fell."),
        ('It rose.<a class="footnote-ref" href="/a#fn:1">1</a> Then.', "It rose. Then."),
        ('It rose.<a role="doc-noteref" href="#x">7</a> Then.', "It rose. Then."),
        ("It fell<sup>a</sup> again.", "It fell again."),
        ("It cost £5m<sup>8</sup> then.", "It cost £5m then."),
        ('See the log [<a href="#n11">11</a>].', "See the log."),
        ("<i>The Sea</i><sup>6</sup> is out.", "The Sea is out."),
        ("In the council<sup>2</sup> of elders.", "In the council of elders."),
        ("In 2019<sup>3</sup> it fell.", "In 2019 it fell."),
        (
            'By 40 per cent<sup class="reference"><a href="#cite_note-1">[1]</a></sup>.',
            "By 40 per cent.",
        ),
        # exponents and units
        ("It is 10<sup>3</sup> times.", "It is 10³ times."),
        ("It is 10<sup>-6</sup> metres.", "It is 10⁻⁶ metres."),
        ("It covers 40 m<sup>2</sup> now.", "It covers 40 m² now."),
        ("It covers 9 km<sup>2</sup>.", "It covers 9 km²."),
        ("Where E = mc<sup>2</sup> holds.", "Where E = mc² holds."),
        ("It is 2<sup>n</sup> steps.", "It is 2ⁿ steps."),
        ("It is x<sup>2</sup> + y<sup>2</sup>.", "It is x² + y²."),
        ("Some Na<sup>+</sup> and Ca<sup>2+</sup> too.", "Some Na⁺ and Ca²⁺ too."),
        ("A share of <sup>14</sup>C is left.", "A share of ¹⁴C is left."),
        # words
        ("On the 2<sup>nd</sup> of May.", "On the 2nd of May."),
        ("The 21<sup>st</sup> century.", "The 21st century."),
        ("The Acme<sup>TM</sup> kettle.", "The Acme™ kettle."),
        ("The Acme<sup>®</sup> kettle.", "The Acme® kettle."),
        ("Levels of CO<sub>2</sub> rose.", "Levels of CO₂ rose."),
        ("Water is H<sub>2</sub>O.", "Water is H₂O."),
        ("See M<sup>c</sup>Donald there.", "See McDonald there."),
    ],
)
def test_raised_and_lowered_text(written: str, read: str) -> None:
    assert line(written) == read


def test_a_note_between_two_sentences_leaves_two() -> None:
    markup = "<p>The bay warmed by 10<sup>3</sup> units.<sup>1</sup> The report is out.</p>"
    article = read_page(with_paragraph(markup))
    found = analyze(article.text, article.title).sentences["text"].tolist()
    assert "The bay warmed by 10³ units." in found
    assert "The report is out." in found


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["q", "em", "sup", "sub", "del", "span"]),
            st.text("ab 12.“”'", max_size=9),
        ),
        max_size=6,
    )
)
def test_passages_point_into_the_text_whatever_is_nested(parts: list[tuple[str, str]]) -> None:
    inner = "".join(f"<{tag}>{text} " for tag, text in parts)
    inner += "".join(f"</{tag}>" for tag, _ in reversed(parts))
    article = read_page(with_paragraph(f"<p>The captain said that {inner} was enough.</p>"))
    assert all(passage in article.text for passage in passages_of(article))
