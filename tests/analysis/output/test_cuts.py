"""Text cut at the borders of loaded words and quotations."""

from analysis.output.cuts import QUOTE, QUOTE_CLOSES, QUOTE_OPENS, WORD, Cutter


def test_a_loaded_word_in_a_quotation_carries_both_flags() -> None:
    text = "He said “a vile lie” twice."
    cutter = Cutter(text, [(11, 15)], [(8, 20, True)])
    assert cutter.runs(0, len(text)) == [
        ("He said ", 0),
        ("“a ", QUOTE + QUOTE_OPENS),
        ("vile", QUOTE + WORD),
        (" lie”", QUOTE + QUOTE_CLOSES),
        (" twice.", 0),
    ]


def test_a_quotation_never_closed_has_no_closing_run() -> None:
    text = "She said “no more"
    runs = Cutter(text, [], [(9, len(text), False)]).runs(0, len(text))
    assert runs == [("She said ", 0), ("“no more", QUOTE + QUOTE_OPENS)]
