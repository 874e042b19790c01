"""Warming up is the server's affair, and what it warms is what analyses need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import analyze
from analysis.errors import NotEnglish
from dashboard.server import warm_up
from tests.archive_filled.writing import write_archive

ROOT = Path(__file__).resolve().parents[3]
LOADED = """
import gc, sys
from dashboard.server import warm_up
warm_up.READING_S = 0
loaded = lambda: sorted({"py3langid", "onnxruntime"} & set(sys.modules))
print(loaded())
warm_up._load_model()
print(loaded())
warm_up._load_the_rest()
print(loaded(), gc.get_freeze_count() > 0)
from models.inference.loading import _load
print(_load.cache_info().currsize)
"""


def test_a_script_without_a_server_warms_nothing(monkeypatch):
    begun: list[object] = []
    monkeypatch.setattr(warm_up, "_start_once", begun.append)
    monkeypatch.setenv("SLANT_ARCHIVE", "somewhere")
    warm_up.load_archives()
    warm_up.load_model()
    warm_up.load_the_rest()
    assert begun == []


def test_model_and_dictionaries_are_loaded():
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        "[]",
        "['onnxruntime']",
        "['onnxruntime', 'py3langid'] True",
        "1",
    ]


def test_the_text_that_loads_the_identifier_is_refused():
    with pytest.raises(NotEnglish, match="German"):
        analyze(warm_up.ANOTHER_LANGUAGE)


FIRST_PAGE = """
from dashboard.server import results, warm_up
from dashboard.session.opening import analysed_sample
from dashboard.panels.inputs import FIRST_SAMPLE
warm_up._load_first_page()
made = results.results()
made._analyse = lambda *given: print("analysed again")
result = analysed_sample(FIRST_SAMPLE, print).result
print(made.bytes_kept() == results.size_of(result), len(result.sentences) > 10)
"""


def test_the_first_page_finds_its_article_analysed():
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["True True"]


ARCHIVES = """
from analysis.corpus.archive.frames import Chosen
from dashboard.server import warm_up
from dashboard.session.archive import answers
from dashboard.session.archive.folders import archives
from dashboard.session.archive.opened import asking_of
warm_up._load_archives()
for name, folder in archives().items():
    if name != "gone":
        asking = asking_of(name, folder)
        asking.groups = lambda *given: print("asked again")
        print(name, len(answers.groups(asking, "outlet", "loaded", Chosen(), 12)))
"""


def test_the_first_chart_of_an_archive_is_there_and_one_that_is_not_there_does_no_harm(tmp_path):
    folders = [str(tmp_path / "gone"), str(write_archive(tmp_path / "moor"))]
    done = subprocess.run(
        [sys.executable, "-c", ARCHIVES],
        cwd=ROOT,
        env={**os.environ, "SLANT_ARCHIVE": os.pathsep.join(folders)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["moor 28"]
