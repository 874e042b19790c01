"""English passes, in long and short; other languages are named."""

import subprocess
import sys

import pytest

from analysis.errors import NotEnglish
from analysis.language import function_word_share, require_english

ENGLISH = [
    "The council voted on Tuesday to close the library, and it said that the building was unsafe.",
    "Budget row",
    "Police arrest two men",
    "GOP lawmakers blast farm bill",
    "Macron, Scholz, Sunak",
    "Tory rebels rage",
    "U.S. GDP 3.5% Q3 FY2024",
    "Gunmen abduct Filipino woman in Nigeria",
    "ok",
    "Hola",
    "BREAKING: MAYOR RESIGNS",
    "Asked about the vote, she said “je ne regrette rien” and left the hall with her advisers.",
    "x" * 5000,
]
OTHERS = [
    ("French", "Le conseil municipal a décidé mardi de fermer la bibliothèque, car le bâtiment "
     "n’est plus sûr, selon le maire."),
    ("German", "Der Stadtrat hat am Dienstag beschlossen, die Bücherei zu schließen, weil das "
     "Gebäude nicht mehr sicher ist."),
    ("Spanish", "El ayuntamiento decidió el martes cerrar la biblioteca porque el edificio ya no "
     "es seguro, según el alcalde."),
    ("Dutch", "De gemeenteraad heeft dinsdag besloten de bibliotheek te sluiten omdat het gebouw "
     "niet meer veilig is."),
    ("Russian", "Городской совет решил закрыть библиотеку."),
    ("Greek", "Το δημοτικό συμβούλιο αποφάσισε να κλείσει τη βιβλιοθήκη."),
    ("Chinese", "市议会周二决定关闭图书馆,因为大楼不再安全。"),
    ("Japanese", "市議会は火曜日に図書館を閉鎖することを決めました。"),
    ("Korean", "시의회는 화요일 도서관을 폐쇄하기로 결정했다."),
    ("Arabic", "قرر مجلس المدينة يوم الثلاثاء إغلاق المكتبة."),
    ("Hebrew", "מועצת העיר החליטה לסגור את הספרייה."),
]  # fmt: skip


@pytest.mark.parametrize("text", ENGLISH)
def test_english_passes(text: str) -> None:
    require_english(text)


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_other_language_is_named(language: str, text: str) -> None:
    with pytest.raises(NotEnglish, match=f"looks like {language}, .* give an English") as caught:
        require_english(text)
    assert caught.value.language == language


def test_share_is_counted_over_words() -> None:
    # the, on, the: "on" is not in the list, so 2 of 6.
    assert function_word_share("The cat sat on the mat.") == pytest.approx(2 / 6)
    assert function_word_share("12 – 34") == 0
    assert all(function_word_share(text) == 0 for _, text in OTHERS)


def test_english_article_loads_no_library() -> None:
    code = (
        "import sys\n"
        "from analysis.language import require_english\n"
        f"require_english({ENGLISH[0]!r})\n"
        "assert not {'py3langid', 'numpy'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
