"""What is no prose is named; what people write is never refused."""

import json
from pathlib import Path

import pytest

from analysis import read
from analysis.errors import CannotRead
from analysis.reading.not_prose.verdict import what_instead

ROOT = Path(__file__).parents[4]
SENTENCE = "The ferry to Skerry will cost more from April, the harbour board decided."

LOG = """2022-03-09 10:00:01,120 INFO  server: started on port 80
2022-03-09 10:00:02,500 WARN  server: no ferry found
2022-03-09 10:00:03,010 ERROR server: the mayor did not answer
"""
ACCESS = '10.0.0.1 - - [09/Mar/2022:10:00:00 +0000] "GET / HTTP/1.1" 200 12\n' * 4
CSV = "id,name,fare,day\n1,Skerry,4.50,Monday\n2,Holm,3.20,Tuesday\n3,Ness,5.00,Friday\n"
ICS = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Ferry\r\nEND:VCALENDAR\r\n"
PYTHON = '''"""Fares of the ferry."""

import json
from pathlib import Path


def fares(path: Path) -> dict[str, float]:
    """Return the fares in a file."""
    with path.open() as file:
        return {one["name"]: one["fare"] for one in json.load(file)}


if __name__ == "__main__":
    print(fares(Path("fares.json")))
'''
JAVASCRIPT = """function fares(list) {
  const found = {};
  for (const one of list) {
    found[one.name] = one.fare;
  }
  return found;
}
module.exports = { fares };
"""
SQL = "SELECT name, fare\nFROM fares\nWHERE fare > 4\nORDER BY name;\n"
CSS = "body {\n  margin: 0;\n  color: #333;\n}\n.fare > a {\n  color: red;\n}\n"
YAML = "name: ferry\nfares:\n  - skerry: 4.5\n  - holm: 3.2\nopen: true\ndays: [mo, tu]\n"
INI = "[ferry]\nname = Skerry\nfare = 4.5\n; closed on Sunday\nopen = yes\n"
XML = "<?xml version='1.0'?>\n<fares><fare><name>Skerry</name></fare></fares>\n"
NUMBERS = "year jan feb mar\n" + "2019 12.4 18.1 3.2\n2020 11.0 17.5 3.9\n2021 14.2 19.8 4.1\n" * 4
BASE64 = "VGhlIGZlcnJ5IHRvIFNrZXJyeSB3aWxsIGNvc3QgbW9yZSBmcm9tIEFwcmlsLCB0aGUgaGFyYm91cg\n" * 5
PATCH = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-The ferry.\n+A ferry.\n"

OTHER_SUBTITLES = "subtitles of another kind than .srt and .vtt"

NOT_PROSE = [
    ("data.json", json.dumps({"title": "Fares", "text": SENTENCE}), "data (JSON)"),
    ("data.json", json.dumps([{"a": 1}, {"a": 2}], indent=1), "data (JSON)"),
    ("data.jsonl", '{"a": 1}\n{"a": 2}\n', "data (JSON)"),
    ("data.txt", '{"title": "Fares", "text": "' + SENTENCE + '", "day": "Mon', "data (JSON)"),
    ("book.ipynb", json.dumps({"cells": [], "nbformat": 4}), "a notebook of program code"),
    ("fares.csv", CSV, "a table"),
    ("fares.txt", CSV, "a table"),
    ("fares.csv", CSV.replace(",", ";"), "a table"),
    ("fares.tsv", CSV.replace(",", "\t"), "a table"),
    ("fares.txt", CSV.replace(",", "\t"), "a table"),
    ("fares.csv", 'id,text\n1,"' + SENTENCE + '"\n2,"' + SENTENCE + '"\n', "a table"),
    ("fares.txt", f'id,name,text\n1,A,"{SENTENCE}\n\n{SENTENCE}"\n2,B,"Short."\n', "a table"),
    ("ferry.yaml", f"title: Fares\nbody: |\n  {SENTENCE}\n  {SENTENCE}\n", "data (YAML)"),
    ("fares.txt", "INSERT INTO fares VALUES (1);\n" * 3, "program code"),
    ("fares.txt", "!function(e,t){'x'==typeof e?t=1:e.x=t()}(a,()=>{return 1});", "program code"),
    ("song.lrc", "[00:12.00]The ferry\n[00:15.30]sails\n", OTHER_SUBTITLES),
    ("feeds.opml", "<?xml version='1.0'?><opml><body/></opml>", "a list of feeds"),
    ("server.log", LOG, "a log"),
    ("server.txt", LOG, "a log"),
    ("access.txt", ACCESS, "a log"),
    ("day.ics", ICS, "a calendar file"),
    ("ida.vcf", "BEGIN:VCARD\nFN:Ida Moss\nEND:VCARD\n", "an address card"),
    ("fares.py", PYTHON, "program code"),
    ("fares.txt", PYTHON, "program code"),
    ("fares.js", JAVASCRIPT, "program code"),
    ("fares.txt", JAVASCRIPT, "program code"),
    ("fares.sql", SQL, "program code"),
    ("fares.css", CSS, "program code"),
    ("fares.txt", CSS, "program code"),
    ("run.sh", "#!/bin/sh\nset -e\nfor one in *; do\n  echo $one\ndone\n", "program code"),
    ("ferry.yaml", YAML, "data (YAML)"),
    ("ferry.ini", INI, "settings"),
    ("ferry.txt", INI, "data"),
    ("fares.xml", XML, "data (XML)"),
    ("fares.txt", XML, "data (XML)"),
    ("map.svg", "<svg xmlns='x'><path d='M0 0'/></svg>", "a drawing (SVG)"),
    ("numbers.txt", NUMBERS, "numbers or data"),
    ("mail.txt", BASE64, "encoded data"),
    ("change.diff", PATCH, "a list of changes to program code"),
    ("paper.tex", "\\documentclass{article}\n\\begin{document}\nText.\n", "a LaTeX document"),
    ("key.txt", "-----BEGIN PRIVATE KEY-----\nMIIB\n", "a key or an encrypted message"),
    ("link.txt", "[InternetShortcut]\nURL=https://board.example/\n", "a shortcut to a web address"),
    ("words.bib", "@article{moss, title = {Fares}}\n", "a list of references"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "what"), NOT_PROSE)
def test_what_is_no_prose(name: str, text: str, what: str) -> None:
    with pytest.raises(CannotRead) as caught:
        read(text.encode(), name)
    assert caught.value.message == (
        f"{name} looks like {what}, not an article: paste the article's text."
    )


PROSE = {
    "a sentence": SENTENCE,
    "a headline": "Mayor: no!",
    "one word": "Yes",
    "a note": "[1]",
    "a bracket": "[Update, 10:15: the ferry: 3 dead] The mayor: “2 boats” sailed.",
    "braces": "{sic} was printed in brackets.",
    "a result": "Skerry 2-1 Holm (Moss 12', 88'; Roe 45+2')",
    "results": "Skerry 2-1 Holm\nNess 0-0 Ayre\nVoe 3-3 Lund\nWick 1-4 Thurso",
    "a poem": "Shall I, who sailed, come home?\nThe sea, the sky, were grey,\n"
    "The boat, the crew, alone,\nThe wind, the rain, all day.",
    "verse": "The sea was grey;\nThe sky was white;\nThe boat was late;\nWe stayed.",
    "a law": "The board may (a) close the pier;\n(b) sell the boats;\n(c) raise the fares; and\n"
    "(d) pay the crew of Skerry (see section 4);",
    "a list": "- milk\n- bread\n- a ferry ticket\n- four candles",
    "numbered": "1. Close the pier.\n2. Pay the crew.\n3. Sell the boat.",
    "a transcript": "MAYOR: We will close it.\nCLERK: When will that be?\nMAYOR: In April, I hope.",
    "a live blog": "10:15 The mayor speaks.\n10:20 The clerk answers.\n10:31 The ferry sails.",
    "a chat": "Ida: hi\nBen: hello\nIda: the ferry is late\nBen: again?",
    "a chat with times": "[04/05/22, 10:00] Ida: We close it.\n[04/05/22, 10:01] Ben: Who says?\n"
    "[04/05/22, 10:02] Ida: The mayor does.",
    "a programme": "Monday: The ferry sails.\nTuesday: Pier closed.\nFriday: The board meets.",
    "a recipe": "200 g flour; 3 eggs; 100 ml milk.\n\nMix it all, wait, and bake for 20 minutes.",
    "figures": "Profit rose 12% to £3.4m ($4.2m) in 2021/22, from £3.0m (+8%) in 2020/21, it said.",
    "addresses": "See https://board.example/fares/2022/03/09/a-long-address?x=1&y=2 for the fares.",
    "social": "RT @ida: the #ferry is #late again!! 😡😡😡 https://t.example/x @board_office",
    "German": "Die Hafenbehörde beschloss am Montag, dass die Fähre ab April mehr kosten wird.",
    "Chinese": "港务局星期一决定，从四月起，渡轮票价将会上涨。岛上的居民说，没有人问过他们的意见。"
    * 4,
    "Thai": "คณะกรรมการท่าเรือตัดสินใจเมื่อวันจันทร์ว่าค่าเรือข้ามฟากจะแพงขึ้นตั้งแต่เดือนเมษายน" * 4,
    "Hindi": "बंदरगाह बोर्ड ने सोमवार को फैसला किया कि अप्रैल से नौका का किराया बढ़ जाएगा।" * 4,
    "Arabic": "قرر مجلس الميناء يوم الاثنين أن تكلفة العبارة سترتفع ابتداء من أبريل." * 4,
    "a letter": "Dear Sir,\n\nI was on the ferry; it was late; nobody said why.\n\nIda Moss",
    "importing": "from Norway import duties rose.\nimport of fish fell.\nreturn tickets cost more.",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_what_people_write(text: str) -> None:
    assert what_instead(text) is None
    if any(map(str.isalpha, text)):
        assert read(text.encode(), "a.txt").text == text


@pytest.mark.parametrize("suffix", [".log", ".csv", ".json", ".py", ".xml"])
def test_prose_under_a_name_of_data_is_prose(suffix: str) -> None:
    text = f"{SENTENCE}\n\n{SENTENCE} Nobody was asked.\n\n“Never,” said Ida Moss.\n"
    assert read(text.encode(), f"a{suffix}").text == text


def test_all_articles_of_the_project_are_prose() -> None:
    # A sample's name has a hyphen; the README beside them is mostly tables.
    paths = [*(ROOT / "seeds").glob("*-*.md"), *(ROOT / "tests" / "gold").rglob("articles/*.txt")]
    assert len(paths) > 15
    texts = [path.read_text(encoding="utf-8") for path in paths]
    lines = (ROOT / "tests" / "gold" / "tricky_english.txt").read_text(encoding="utf-8")
    assert [text[:80] for text in [*texts, *lines.splitlines()] if what_instead(text)] == []


def test_all_code_of_the_project_is_code() -> None:
    paths = [*(ROOT / "analysis").rglob("*.py"), *(ROOT / "dashboard").rglob("*.js")]
    long = [path for path in paths if path.stat().st_size > 1_500]
    assert len(long) > 50
    assert [
        str(path) for path in long if not what_instead(path.read_text("utf-8"), path.suffix)
    ] == []


@pytest.mark.parametrize(
    "text", ["a" * 300_000, "{" * 100_000, " " * 200_000 + "x", "a: " * 99_999]
)
def test_strange_texts_take_no_long_time(text: str) -> None:
    what_instead(text)  # a pattern that backtracks would not come back
