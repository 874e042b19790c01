"""English passes whatever names and quotations it holds; other languages are named and left out."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import NotEnglish
from analysis.reading.samples import samples
from analysis.text.language import (
    ENGLISH,
    is_english,
    main_language,
    require_english,
    sentence_languages,
)
from analysis.text.language_names import language_name
from analysis.text.segmentation.sentences import segment

GOLD = Path(__file__).parents[2] / "gold"
HEADLINES = [
    "Budget row",
    "Macron, Scholz, Sunak",
    "U.S. GDP 3.5% Q3 FY2024",
    "ok",
    "Hola",
    "BREAKING: MAYOR RESIGNS",
    "12 – 34",
]
AROUND = "The council met on Tuesday to hear from the residents. They were angry about the plan."


def lines(name: str) -> list[str]:
    content = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return [line for line in content if line and not line.startswith("#")]


def foreign_paragraphs() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for line in lines("languages.txt"):
        head = re.fullmatch(r"([a-z]{2}) ([A-Z]\w+)", line)
        if head:
            sentences = found.setdefault((head[1], head[2]), [])
        else:
            sentences.append(line)
    return found


TRICKY = lines("tricky_english.txt")
FOREIGN = foreign_paragraphs()


def languages(text: str) -> list[str]:
    return sentence_languages(text, segment(text))


def main(text: str) -> str:
    sentences = segment(text)
    return main_language(text, sentences, sentence_languages(text, sentences))


def gold_sentences() -> list[str]:
    found = []
    for path in sorted(GOLD.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += [row.get("text") or row.get("sentence") or "" for row in csv.DictReader(file)]
    for line in lines("segmentation.txt"):
        _, colon, units = line.partition(": ")
        found += units.split("¦") if colon else []
    return [sentence for sentence in found if sentence.strip()]


def test_gold_is_as_large_as_said() -> None:
    assert len(TRICKY) >= 60
    assert len(FOREIGN) >= 20
    assert all(len(sentences) >= 5 for sentences in FOREIGN.values())


@pytest.mark.parametrize("sentence", TRICKY)
def test_no_tricky_english_sentence_is_left_out(sentence: str) -> None:
    assert is_english(sentence) is not False
    for text in (sentence, f"{AROUND} {sentence}", f"{AROUND}\n\n{sentence}\n\n{AROUND}"):
        assert set(languages(text)) == {ENGLISH}


def test_no_english_sentence_of_the_samples_and_gold_files_is_left_out() -> None:
    for sample in samples():
        assert set(languages(sample.text)) == {ENGLISH}
    sentences = gold_sentences()
    assert len(sentences) > 500
    assert [one for one in sentences if is_english(one) is False] == []


@pytest.mark.parametrize("text", HEADLINES)
def test_what_is_in_no_language_passes(text: str) -> None:
    require_english(main(text))


@pytest.mark.parametrize("text", ["zzzz qqqq 12345", "asdfasdf", "Qwzx. Jkvv pprt!", "x" * 5000])
def test_text_without_an_english_word_is_refused(text: str) -> None:
    with pytest.raises(NotEnglish, match="looks like another language than English"):
        require_english(main(text))


@pytest.mark.parametrize(("code", "name"), FOREIGN)
def test_a_paragraph_in_another_language_is_refused_and_named(code: str, name: str) -> None:
    text = " ".join(FOREIGN[code, name])
    assert ENGLISH not in languages(text)
    with pytest.raises(NotEnglish, match=f"looks like {name}, .*English only: give") as caught:
        require_english(main(text))
    assert caught.value.language == name
    assert language_name(caught.value.code) == name


@pytest.mark.parametrize(("code", "name"), FOREIGN)
def test_a_paragraph_in_another_language_is_found_among_english_ones(code: str, name: str) -> None:
    text = "\n\n".join([AROUND, " ".join(FOREIGN[code, name]), AROUND])
    found = languages(text)
    assert found[:2] == found[-2:] == [ENGLISH] * 2
    assert {language_name(one) for one in found[2:-2]} == {name}


def test_single_sentences_in_other_languages_are_found_among_english_ones() -> None:
    """Of a line by itself between English paragraphs."""
    missed = [
        sentence
        for sentences in FOREIGN.values()
        for sentence in sentences
        if set(languages(f"{AROUND}\n\n{sentence}\n\n{AROUND}")) == {ENGLISH}
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        ("Her er der for mange, der har for lidt at lave.", False),
        ("Er was over dit plan veel te doen.", False),
        ("“Nous ne pouvons pas accepter cette décision injuste,” Lefèvre wrote.", True),
        ("« Nous ne pouvons pas accepter cette décision », a écrit Lefèvre.", False),
        ("The sign read “立入禁止”.", True),
        ("「立入禁止」 という看板があった。", False),
        ("LE MAIRE DE LA VILLE DÉMISSIONNE APRÈS LE SCANDALE", False),
        ("Oui", None),
        ("", None),
        ("2024 – 2025", None),
    ],
)
def test_one_sentence(sentence: str, english: bool | None) -> None:
    assert is_english(sentence) is english


def test_a_text_counts_as_english_from_a_third_of_its_words() -> None:
    french = " ".join(FOREIGN["fr", "French"])
    words = len(french.split())
    third = ("The council said that they would not close it. " * 99).split()[: words // 2 + 4]
    quarter = third[: words // 4]
    assert main(f"{french}\n\n{' '.join(third)}.") == ENGLISH
    assert main(f"{french}\n\n{' '.join(quarter)}.") == "fr"


def test_short_sentences_follow_their_paragraph() -> None:
    french = " ".join(["Oui.", *FOREIGN["fr", "French"], "Merci beaucoup."])
    assert set(languages(french)) == {"fr"}
    assert languages(f"{AROUND} Oui. Merci beaucoup.") == [ENGLISH] * 4


@given(st.text(max_size=80))
def test_any_text_has_a_language_per_sentence(text: str) -> None:
    sentences = segment(text)
    found = sentence_languages(text, sentences)
    assert len(found) == len(sentences)
    assert all(language_name(code) for code in found)


def test_an_english_article_loads_no_library() -> None:
    code = (
        "import sys\n"
        "from analysis.text.language import sentence_languages\n"
        "from analysis.text.segmentation.sentences import segment\n"
        f"text = {AROUND!r}\n"
        "assert sentence_languages(text, segment(text)) == ['en', 'en']\n"
        "assert not {'py3langid', 'numpy'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "headline",
    [
        "El ministro renunció.",
        "El gobierno cae",
        "Muere el papa",
        "Los precios suben",
        "Le président démissionne",
        "Le pape est mort",
        "Les prix montent",
        "Der Kanzler tritt zurück",
        "Die Preise steigen",
        "Trump gewinnt die Wahl",
        "Il ministro si dimette",
        "O ministro renunciou",
        "De minister stapt op",
        "Ministern avgår idag",
        "Hallitus kaatui eilen",
        "Hükümet istifa etti",
        "Ceny znowu rosną",
    ],
)
def test_short_headlines_in_other_languages_are_not_english(headline: str) -> None:
    sentences = segment(headline)
    found = sentence_languages(headline, sentences)
    assert main_language(headline, sentences, found) != "en"


@pytest.mark.parametrize(
    "headline",
    [
        "Mayor slams council",
        "PM quits",
        "Macron wins again",
        "El Niño fades",
        "Los Angeles burns",
        "La Niña returns",
        "Le Pen concedes",
        "De Blasio drops out",
        "Rio de Janeiro flooded",
        "Real Madrid win",
        "Die hard fans",
        "Schadenfreude in Berlin",
        "Chez Panisse closes",
        "Vladimir Putin warns Kyiv",
        "Tsar’s dacha sold",
        "Café owners protest",
    ],
)
def test_short_english_headlines_stay_english(headline: str) -> None:
    sentences = segment(headline)
    found = sentence_languages(headline, sentences)
    assert main_language(headline, sentences, found) == "en"
