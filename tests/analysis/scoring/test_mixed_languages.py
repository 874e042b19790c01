"""An article with sentences in another language: kept, marked, not scored, and nothing breaks."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from analysis import compare
from analysis.errors import NotEnglish
from analysis.frames import ARTICLE, SENTENCES, Result
from analysis.output.export import to_csv, to_json
from analysis.output.phrasing.language_note import language_note
from analysis.output.report.html import to_html
from analysis.output.table import readable_table
from analysis.scoring.pipeline import analyze

ROOT = Path(__file__).parents[3]
ENGLISH = (
    "The council voted to close the pool. That is a shameful and reckless betrayal of families."
)
FRENCH = "Le conseil municipal a voté la fermeture de la piscine. C’est une décision scandaleuse."
MIXED = f"{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH}"
SCORES = [
    *("negative", "neutral", "positive", "sentiment", "tone_label", "tone"),
    *("loaded_probability", "loaded", "reading_ease"),
]


@pytest.fixture(scope="module")
def mixed() -> Result:
    return analyze(MIXED)


@pytest.fixture(scope="module")
def anyway() -> Result:
    return analyze(FRENCH, any_language=True)


def test_sentences_in_another_language_are_kept_without_scores(mixed: Result) -> None:
    sentences = mixed.sentences
    assert sentences["language"].tolist() == ["en", "en", "fr", "fr", "en", "en"]
    assert sentences.loc[[2, 3], SCORES].isna().all().all()
    assert sentences.loc[[0, 1, 4, 5], SCORES].notna().all().all()
    assert sentences["text"].tolist() == [
        MIXED[start:end] for start, end in zip(sentences["start"], sentences["end"], strict=True)
    ]
    assert {name: str(dtype) for name, dtype in sentences.dtypes.items()} == {
        name: column.dtype for name, column in SENTENCES.items()
    }


def test_english_sentences_score_as_they_do_without_the_others(mixed: Result) -> None:
    alone = analyze(f"{ENGLISH}\n\n{ENGLISH}")
    scored = mixed.sentences.loc[[0, 1, 4, 5], SCORES].reset_index(drop=True)
    pd.testing.assert_frame_equal(scored, alone.sentences[SCORES])
    shares = [name for name in ARTICLE if name.endswith(("_share", "_outlet", "_ease", "_grade"))]
    pd.testing.assert_frame_equal(
        mixed.article[[*shares, "mean_tone"]], alone.article[[*shares, "mean_tone"]]
    )
    numbers = {0: 0, 1: 1, 2: 4, 3: 5}
    assert mixed.spans["sentence"].tolist() == alone.spans["sentence"].map(numbers).tolist()
    assert all(
        MIXED[start:end] == text
        for start, end, text in mixed.spans[["start", "end", "text"]].itertuples(index=False)
    )


def test_the_article_frame_counts_them(mixed: Result, anyway: Result) -> None:
    row = mixed.article.iloc[0]
    assert (row["sentences"], row["unscored_sentences"], row["language"]) == (6, 2, "en")
    assert not row["any_language"]
    row = anyway.article.iloc[0]
    assert (row["sentences"], row["unscored_sentences"], row["language"]) == (2, 0, "fr")
    assert row["any_language"]


@pytest.mark.parametrize(
    ("text", "any_language", "note"),
    [
        (ENGLISH, False, ""),
        (ENGLISH, True, ""),
        (MIXED, False, "2 sentences are not in English and were not scored."),
        (
            f"{ENGLISH}\n\nC’est une décision scandaleuse.",
            False,
            "1 sentence is not in English and was not scored.",
        ),
        (
            MIXED,
            True,
            "2 sentences are not in English and were scored all the same: do not rely on that.",
        ),
        (
            FRENCH,
            True,
            "This text looks like French, which the models do not read: do not rely on its scores.",
        ),
    ],
)
def test_what_is_said_of_it(text: str, any_language: bool, note: str) -> None:
    result = analyze(text, any_language=any_language)
    assert language_note(result) == note
    # "" is in any text: where there is nothing to say, no note of another case may stand there.
    for said in (readable_table(result), to_html(result)):
        assert note in said
        assert ("not in English" in said or "looks like" in said) is bool(note)


def test_a_foreign_text_needs_to_be_asked_for(anyway: Result) -> None:
    with pytest.raises(NotEnglish, match="looks like French"):
        analyze(FRENCH)
    assert anyway.sentences[SCORES[:-1]].notna().all().all()
    assert anyway.sentences["language"].tolist() == ["fr", "fr"]


def test_exports_have_gaps_and_the_language(mixed: Result) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(mixed.sentences), newline="")))
    assert [row["language"] for row in rows] == ["en", "en", "fr", "fr", "en", "en"]
    assert [row["loaded"] == "" for row in rows] == [False, False, True, True, False, False]
    content = json.loads(to_json(mixed))
    assert content["sentences"][2]["loaded_probability"] is None
    assert content["article"]["unscored_sentences"] == 2
    buffer = io.BytesIO()
    mixed.sentences.to_parquet(buffer, index=False)
    pd.testing.assert_frame_equal(pd.read_parquet(buffer), mixed.sentences)


def test_the_report_shows_them_unscored(mixed: Result) -> None:
    html = to_html(mixed)
    shown = re.findall(r'<span id="s\d+" class="([^"]+)"( lang="fr")?', html)
    assert [name == "sentence unscored" for name, _ in shown] == [False] * 2 + [True] * 2 + [
        False
    ] * 2
    assert [bool(lang) for _, lang in shown] == [False] * 2 + [True] * 2 + [False] * 2
    assert "Sentence 3: not scored: in French." in html
    assert "None" not in re.findall(r'class="[^"]*"', html)
    assert "nan" not in html.replace("financ", "").lower().split()


def test_the_table_has_a_dash_for_them(mixed: Result) -> None:
    lines = readable_table(mixed, 100).splitlines()
    (row,) = (line for line in lines if "Le conseil municipal" in line)
    assert row.split()[:4] == ["3", "outlet", "–", "–"]
    assert "of 4 are likely loaded" in readable_table(mixed)


def test_they_can_be_compared(mixed: Result, anyway: Result) -> None:
    pairs = compare(mixed, anyway)
    both = pairs[pairs["sentence_a"].notna() & pairs["sentence_b"].notna()]
    assert both["sentence_a"].tolist() == [2, 3]
    assert both["tone_difference"].isna().all()


def test_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(FRENCH, encoding="utf-8")

    def slant(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "analysis", str(tmp_path / "fr.txt"), *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=ROOT,
            check=False,
        )

    refused = slant()
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        "slant: The text looks like French, and Slant can judge the wording of English only: give "
        "an English article or a translation, or add --any-language, for scores not to be relied "
        "on.\n"
    )
    done = slant("--any-language")
    assert (done.returncode, done.stderr) == (0, "")
    assert "This text looks like French" in done.stdout
    article = json.loads(slant("--any-language", "--json").stdout)["article"]
    assert (article["language"], article["any_language"]) == ("fr", True)
    rows = csv.DictReader(io.StringIO(slant("--any-language", "--csv").stdout, newline=""))
    assert [row["language"] for row in rows] == ["fr", "fr"]
