"""The rules of a server: read anew when their files change, and never old ones without a word."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from analysis.errors import SlantError
from analysis.rules.errors import BadRules
from analysis.rules.files import served
from analysis.rules.files.served import served_rules


@pytest.fixture(autouse=True)
def _look_each_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(served, "LOOK_AGAIN", 0.0)
    monkeypatch.setattr(served, "_kept", None)
    yield
    served._kept = None


def write(path: Path, text: str) -> Path:
    path.write_text("rule,pattern\n" + text, encoding="utf-8")
    return path


def ids() -> list[str]:
    return [rule.rule for rule in served_rules().rules]


def test_without_the_setting_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SLANT_RULES", raising=False)
    assert served_rules().rules == ()
    monkeypatch.setenv("SLANT_RULES", f" {os.pathsep}")
    assert served_rules().rules == ()


def test_of_several_files_the_last_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = write(tmp_path / "house.csv", "regime,regime\namid,amid\n")
    desk = tmp_path / "desk"
    desk.mkdir()
    write(desk / "desk.csv", "amid,amid|amidst\n")
    monkeypatch.setenv("SLANT_RULES", f"{house}{os.pathsep}{desk}")
    assert {rule.rule: rule.pattern for rule in served_rules().rules} == {
        "regime": "regime",
        "amid": "amid|amidst",
    }


def test_a_changed_file_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "house.csv", "a,x\n")
    monkeypatch.setenv("SLANT_RULES", str(path))
    first = served_rules()
    assert served_rules() is first
    write(path, "a,x\nb,y\n")
    assert ids() == ["a", "b"]


def test_a_new_file_in_a_folder_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.csv", "a,x\n")
    monkeypatch.setenv("SLANT_RULES", str(tmp_path))
    assert ids() == ["a"]
    write(tmp_path / "b.csv", "b,y\n")
    assert ids() == ["a", "b"]


def test_a_broken_file_is_an_error_until_it_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "house.csv", "a,x\n")
    monkeypatch.setenv("SLANT_RULES", str(path))
    assert ids() == ["a"]
    write(path, "Not An Id,x\n")
    for _ in range(2):
        with pytest.raises(BadRules, match="line 2"):
            served_rules()
    write(path, "a,better\n")
    assert served_rules().rules[0].pattern == "better"
    path.unlink()
    with pytest.raises(SlantError, match="does not exist"):
        served_rules()


def test_between_two_looks_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served, "LOOK_AGAIN", 1_000.0)
    path = write(tmp_path / "house.csv", "a,x\n")
    monkeypatch.setenv("SLANT_RULES", str(path))
    assert ids() == ["a"]
    write(path, "a,x\nb,y\n")
    assert ids() == ["a"]
    # Another setting is another question.
    monkeypatch.setenv("SLANT_RULES", str(write(tmp_path / "other.csv", "c,z\n")))
    assert ids() == ["c"]


def test_many_threads_get_the_same_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "house.csv", "".join(f"r{n},word{n}\n" for n in range(200)))
    monkeypatch.setenv("SLANT_RULES", str(path))
    read: list[str] = []
    real = served.read_rules
    monkeypatch.setattr(served, "read_rules", lambda path: (read.append(path), real(path))[1])
    with ThreadPoolExecutor(8) as pool:
        sets = list(pool.map(lambda _: served_rules(), range(40)))
    assert len({id(one) for one in sets}) == 1
    assert read == [str(path)]
