"""Text cut into blocks and pieces, and at the borders of loaded words and quotations."""

from dataclasses import replace

import pytest

from analysis import analyze
from analysis.frames import QUOTATIONS, SPANS, Result, frame
from analysis.output.blocks import (
    CUE,
    ERROR,
    NOTE,
    PASSAGE,
    QUOTE,
    QUOTE_CLOSES,
    QUOTE_OPENS,
    RULE_OPENS,
    STATEMENT,
    WARNING,
    WORD,
    RunSplitter,
    direction,
    text_blocks,
)


def test_a_loaded_word_in_a_quotation_carries_both_flags() -> None:
    text = "He said “a vile lie” twice."
    splitter = RunSplitter(text, [(11, 15)], [(8, 20, True)])
    assert splitter.runs(0, len(text)) == [
        ("He said ", 0),
        ("“a ", QUOTE + QUOTE_OPENS),
        ("vile", QUOTE + WORD),
        (" lie”", QUOTE + QUOTE_CLOSES),
        (" twice.", 0),
    ]


def test_a_quotation_never_closed_has_no_closing_run() -> None:
    text = "She said “no more"
    runs = RunSplitter(text, [], [(9, len(text), False)]).runs(0, len(text))
    assert runs == [("She said ", 0), ("“no more", QUOTE + QUOTE_OPENS)]


def test_a_statement_its_cue_and_a_quotation_in_it_carry_their_flags() -> None:
    text = "Hale claimed it was “a lie” then."
    said, cue = (13, 32), (5, 12)
    runs = RunSplitter(text, [], [(20, 27, True)], [said], [cue]).runs(0, len(text))
    assert runs == [
        ("Hale ", 0),
        ("claimed", CUE),
        (" ", 0),
        ("it was ", STATEMENT),
        ("“a lie”", STATEMENT + QUOTE + QUOTE_OPENS + QUOTE_CLOSES),
        (" then", STATEMENT),
        (".", 0),
    ]


def with_quotations(result: Result, offsets: list[tuple[int, int, bool]]) -> Result:
    rows = {
        "start": [start for start, _, _ in offsets],
        "end": [end for _, end, _ in offsets],
        "text": [result.text[start:end] for start, end, _ in offsets],
        "closed": [closed for _, _, closed in offsets],
    }
    return replace(result, quotations=frame(rows, QUOTATIONS))


def spans_at(text: str, *words: str) -> dict[str, list[object]]:
    rows: dict[str, list[object]] = dict.fromkeys(SPANS, [""] * len(words))
    return rows | {
        "sentence": [0] * len(words),
        "start": [text.index(word) for word in words],
        "end": [text.index(word) + len(word) for word in words],
        "text": list(words),
        "probability": [0.9] * len(words),
        "effect": [0.1] * len(words),
    }


def test_one_block_a_paragraph_with_its_gap(result_of) -> None:
    first, second = text_blocks(result_of(["One.", "Two."]))[0]
    assert (first.gap, first.tight) == ("", False)
    assert (second.gap, second.tight) == ("\n\n", False)
    assert [run for piece in second.pieces for run in piece.runs] == [("Two.", 0)]


def test_words_and_quotations_overlap(result_of) -> None:
    text = "He said: “A mad plan”, she “no."
    result = result_of([text], spans_at(text, "mad plan”"))
    opens, closes, unclosed = text.index("“A"), text.index("”") + 1, text.index("“no")
    quoted = with_quotations(result, [(opens, closes, True), (unclosed, len(text), False)])
    ((block,), _) = text_blocks(quoted)
    assert block.pieces[0].runs == [
        ("He said: ", 0),
        ("“A ", QUOTE + QUOTE_OPENS),
        ("mad plan”", WORD + QUOTE + QUOTE_CLOSES),
        (", she ", 0),
        ("“no.", QUOTE + QUOTE_OPENS),
    ]


def test_a_quotation_over_two_paragraphs_marks_both_and_not_the_gap(result_of) -> None:
    result = result_of(["“One.", "Two.”"])
    (first, second), _ = text_blocks(with_quotations(result, [(0, len(result.text), True)]))
    assert first.pieces[0].runs == [("“One.", QUOTE + QUOTE_OPENS)]
    assert second.gap == "\n\n"
    assert second.pieces[0].runs == [("Two.”", QUOTE + QUOTE_CLOSES)]


def test_text_outside_sentences_stays_in_sight(result_of) -> None:
    made = result_of(["One.", "***", "  Two.", "---"])
    kept = made.sentences.iloc[[0, 2]].assign(sentence=[0, 1], paragraph=[0, 1])
    kept.iloc[1, kept.columns.get_loc("start")] += 2  # the sentence without its indent
    result = replace(made, sentences=kept)
    blocks, tail = text_blocks(result)
    shown = ["".join(run[0] for piece in b.pieces for run in piece.runs) for b in blocks]
    assert shown == ["One.", "***", "  Two.", "---"]
    assert [block.gap for block in blocks] == ["", "\n\n", "\n\n", "\n\n"]
    assert tail == ""


def test_lines_close_together_are_tight(result_of) -> None:
    made = result_of(["One.", "Two."])
    text = made.text.replace("\n\n", "\r\n")
    result = replace(made, text=text)
    assert [block.tight for block in text_blocks(result)[0]] == [False, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor left.", "ltr"),
        ("قال “متى ينتهي” — the shameless mayor left. He slammed on the brakes.", "ltr"),
        ("שלום, said the mayor to the crowd.", "ltr"),
        ("“שלום” he said, and left.", "ltr"),
        ("استقال العمدة بعد التصويت، قال BBC.", "rtl"),
        ("BBC: استقال العمدة بعد التصويت", "rtl"),
        ("٢٠٢١ 12:30 —", "ltr"),
        ("", "ltr"),
    ],
)
def test_most_letters_decide_the_direction(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_each_paragraph_has_its_own_direction() -> None:
    text = "قال the mayor left.\n\nاستقال العمدة"
    blocks, _ = text_blocks(analyze(text, any_language=True))
    assert [block.direction for block in blocks] == ["ltr", "rtl"]


def test_passages_that_a_caller_marks_have_runs_of_their_own(result_of) -> None:
    result = result_of(["One two three."])
    (block,), _ = text_blocks(result, [(4, 7), (6, 9)])
    assert block.pieces[0].runs == [
        ("One ", 0),
        ("tw", PASSAGE),
        ("o", PASSAGE),
        (" t", PASSAGE),
        ("hree.", 0),
    ]


def test_what_house_rules_found_is_flagged_by_severity_and_where_it_begins() -> None:
    text = "The vile regime fell."
    found = [(4, 15, "note"), (9, 15, "error"), (9, 9, "warning")]
    runs = RunSplitter(text, [(4, 8)], [], found=found).runs(0, len(text))
    assert runs == [
        ("The ", 0),
        ("vile", WORD + NOTE + RULE_OPENS),
        (" ", NOTE),
        ("regime", NOTE + ERROR + RULE_OPENS),
        (" fell.", 0),
    ]


def test_a_lower_severity_that_begins_inside_a_higher_one_opens_nothing() -> None:
    text = "One two three."
    runs = RunSplitter(text, [], [], found=[(4, 13, "error"), (8, 13, "note")]).runs(0, len(text))
    assert runs == [
        ("One ", 0),
        ("two ", ERROR + RULE_OPENS),
        ("three", ERROR + NOTE),
        (".", 0),
    ]


def test_what_was_found_over_two_sentences_goes_on_in_the_second(result_of) -> None:
    result = result_of(["One two.", "Three."])
    blocks, _ = text_blocks(result, found=[(4, len(result.text), "warning")])
    runs = [run for block in blocks for piece in block.pieces if piece.row for run in piece.runs]
    assert runs == [("One ", 0), ("two.", WARNING + RULE_OPENS), ("Three.", WARNING)]
