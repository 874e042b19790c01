import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.queue.kept import Kept


def kept(entries: int = 100, most_bytes: int = 10_000) -> Kept[str, str]:
    return Kept(entries, most_bytes, len)


def upper(keys: list[str], asked: list[list[str]], cache: Kept[str, str]) -> list[str]:
    def make(places: list[int]) -> list[str]:
        asked.append([keys[place] for place in places])
        return [keys[place].upper() for place in places]

    return cache.get(keys, make)


def test_only_what_is_not_kept_is_made_each_once() -> None:
    cache, asked = kept(), []
    assert upper(["a", "b", "a"], asked, cache) == ["A", "B", "A"]
    assert upper(["c", "b", "c", "a"], asked, cache) == ["C", "B", "C", "A"]
    assert upper(["a"], asked, cache) == ["A"]
    assert upper([], asked, cache) == []
    assert asked == [["a", "b"], ["c"]]


def test_of_too_many_those_go_that_were_asked_for_longest_ago() -> None:
    cache, asked = kept(entries=2), []
    for key in ("a", "b", "a", "c", "a", "b"):
        upper([key], asked, cache)
    assert asked == [["a"], ["b"], ["c"], ["b"]]
    assert len(cache) == 2


def test_bytes_are_bounded() -> None:
    cache, asked = kept(most_bytes=10), []
    upper(["aaaa", "bbbb"], asked, cache)
    assert cache.bytes_kept == 8
    upper(["cccc"], asked, cache)
    assert (len(cache), cache.bytes_kept) == (2, 8)
    # One that is too large by itself is given, and not kept.
    assert upper(["d" * 11], asked, cache) == ["D" * 11]
    assert cache.bytes_kept <= 10


def test_errors_are_not_kept() -> None:
    cache = kept()

    def fail(_: list[int]) -> list[str]:
        raise OSError("no disk")

    with pytest.raises(OSError, match="no disk"):
        cache.get(["a"], fail)
    assert upper(["a"], [], cache) == ["A"]


@given(st.lists(st.lists(st.text("abcdef", max_size=3), max_size=6), max_size=20))
def test_it_answers_as_without_it_and_counts_its_bytes(calls: list[list[str]]) -> None:
    cache = kept(entries=4, most_bytes=9)
    for keys in calls:
        assert upper(keys, [], cache) == [key.upper() for key in keys]
        assert len(cache) <= 4
        assert cache.bytes_kept <= 9
        assert cache.bytes_kept == sum(map(len, cache._values.values()))


def test_threads_share_it() -> None:
    cache = kept(entries=5)
    wrong: list[object] = []

    def ask(first: int) -> None:
        for number in range(200):
            keys = [chr(97 + (first + number + more) % 9) for more in range(3)]
            if upper(keys, [], cache) != [key.upper() for key in keys]:
                wrong.append(keys)

    threads = [threading.Thread(target=ask, args=(first,)) for first in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert len(cache) == 5
