"""Front matter in each of its forms gives title, author and date, and is no text."""

import pytest

from analysis.reading.text_files.front_matter import split_front_matter

HEADS = [
    '---\nog:image: a.png\n"title": The pier\nauthor: Ida Moss\ndate: 2022-03-09\n---\n',
    "---\ntitle: The pier\nauthor: Ida Moss\ndate: 2022-03-09\n---\n",
    "---\r\ntitle: 'The pier'\r\nauthors:\r\n  - Ida Moss\r\ndate: 9 March 2022\r\n---\r\n",
    "---\ntitle: >-\n  The\n  pier\nauthor:\n  name: Ida Moss\ndate: 2022-03-09\n...\n",
    "---\n# comment\nlayout: post\nTitle: The pier\nby: Ida Moss\npublished: 2022-03-09\n---\n",
    '+++\ntitle = "The pier"\nauthors = ["Ida Moss"]\ndate = 2022-03-09T10:00:00Z\n+++\n',
    '{\n  "title": "The pier",\n  "author": "Ida Moss",\n  "date": "2022-03-09"\n}\n',
    "% The pier\n% Ida Moss\n% 9 March 2022\n\n",
    "Title: The pier\nAuthor: Ida Moss\nDate: 2022-03-09 10:20\n\n",
    "---\ntitle: The pier\nauthor: Ida Moss\ndate: 2022-03-09\n\n",
    "---\ntitle: |\n  The pier\ncreator: [Ida Moss]\npubDate: March 9, 2022\n---\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_forms(head: str) -> None:
    found = split_front_matter(head + "Text one.\n\nText two.\n")
    assert found is not None
    assert (found.title, found.author, found.date) == ("The pier", "Ida Moss", "2022-03-09")
    assert found.body == "Text one.\n\nText two.\n"


def test_what_is_not_quite_yaml_is_read_line_by_line() -> None:
    found = split_front_matter("---\ntitle: The pier: closed\nauthor: Ida Moss\n---\nText.")
    assert found is not None
    assert (found.title, found.author) == ("The pier: closed", "Ida Moss")


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA rule above, and one below.\n\n---\n\nText.",
        "---\nThe mayor spoke on Monday\n---\nText.",
        "Title: no other line\n\nText.",
        "Mayor: We will close it.\nClerk: When will that be?\n\nText.",
        "{curly} brackets begin this text.",
        "---\nMayor: We will close it.\nClerk: When?\n---\nText.",
        "+++ Live blog +++\n\nText.",
        "Text only.",
        "",
    ],
)
def test_text_is_no_front_matter(text: str) -> None:
    assert split_front_matter(text) is None


def test_names_within_names_do_not_grow() -> None:
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\nauthor: *b\n---\nText."
    found = split_front_matter(bomb)
    assert found is not None
    assert (found.title, found.author) == (None, None)


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        ("section: Harbour", "Harbour"),
        ("categories: [Harbour, Town]", "Harbour"),
        ("categories:\n  - Harbour\n  - Town", "Harbour"),
        ("category: Harbour\nsection: Town", "Town"),
        ("categories: []", None),
        ("author: Ida Moss", None),
    ],
)
def test_the_section_is_the_first_that_is_named(lines: str, section: str | None) -> None:
    found = split_front_matter(f"---\ntitle: The pier\n{lines}\n---\nText.\n")
    assert found is not None
    assert found.section == section
