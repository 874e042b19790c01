"""The sample articles keep the format and the promises that seeds/README.md makes.

Nothing here imports the program: the files are read as plain text, so that a mistake in a seed
is not hidden by the code that reads it.
"""

import re
import unicodedata
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FILES = sorted(path for path in SEEDS.glob("*.md") if path.name != "README.md")
KEYS = ["title", "outlet", "style", "event", "date"]
STYLES = ("plain", "loaded", "opposed")
EVENTS = sorted({path.stem.rpartition("-")[0] for path in FILES})
# Beyond ASCII the articles need only these: curly quotation marks, signs of currencies, the dash
# of a dateline. Anything else (a no-break space, a zero-width mark) is a slip of an editor.
CURLY = set("“”\u2018\u2019")
BEYOND_ASCII = CURLY | set("£€—")
QUOTED = re.compile(r'["“]([^"“”]+)["”]')
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def told_of(event: str) -> list[Path]:
    """The files of an event."""
    return [path for path in FILES if path.stem.rpartition("-")[0] == event]


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_event = pytest.mark.parametrize("event", EVENTS)
each_pair = pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(one, other, id=f"{one.stem}, {other.stem}")
        for event in EVENTS
        for one, other in combinations(told_of(event), 2)
    ],
)


def raw(path: Path) -> str:
    """The file's text with its line endings as stored."""
    return path.read_bytes().decode("utf-8")


def parts(path: Path) -> tuple[dict[str, str], str]:
    """Front matter, in the order written, and body of a sample."""
    opening, front, body = raw(path).split("---\n", 2)
    assert opening == "", "the file must begin with the line ---"
    pairs = [line.split(": ", 1) for line in front.splitlines()]
    return dict(pairs), body


def paragraphs(path: Path) -> list[str]:
    """Paragraphs of a sample's body."""
    return parts(path)[1].strip("\n").split("\n\n")


def sentences(body: str) -> set[str]:
    """A body's sentences without what is quoted in them."""
    return set(re.split(r"(?<=[.?!]) |\n+", QUOTED.sub("", body)))


@each_event
def test_every_event_is_told_plainly_and_loaded_and_may_be_told_the_other_way(event: str) -> None:
    told = {path.stem.removeprefix(f"{event}-") for path in told_of(event)}
    assert told in ({"plain", "loaded"}, {"plain", "loaded", "opposed"})


@each_file
def test_front_matter(path: Path) -> None:
    front, body = parts(path)
    assert list(front) == KEYS
    assert all(value and value == value.strip() for value in front.values())
    assert front["style"] in STYLES
    assert path.stem == f"{front['event']}-{front['style']}"
    assert date.fromisoformat(front["date"]).isoformat() == front["date"]
    assert body.startswith("\n")
    assert not body.startswith("\n\n")


@each_file
def test_front_matter_is_plain_yaml(path: Path) -> None:
    front, _ = parts(path)
    # A colon with a space, a hash or a leading quotation mark would mean something in YAML.
    for value in front.values():
        assert ": " not in value
        assert " #" not in value
        assert value[0] not in "\"'[{&*!|>%@`"


@each_file
def test_headline_is_one_line_and_not_repeated_in_the_body(path: Path) -> None:
    front, body = parts(path)
    assert 5 <= len(front["title"].split()) <= 14
    assert not front["title"].endswith(".")
    assert front["title"] not in body


@each_file
def test_length_of_the_body(path: Path) -> None:
    assert 300 <= len(parts(path)[1].split()) <= 700


@each_file
def test_paragraphs_are_single_lines_of_news_length(path: Path) -> None:
    found = paragraphs(path)
    assert 8 <= len(found) <= 20
    for paragraph in found:
        assert "\n" not in paragraph
        assert 8 <= len(paragraph.split()) <= 80
        assert paragraph[-1] in '.?!"”'


@each_file
def test_characters(path: Path) -> None:
    text = raw(path)
    assert unicodedata.is_normalized("NFC", text)
    beyond = {char for char in text if not (" " <= char <= "~" or char == "\n")}
    assert beyond <= BEYOND_ASCII, sorted(map(ascii, beyond - BEYOND_ASCII))


@each_file
def test_white_space(path: Path) -> None:
    text = raw(path)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "  " not in text
    assert "\n\n\n" not in text
    assert all(line == line.strip() for line in text.splitlines())


@each_file
def test_one_kind_of_quotation_mark(path: Path) -> None:
    body = parts(path)[1]
    assert not set(body) & CURLY or not set(body) & set("\"'")


def test_a_few_articles_have_straight_quotation_marks() -> None:
    straight = [path.stem for path in FILES if '"' in parts(path)[1]]
    assert "bus-fares-plain" in straight
    assert len(straight) < len(FILES) / 3


@each_file
def test_quotations_are_closed_or_run_into_the_next_paragraph(path: Path) -> None:
    found = paragraphs(path)
    assert any(mark in paragraph for paragraph in found for mark in '"“')
    for position, paragraph in enumerate(found):
        if '"' in paragraph:
            assert paragraph.count('"') % 2 == 0
            continue
        left_open = paragraph.count("“") - paragraph.count("”")
        assert left_open in (0, 1)
        if left_open:
            assert found[position + 1].startswith("“")


def test_a_quotation_runs_over_two_paragraphs() -> None:
    left_open = [
        path.stem
        for path in FILES
        for paragraph in paragraphs(path)
        if paragraph.count("“") > paragraph.count("”")
    ]
    assert "nurses-strike-plain" in left_open


@each_file
def test_named_speakers_are_quoted(path: Path) -> None:
    body = parts(path)[1]
    full = [quoted for quoted in QUOTED.findall(body) if len(quoted) > 20 and quoted[-1] in ",.?!"]
    assert len(full) >= 3
    assert re.search(r'[,.]["”] (?:said|told|[A-Z]\w+)', body)


@each_pair
def test_tellings_share_facts_and_keep_some_to_themselves(one: Path, other: Path) -> None:
    first, second = (set(FIGURE.findall(parts(path)[1])) for path in (one, other))
    assert len(first & second) >= 5
    assert first - second
    assert second - first


@each_pair
def test_tellings_share_a_quotation_whole_or_cut(one: Path, other: Path) -> None:
    first, second = (
        [
            quoted.strip(".,").casefold()
            for quoted in QUOTED.findall(parts(path)[1])
            if len(quoted) >= 25
        ]
        for path in (one, other)
    )
    assert any(a in b or b in a for a in first for b in second)


@each_pair
def test_tellings_share_event_and_date_but_hardly_a_sentence(one: Path, other: Path) -> None:
    (first, told), (second, retold) = parts(one), parts(other)
    assert (first["event"], first["date"]) == (second["event"], second["date"])
    # Quotations apart, and short sentences, which two writers may hit on.
    shared = [found for found in sentences(told) & sentences(retold) if len(found.split()) >= 12]
    assert len(shared) <= 1


def test_outlets_and_headlines_are_all_different() -> None:
    for key in ("outlet", "title"):
        counts = Counter(parts(path)[0][key] for path in FILES)
        assert max(counts.values()) == 1


@pytest.mark.parametrize(
    ("event", "plain", "loaded"),
    [
        ("data-breach", "2.3 million people", "files of 1.8 million"),
        ("ferry-fire", "Twenty-seven people were treated", "More than 60 passengers were treated"),
        ("quarry-closure", "arrested 23 people", "27 arrests"),
        ("school-meals", "had 11,200 signatures", "carries nearly 15,000 names"),
    ],
)
def test_tellings_give_different_numbers_of_the_same_thing(
    event: str, plain: str, loaded: str
) -> None:
    for style, told in (("plain", plain), ("loaded", loaded)):
        assert told in parts(SEEDS / f"{event}-{style}.md")[1]


def test_readme_lists_every_file_with_its_word_count() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `([\w-]+\.md)` \| (\d+) \|", readme, flags=re.MULTILINE))
    assert listed == {path.name: str(len(parts(path)[1].split())) for path in FILES}
