"""What a download holds, read back by other programs than the one that wrote it."""

import csv
import dataclasses
import io
import json

import pandas as pd
import pytest

from analysis import Article
from analysis.reading.samples import samples
from dashboard.panels.download_menu import file_stem
from dashboard.panels.downloads import (
    FRAMES,
    csv_bytes,
    html_bytes,
    json_bytes,
    parquet_bytes,
)
from dashboard.session.open_article import OpenArticle
from tests.hand_made_findings import found, house_check_of


def test_csv_opens_in_a_spreadsheet_with_its_formulas_as_text(result):
    hostile = result.sentences.assign(text="=HYPERLINK(1)")
    data = csv_bytes(hostile)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == 6
    assert rows[0]["text"] == "'=HYPERLINK(1)"
    assert float(rows[1]["loaded_probability"]) == 0.91


def test_the_report_of_a_sample_says_that_it_is_invented(result):
    said = b"invented for this project"
    assert said not in html_bytes(result)
    assert said in html_bytes(dataclasses.replace(result, text=samples()[0].text))


def test_json_holds_everything(result):
    content = json.loads(json_bytes(result))
    assert content["text"] == result.text
    for row in content["sentences"]:
        assert content["text"][row["start"] : row["end"]] == row["text"]
    assert len(content["spans"]) == 4
    assert content["notices"] == []
    assert json.loads(json_bytes(result, ("Page 2 is a picture.",)))["notices"] == [
        "Page 2 is a picture."
    ]


@pytest.mark.parametrize("name", FRAMES)
def test_parquet_keeps_columns_and_dtypes(result, name):
    frame = getattr(result, name)
    back = pd.read_parquet(io.BytesIO(parquet_bytes(frame)))
    if "sentence" in frame:
        assert back.pop("number").tolist() == [number + 1 for number in frame["sentence"]]
    if "statement" in frame:
        numbers = back.pop("statement_number")
        pd.testing.assert_series_equal(numbers, frame["statement"] + 1, check_names=False)
    pd.testing.assert_frame_equal(back, frame)


def test_file_names_hold_no_word_of_an_own_text(result):
    article = Article(result.text, "../../etc; rm", None, None, None, "text")
    own = OpenArticle(article, "rm.txt", result, number=2)
    assert file_stem(own) == "slant-text-2"
    assert file_stem(dataclasses.replace(own, sample="bus-fares-plain", number=0)) == (
        "slant-bus-fares-plain"
    )


def test_what_house_rules_found_is_in_every_download(result):
    word = result.text.split()[0]
    row = found(result.text, word, check="=HYPERLINK(1)", plainer=["one", "two"])
    house = house_check_of([row], notices=("One rule was cut off.",))
    content = json.loads(json_bytes(result, ("Page 2 is a picture.",), house))
    assert content["notices"] == ["Page 2 is a picture.", "One rule was cut off."]
    (finding,) = content["findings"]
    assert content["text"][finding["start"] : finding["end"]] == word
    assert (finding["number"], finding["plainer"]) == (1, ["one", "two"])
    (line,) = csv.DictReader(io.StringIO(csv_bytes(house.findings).decode("utf-8-sig")))
    assert line["check"] == "'=HYPERLINK(1)"
    assert json.loads(line["plainer"]) == ["one", "two"]
    back = pd.read_parquet(io.BytesIO(parquet_bytes(house.findings)))
    assert list(back["plainer"][0]) == ["one", "two"]
    assert b"House rules: 1 warning" in html_bytes(result, (), house)


def test_nothing_found_can_be_taken_along_too(result):
    house = house_check_of([])
    assert json.loads(json_bytes(result, (), house))["findings"] == []
    assert len(pd.read_parquet(io.BytesIO(parquet_bytes(house.findings)))) == 0
    assert csv_bytes(house.findings).count(b"\n") == 1
