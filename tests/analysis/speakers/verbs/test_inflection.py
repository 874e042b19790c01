import pytest

from analysis.speakers.verbs.inflection import base_of, forms


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("echo", {"echoes", "echoed", "echoing"}),
        ("mimic", {"mimics", "mimicked", "mimicking"}),
        ("write", {"writes", "wrote", "written", "writing"}),
        ("lie", {"lies", "lied", "lying"}),
        ("analyze", {"analyzes", "analysed", "analysing"}),
        ("favor", {"favored", "favouring"}),
        ("say", {"say", "says", "said", "saying"}),
    ],
)
def test_forms_of_a_verb(base: str, expected: set[str]) -> None:
    assert expected <= forms(base)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("noted", "note"), ("visited", "visit"), ("planned", "plan"), ("billed", "bill"),
        ("passes", "pass"), ("carries", "carry"), ("tied", "tie"), ("vying", "vie"),
        ("sued", "sue"), ("seized", "seize"), ("resisting", "resist"), ("invoking", "invoke"),
        ("brought", "bring"), ("gone", "go"), ("news", "news"), ("xqzzed", "xqzzed"),
    ],
)  # fmt: skip
def test_base_form_of_a_word(word: str, base: str) -> None:
    assert base_of(word) == base
