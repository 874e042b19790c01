"""The report as a parser reads it: the article's text comes back, and nothing of it is mark-up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis import analyze
from analysis.frames import ARTICLE, FORMS, QUOTATIONS, SENTENCES, SPANS, Result, frame
from analysis.output.phrasing.loaded_language import MEANING
from analysis.output.report.html import to_html
from analysis.reading.samples import samples
from analysis.version import VERSION
from tests.analysis.output.report.parsed import CHARACTERS, Parsed, without
from tests.hand_made_statements import names_of, piece, statements_of

HOSTILE = '</p><script>alert(1)</script><img src=x onerror="alert(1)"> &amp; {{ 7 * 7 }} \'"'
CANARY = "zq9canary"
NAN = float("nan")


def hand_made(
    text: str,
    sentences: Sequence[tuple[int, int]],
    words: Sequence[tuple[int, int]] = (),
    quotations: Sequence[tuple[int, int]] = (),
    label: str = "",
    statements: Sequence[tuple[int, int]] = (),
    speaker: str = "",
    **article: object,
) -> Result:
    """Return a Result of given offsets; bands, voices, sentiments and forms take turns. All
    statements are of the ``speaker``, who is named, too."""
    count = len(sentences)

    def turns(values: Sequence[object]) -> list[object]:
        return [values[number % len(values)] for number in range(count)]

    rows = {
        "sentence": range(count),
        "paragraph": [number // 2 for number in range(count)],
        "start": [start for start, _ in sentences],
        "end": [end for _, end in sentences],
        "text": [text[start:end] for start, end in sentences],
        "part": ["body"] * count,
        "voice": turns(["outlet", "quoted", "mixed", "reported"]),
        "speaker": [speaker] * count,
        "statement": [None] * count,
        "negative": turns([0.7, 0.1]),
        "neutral": turns([0.2, 0.2]),
        "positive": turns([0.1, 0.7]),
        "sentiment": turns(["negative", "positive", "neutral"]),
        "tone_label": turns(["negative", "positive", "neutral", "unclear"]),
        "tone": turns([-0.6, 0.6]),
        "loaded_probability": turns([0.95, 0.5, 0.65, 0.02, 0.8]),
        "loaded": turns(["loaded", "uncertain", "loaded", "not loaded", "loaded"]),
        "joint_effect": [NAN] * count,
        "words": [3] * count,
        "reading_ease": [50.0] * count,
        "language": ["en"] * count,
    }
    owner = [
        next((n for n, (a, b) in enumerate(sentences) if a <= start < b), 0) for start, _ in words
    ]
    spans = {
        "sentence": owner,
        "start": [start for start, _ in words],
        "end": [end for _, end in words],
        "text": [text[start:end] for start, end in words],
        "probability": [0.9] * len(words),
        "alternative": [label] * len(words),
        "effect": [0.25] * len(words),
    }
    quoted = {
        "start": [start for start, _ in quotations],
        "end": [end for _, end in quotations],
        "text": [text[start:end] for start, end in quotations],
        "closed": [number % 2 == 0 for number in range(len(quotations))],
    }
    numbers: dict[str, object] = dict.fromkeys(ARTICLE, 1) | {"smog_index": NAN}
    numbers |= {"unscored_sentences": 0, "furniture_sentences": 0, "any_language": False}
    strings = {"title": "", "source": "", "language": "en", "model": "m", "model_version": "1"}
    row = numbers | strings | article
    return Result(
        article=frame({name: [value] for name, value in row.items()}, ARTICLE),
        sentences=frame(rows, SENTENCES),
        spans=frame(spans, SPANS),
        statements=statements_of(
            *(
                piece("", "", number, start=start, end=end, text=text[start:end], speaker=speaker)
                | {"form": FORMS[number % len(FORMS)], "verb": speaker, "cue": speaker}
                for number, (start, end) in enumerate(statements)
            )
        ),
        names=names_of((speaker, "person", [(0, 1)])) if speaker else names_of(),
        quotations=frame(quoted, QUOTATIONS),
        text=text,
    )


TEXTS = st.text(CHARACTERS, min_size=1, max_size=80)


@st.composite
def results(draw: st.DrawFn) -> Result:
    """Return any text with any sentences in it, and words and quotations anywhere at all."""
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    borders = sorted(draw(st.lists(places, min_size=2, max_size=12)))
    sentences = list(zip(borders[::2], borders[1::2], strict=False))
    pairs = st.lists(st.tuples(places, places).map(lambda pair: (min(pair), max(pair))), max_size=4)
    words, quotations, statements = draw(pairs), draw(pairs), draw(pairs)
    title, speaker = draw(TEXTS), draw(TEXTS)
    return hand_made(
        text, sentences, words, quotations, statements=statements, speaker=speaker, title=title
    )


@given(results())
@example(hand_made("a\r\nb\r", [(0, 4)]))
@example(hand_made("\n\n<!-- -->\x0c&#13;&lt", [(2, 9), (9, 12)], [(1, 11)], [(0, 15), (3, 4)]))
def test_the_text_comes_back_exactly(result: Result) -> None:
    assert Parsed(to_html(result)).text.get("article-text", "") == result.text


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.slug)
def test_the_text_of_a_real_analysis_comes_back_exactly(sample) -> None:
    parsed = Parsed(to_html(analyze(sample.text, sample.title, sample.outlet)))
    assert parsed.text["article-text"] == sample.text


@given(st.text(CHARACTERS, max_size=40))
@example(HOSTILE)
@example('" autofocus onfocus="alert(1)')
@example("</title></style></svg><script>")
def test_no_tag_or_attribute_comes_from_the_data(piece: str) -> None:
    def everywhere(data: str) -> Parsed:
        whole = [(0, len(data))]
        made = hand_made(
            data, whole, whole, whole, data, whole, data, title=data, source=data, language="en"
        )
        sentences = made.sentences.assign(voice="reported")
        return Parsed(to_html(replace(made, sentences=sentences)))

    parsed, expected = everywhere(f"{CANARY}{piece}{CANARY}"), everywhere(CANARY)
    # A speaker's name is the only datum that attributes hold: it is drawn, not text of the article.
    names = ("data-name", "data-words", "title")
    spoken = [(tag, without(attributes, names)) for tag, attributes in parsed.tags]
    assert spoken == [(tag, without(attributes, names)) for tag, attributes in expected.tags]
    assert CANARY not in str(spoken)
    assert [set(attributes) for _, attributes in parsed.tags] == [
        set(attributes) for _, attributes in expected.tags
    ]
    assert parsed.all_text.count(CANARY) >= 2 * 10


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=1&c=<d>",
        "http://example.org",
        "https://example.org/\"onclick='x'",
    ],
)
def test_web_addresses_become_links(address: str) -> None:
    links = Parsed(to_html(hand_made("A day.", [(0, 6)], source=address))).all_of("a")
    outside = [link for link in links if not (link["href"] or "").startswith("#s")]
    assert outside == [{"href": address, "rel": "noopener noreferrer"}]


@pytest.mark.parametrize(
    "source",
    [
        "javascript:alert(1)//https://example.org",
        "JavaScript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "https:",
        "https://[example",
        "https://example.org/a b",
        " https://example.org",
        "https://exam\nple.org",
        "town.txt",
    ],
)
def test_nothing_else_becomes_a_link(source: str) -> None:
    parsed = Parsed(to_html(hand_made("A day.", [(0, 6)], source=source)))
    assert all((link["href"] or "").startswith("#s") for link in parsed.all_of("a"))
    assert " ".join(source.split()) in parsed.all_text


def test_nothing_is_fetched_or_run() -> None:
    html = to_html(hand_made(HOSTILE, [(0, 10)]))
    parsed = Parsed(html)
    tags = {tag for tag, _ in parsed.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    names = {name for _, attributes in parsed.tags for name in attributes}
    assert not names & {"src", "srcset", "style", "action", "data", "xlink:href"}
    assert not any(name.startswith("on") for name in names)
    policy = next(m for m in parsed.all_of("meta") if "http-equiv" in m)
    assert (policy["content"] or "").startswith("default-src 'none'; style-src 'sha256-")
    assert "url(" not in html.split("</style>")[0]
    assert "@import" not in html


@pytest.fixture(scope="module")
def flood() -> tuple[Result, Parsed]:
    sample = next(sample for sample in samples() if sample.slug == "river-flood-loaded")
    result = analyze(sample.text, sample.title, sample.outlet)
    return result, Parsed(to_html(result, made=date(2025, 3, 9)))


def test_it_says_what_when_and_by_what(flood: tuple[Result, Parsed]) -> None:
    result, parsed = flood
    article = result.article.iloc[0]
    for said in (
        "Quistgard’s visionary shield saves Brackwater from catastrophe",
        "The Easthollow Banner",
        "9 March 2025",
        f"Slant {VERSION}, model {article['model']} {article['model_version']}",
        "27 sentences",
        "Omission:",
        "Framing:",
        "Facts:",
        "Irony:",
        "not a verdict",
    ):
        assert said in parsed.all_text
    assert "biased" not in parsed.all_text


def test_a_report_says_so_where_the_article_is_invented(flood: tuple[Result, Parsed]) -> None:
    result, parsed = flood
    said = "invented for this project"
    assert said not in parsed.all_text
    assert said in Parsed(to_html(result, invented=True)).all_text.split("How to read this")[0]


def test_the_document_is_in_order(flood: tuple[Result, Parsed]) -> None:
    _, parsed = flood
    assert parsed.all_of("html") == [{"lang": "en"}]
    levels = [int(tag[1]) for tag, _ in parsed.tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(cell.get("scope") in ("col", "row") for cell in parsed.all_of("th"))
    identities = [a["id"] for _, a in parsed.tags if "id" in a]
    assert len(identities) == len(set(identities))
    figures = parsed.all_of("svg")
    assert len(figures) == 4
    for figure in figures:
        assert parsed.text[figure["aria-labelledby"] or ""]
        assert parsed.text[figure["aria-describedby"] or ""]


def test_every_link_leads_to_a_sentence(flood: tuple[Result, Parsed]) -> None:
    result, parsed = flood
    for number, text in enumerate(result.sentences["text"], 1):
        assert parsed.text[f"s{number}"] == text
    linked = [link["href"] for link in parsed.all_of("a")]
    loaded = result.sentences.loc[result.sentences["loaded"] == "loaded", "sentence"] + 1
    bars = [f"#s{number}" for number in range(1, len(result.sentences) + 1)]
    assert linked[: len(bars)] == bars
    assert linked[len(linked) - len(loaded) :] == [f"#s{number}" for number in loaded]
    of_speakers = linked[len(bars) : len(linked) - len(loaded)]
    holding = {f"#s{number + 1}" for number in result.statements["sentence"]}
    assert holding <= set(of_speakers) <= set(bars)


def test_marks_say_band_strength_and_sentiment() -> None:
    text = "One. Two. Three. Four. Five."
    offsets = [(0, 4), (5, 9), (10, 16), (17, 22), (23, 28)]
    parsed = Parsed(to_html(hand_made(text, offsets)))
    spans = {a["id"]: a for a in parsed.all_of("span") if "id" in a}
    assert [spans[f"s{number}"]["class"] for number in range(1, 6)] == [
        "sentence loaded s3 negative",
        "sentence uncertain positive",
        "sentence loaded s1 neutral",
        "sentence not-loaded unclear",
        "sentence loaded s2 negative",
    ]
    marks = [(spans[f"s{number}"]["data-mark"] or "").split() for number in range(1, 5)]
    assert marks == [["1", "▼"], ["2", "▲"], ["3"], ["4"]]
    assert spans["s2"]["data-words"] == "Sentence 2: uncertain (50%), quoted, positive tone."
    assert spans["s4"]["data-words"] == "Sentence 4: not loaded (2%), reported, tone unclear."


def test_the_method_names_the_limits() -> None:
    said = Parsed(to_html(hand_made("A day.", [(0, 6)], not_loaded_below=0.31, loaded_from=0.64)))
    shown = " ".join(said.all_text.split())
    assert "likely loaded (from 64%), not loaded (below 31%) and" in shown


def test_without_anything_loaded_it_still_reads() -> None:
    result = hand_made("A quiet day.", [(0, 12)])
    neutral = result.sentences.assign(loaded="not loaded", loaded_probability=0.01)
    parsed = Parsed(to_html(replace(result, sentences=neutral)))
    assert "The only sentence is not loaded." in parsed.all_text
    assert "No sentence of this article is likely loaded." in parsed.all_text
    assert "No single word lowers" in parsed.all_text
    assert "Untitled article" in parsed.all_text


def test_loaded_is_explained_and_a_low_count_leads_on() -> None:
    text = "One. Two. Three. Four."
    result = hand_made(text, [(0, 4), (5, 9), (10, 16), (17, 22)])
    calm = result.sentences.assign(
        loaded=["not loaded", "uncertain", "not loaded", "uncertain"],
        loaded_probability=[0.1, 0.4, 0.2, 0.5],
    )
    parsed = Parsed(to_html(replace(result, sentences=calm)))
    shown = " ".join(parsed.all_text.split())
    assert MEANING in shown
    assert "A low count is no all-clear" in shown
    assert "Find what it missed: sentences 4, 2." in shown
    flagged = calm.assign(loaded="loaded")
    loud = Parsed(to_html(replace(result, sentences=flagged)))
    assert MEANING in loud.all_text
    assert "no all-clear" not in loud.all_text


def test_long_sentences_are_owned_up_to() -> None:
    cut = Parsed(to_html(hand_made("A day.", [(0, 6)], truncated_sentences=2)))
    assert (
        "2 sentences are longer than the model reads and were scored by the beginning only."
        in cut.all_text
    )
    whole = Parsed(to_html(hand_made("A day.", [(0, 6)], truncated_sentences=0)))
    assert "longer than the model reads" not in whole.all_text


def test_notices_stand_at_its_head_and_are_escaped() -> None:
    notices = ("Page 3 could not be read.", "Replaced by “<b>”.")
    parsed = Parsed(to_html(hand_made("A day.", [(0, 6)]), notices=notices))
    shown = " ".join(parsed.all_text.split())
    assert "Page 3 could not be read. Replaced by “<b>”." in shown
    assert shown.index("Page 3") < shown.index("How to read this")
    assert "Page 3" not in Parsed(to_html(hand_made("A day.", [(0, 6)]))).all_text


SPOKEN = "“A vile lie,” said Hale, “a fraud.”\n\nOfficials hoped the pool would stay. It rained."


@pytest.fixture(scope="module")
def spoken() -> Result:
    """Hale's statement has two pieces, the second one is of officials without a name; a third has
    scare quotes, which are nobody's statement."""
    sentences = [(0, 35), (37, 73), (74, 83)]
    made = hand_made(SPOKEN, sentences, quotations=[(0, 13), (25, 35), (77, 83)])
    hoped = {"speaker": "", "form": "reported", "cue": "hoped", "verb": "hope", "loaded": None}
    hale = {"speaker": 'Ana "<b>" Hale', "cue": "said", "verb": "say", "manner": "neutral"}
    return replace(
        made,
        sentences=made.sentences.assign(
            voice=["quoted", "reported", "outlet"], speaker=[hale["speaker"], "", ""]
        ),
        statements=statements_of(
            piece(SPOKEN, "“A vile lie,”", 0, **hale),
            piece(SPOKEN, "“a fraud.”", 0, **hale),
            piece(SPOKEN, "the pool would stay", 1, sentence=1, **hoped),
        ),
        names=names_of(
            ("Brackwater", "place", [(0, 1)]),
            ("Ana Hale", "person", [(0, 1)] * 3),
            ("הילה", "person", [(0, 1)] * 4),
            *((f"Town {number}", "place", [(0, 1)] * 2) for number in range(40)),
        ),
    )


def test_the_speaker_s_name_stands_beside_the_words(spoken: Result) -> None:
    parsed = Parsed(to_html(spoken))
    beside = [one for one in parsed.all_of("span") if "data-name" in one]
    assert [(one["class"], one["data-name"]) for one in beside] == [
        ("who direct", 'Ana "<b>" Hale'),
        ("who reported", "speaker unclear"),
    ]
    # It is drawn by the style, so that the text stays the article's.
    assert parsed.text["article-text"] == SPOKEN
    described = {a["id"]: a["title"] or "" for a in parsed.all_of("span") if "title" in a}
    assert 'quoted: Ana "<b>" Hale, ' in described["s1"]
    assert "reported, " in described["s2"]
    assert "own voice, " in described["s3"]


def test_quotations_reported_speech_and_cues_are_told_apart(spoken: Result) -> None:
    classes = [one["class"] for one in Parsed(to_html(spoken)).all_of("span") if "class" in one]
    marks = [name for name in classes if name and name.split()[0] in ("statement", "cue")]
    assert marks == [
        *("statement quote opens closes", "statement begins ends"),  # the legend
        *("statement quote opens closes", "cue", "statement quote opens"),
        *("cue", "statement begins ends"),
    ]


def test_speakers_have_a_table(spoken: Result) -> None:
    html = to_html(spoken)
    shown = " ".join(Parsed(html).all_text.split("How much")[1].split())
    assert 'Ana "<b>" Hale 1 statement in 1 sentence, ' in shown
    assert "speaker unclear 1 statement in 1 sentence, " in shown
    assert "likely loaded say " in shown
    assert "not scored “hope”" in shown
    assert "Ana &#34;&lt;b&gt;&#34; Hale" in html


def test_names_have_their_counts_the_most_frequent_first(spoken: Result) -> None:
    shown = " ".join(Parsed(to_html(spoken)).all_text.split("Named in the article")[1].split())
    assert "People הילה 4 Ana Hale 3 " in shown
    assert "Places Town 0 2 Town 1 2 " in shown
    assert "Town 29 2 and 11 more" in shown
    assert "Brackwater" not in shown  # the least frequent of 41


def test_without_statements_and_names_the_report_says_so() -> None:
    parsed = Parsed(to_html(hand_made("A day.", [(0, 6)])))
    assert "No quotation and no reported speech was found." in parsed.all_text
    assert "Named in the article" not in parsed.all_text
    assert not [one for one in parsed.all_of("span") if "data-name" in one]
    assert "the speaker’s name" not in parsed.all_text


def test_a_name_of_any_length_is_cut(spoken: Result) -> None:
    long = "A" * 5000
    sentences = spoken.sentences.assign(speaker=long)
    statements = spoken.statements.assign(speaker=long)
    names = names_of((long, "person", [(0, 1)]))
    made = replace(spoken, sentences=sentences, statements=statements, names=names)
    html = to_html(made)
    assert "A" * 79 + "…" in html
    assert "A" * 80 not in html
    assert len(html) < len(to_html(spoken)) + 2000


def test_many_speakers_are_cut_and_the_rest_counted() -> None:
    text = " ".join(f"S{number}:" for number in range(60))
    pieces = [piece(text, f"S{number}:", number, speaker=f"Sp {number}") for number in range(60)]
    made = replace(hand_made(text, [(0, len(text))]), statements=statements_of(*pieces))
    shown = Parsed(to_html(made)).all_text
    assert "60 speakers have" in shown
    assert "And 20 more." in shown


def test_a_loaded_sentence_says_that_it_has_the_score_of_a_statement(spoken: Result) -> None:
    scored = spoken.sentences.assign(loaded="loaded", statement=[0, None, None])
    scored["statement"] = scored["statement"].astype("Int64")
    shown = Parsed(to_html(replace(spoken, sentences=scored))).all_text
    assert shown.count("statement, by itself") == 1
    assert 'Scored as Ana "<b>" Hale’s statement, by itself' in shown
