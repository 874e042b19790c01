"""What the same people and things are called, in articles written here."""

from collections.abc import Callable, Sequence
from typing import Any

from analysis.columns import empty, frame
from analysis.comparison.frames import NAMINGS
from analysis.frames import QUOTATIONS, Result
from tests.analysis.comparison.of_articles import namings
from tests.analysis.comparison.wording.test_wordings import pairs_of
from tests.hand_made_statements import names_of, piece, statements_of


def told(found: Any) -> list[list[tuple[int, str, int, bool]]]:
    """Return the article, wording, count and whether it is loaded of each, by thing."""
    return [
        [
            (row.article, row.wording, row.times, row.loaded)
            for row in rows.rename(columns={"count": "times"}).itertuples()
        ]
        for _, rows in found.groupby("thing")
    ]


def loaded(*words: str, text: str) -> Any:
    """Return the columns of a spans frame with the first mention of each word."""
    starts = [text.index(word) for word in words]
    return {
        "sentence": [0] * len(words),
        "start": starts,
        "end": [start + len(word) for start, word in zip(starts, words, strict=True)],
        "text": words,
        "probability": [0.9] * len(words),
        "alternative": [""] * len(words),
        "effect": [0.1] * len(words),
    }


def article(
    make: Callable[..., Result],
    sentences: Sequence[str],
    *,
    name: str = "",
    words: Sequence[str] = (),
    statements: Any = None,
) -> Result:
    """Return an article with the mentions of one person, and loaded words."""
    text = "\n\n".join(sentences)
    mentions = [
        (start, start + len(name))
        for start in range(len(text))
        if name and text.startswith(name, start)
    ]
    names = names_of((name, "person", mentions)) if name else None
    spans = loaded(*words, text=text) if words else None
    return make(sentences, names=names, spans=spans, statements=statements)


def test_a_group_in_a_slot(result_of: Callable[..., Result]) -> None:
    a = article(
        result_of,
        ["Some 150 zealots sat in the lane.", "The zealots sang."],
        words=["zealots"],
    )
    b = article(result_of, ["About 150 campaigners blocked the lane.", "Campaigners sang there."])
    found = namings(pairs_of((0, 0, 1, 0, "same fact")), (a, b))
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == {
        name: column.dtype for name, column in NAMINGS.items()
    }
    assert told(found) == [[(0, "zealots", 2, True), (1, "campaigners", 2, False)]]
    assert set(found["kind"]) == {"group"}
    for row in found.itertuples():
        for start, end in row.mentions:
            shown = (a, b)[row.article].text[start:end]
            assert shown.casefold() == row.wording.casefold()


def test_a_wording_that_both_use_is_left_out(result_of: Callable[..., Result]) -> None:
    a = article(result_of, ["It wants a cap of five patients.", "A limit was named."])
    b = article(result_of, ["It wants a limit of five patients."])
    assert namings(pairs_of((0, 0, 1, 0, "same fact")), (a, b)).empty


def test_people_is_no_wording_of_its_own(result_of: Callable[..., Result]) -> None:
    a = article(result_of, ["By noon 19 troublemakers were out.", "Most people slept."])
    b = article(result_of, ["The court let 19 people go.", "Few people knew."])
    assert told(namings(pairs_of((0, 0, 1, 0, "same fact")), (a, b))) == [
        [(0, "troublemakers", 1, False), (1, "people", 1, False)]
    ]


def test_a_group_in_three_articles(result_of: Callable[..., Result]) -> None:
    articles = tuple(
        article(result_of, [f"The 150 {word} came."])
        for word in ("zealots", "campaigners", "members")
    )
    pairs = pairs_of(
        (0, 0, 1, 0, "same fact"), (0, 0, 2, 0, "same fact"), (1, 0, 2, 0, "same fact")
    )
    [group] = told(namings(pairs, articles))
    assert [word for _, word, _, _ in group] == ["zealots", "campaigners", "members"]


def test_words_of_a_quotation_are_left_out(result_of: Callable[..., Result]) -> None:
    a = result_of(["“About 150 zealots sat there,” she said."])
    quoted = frame({"start": [0], "end": [30], "text": [a.text[:30]], "closed": [True]}, QUOTATIONS)
    a = Result(a.article, a.sentences, a.spans, a.statements, a.names, quoted, a.text)
    b = article(result_of, ["Some 150 nurses sat there."])
    assert namings(pairs_of((0, 0, 1, 0, "same fact")), (a, b)).empty


def test_persons_described_differently(result_of: Callable[..., Result]) -> None:
    a = article(result_of, ["Ana Hale, a pampered bureaucrat, left."], name="Ana Hale")
    b = article(result_of, ["Councillor Ana Hale left.", "Rain fell."], name="Ana Hale")
    found = namings(pairs_of((0, 0, 1, None, "no match found")), (a, b))
    assert told(found) == [
        [(0, "pampered bureaucrat", 1, False), (1, "Councillor Ana Hale", 1, False)]
    ]
    assert set(found["kind"]) == {"person"}


def test_persons_described_alike_or_once(result_of: Callable[..., Result]) -> None:
    nothing = pairs_of((0, 0, 1, None, "no match found"))
    a = article(result_of, ["Mayor Ana Hale left."], name="Ana Hale")
    b = article(result_of, ["The mayor, Ana Hale, left."], name="Ana Hale")
    plain = article(result_of, ["Ana Hale left."], name="Ana Hale")
    assert namings(nothing, (a, b)).empty
    assert namings(nothing, (a, plain)).empty
    vivid = article(
        result_of, ["Ana Hale, a lazy bureaucrat, left."], name="Ana Hale", words=["lazy"]
    )
    assert told(namings(nothing, (vivid, plain))) == [
        [(0, "lazy bureaucrat", 1, True), (1, "Ana Hale", 1, False)]
    ]


def test_a_person_named_by_an_office_as_speaker(result_of: Callable[..., Result]) -> None:
    text = "Boss Ana Hale left.\n\nThe premier said that it rained."
    said = piece(text, "that it rained", speaker="Ana Hale", form="reported")
    start = text.index("The premier")
    said |= {"speaker_start": start, "speaker_end": start + len("The premier")}
    a = article(result_of, text.split("\n\n"), name="Ana Hale", statements=statements_of(said))
    b = article(result_of, ["Organiser Ana Hale left."], name="Ana Hale")
    assert told(namings(pairs_of((0, 0, 1, None, "no match found")), (a, b))) == [
        [
            (0, "Boss Ana Hale", 1, False),
            (0, "premier", 1, False),
            (1, "Organiser Ana Hale", 1, False),
        ]
    ]


def test_nothing(result_of: Callable[..., Result]) -> None:
    found = namings(pairs_of(), (result_of([]), result_of([])))
    assert found.empty
    assert found.dtypes.equals(empty(NAMINGS).dtypes)
