"""American or British, by the words that the two spell differently."""

import pytest

from analysis.scoring.wording.spelling import is_american, to_american


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The minister spoke.",
        "The center organized it.",
        "Labour and the Ministry of Defence recognized the color.",
        "He did his exercise and promised a rise; the glamour advised him to practise.",
        "Two analyses disagree about the laboratory and its honorary head.",
        "A gray colour.",
    ],
)
def test_american(text: str) -> None:
    assert is_american([text])


@pytest.mark.parametrize(
    "text",
    [
        "The centre organised it.",
        "He travelled for the defence programme.",
        "Nine per cent of the Pearl Harbor papers.",
        "They favour it.",
        "It was analysed with scepticism.",
    ],
)
def test_british(text: str) -> None:
    assert not is_american([text])


def test_each_spelling_counts_once_over_all_pieces() -> None:
    assert is_american(["colour colour", "colour of the gray"])
    assert not is_american(["the colour", "a programme", "gray"])


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("criticising", "criticizing"),
        ("organised", "organized"),
        ("reorganisation", "reorganization"),
        ("present favourably", "present favorably"),
        ("cancelled", "canceled"),
        ("criticism", "criticism"),
        ("organism", "organism"),
    ],
)
def test_wordings_in_american(british: str, american: str) -> None:
    assert to_american(british) == american
