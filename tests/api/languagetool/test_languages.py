"""Languages that clients name, and languages that are found out."""

import pytest

from analysis.text.segmentation.sentences import segment
from api.answers import Problem
from api.languagetool.languages import VARIANTS, Detected, detected, language, preferred

GERMAN = (
    "Der Rat hat am Dienstag beschlossen, die Brücke zu sperren. "
    "Die Arbeiten dauern bis zum Herbst, sagte die Sprecherin."
)


def found(text: str, variant: str = "en-GB") -> Detected:
    return detected(text, segment(text), variant)


@pytest.mark.parametrize(
    ("code", "english"),
    [("en", True), ("en-US", True), ("EN-gb", True), ("en-XX", True), ("en-GB-oxendict", True)]
    + [(code, False) for code in ("de", "de-DE", "ca-ES-valencia", "de-DE-x-simple-language")]
    + [(code, False) for code in ("ast-ES", "tl-PH", "km-KH", "zh-CN", "nb", "crh-UA")],
)
def test_codes_that_clients_send(code: str, english: bool) -> None:
    assert language(code).english is english


@pytest.mark.parametrize("code", ["xx", "english", "en_GB!", "e", "", "12", "en-", "qqq-DE", "é"])
def test_what_is_no_code_is_refused_with_one_that_is(code: str) -> None:
    with pytest.raises(Problem, match="en-GB") as caught:
        language(code)
    assert caught.value.status == 400


def test_the_listed_variants_are_written_as_they_are_listed() -> None:
    assert [language(code.upper()).code for code in VARIANTS] == list(VARIANTS)
    assert language("en-gb").name == "English (GB)"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GERMAN, "de"),
        ("Le conseil a décidé mardi de fermer le pont pour les travaux de l'automne.", "fr"),
        ("Город закрыл мост до осени.", "ru"),
        ("市は秋まで橋を閉鎖する。", "ja"),
        ("The council voted on Tuesday to close the bridge until autumn.", "en-GB"),
        ("Bridge closed", "en-GB"),
        ("Neue Brücke", "en-GB"),  # too short to be certain
        ("El puente nuevo", "en-GB"),
        ("😀😀😀", "en-GB"),
        ("12 345", "en-GB"),
        ("", "en-GB"),
        ("zzzz qqqq rrrr ssss tttt", "en-GB"),
    ],
)
def test_languages_that_are_found_out(text: str, code: str) -> None:
    assert found(text).language.code == code


def test_the_confidence_is_the_share_of_words_in_the_language() -> None:
    assert found(GERMAN).confidence == 1
    english = "The council voted on Tuesday to close the bridge until autumn."
    mixed = f"{english} {english}\n\n{GERMAN.split('. ')[0]}."
    # 2 x 11 words of English and 10 of German
    assert found(mixed).confidence == pytest.approx(22 / 32, abs=0.001)
    assert found("").confidence == 0


@pytest.mark.parametrize(
    ("variants", "code"),
    [
        ("en-GB,de-AT", "en-GB"),
        ("de-CH, en-za", "en-ZA"),
        ("de-DE", "en-US"),
        ("", "en-US"),
        ("en-<b>", "en-US"),
    ],
)
def test_the_english_that_is_preferred(variants: str, code: str) -> None:
    assert preferred(variants) == code
