"""Tags, text and comments of HTML, compared with Python's own parser where both must agree."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.rules.source.html.tokens import tags


class Heard(HTMLParser):
    """What Python's parser hears, text joined."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.heard: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        first: dict[str, str] = {}
        for name, value in attrs:
            first.setdefault(name, value or "")
        self.heard.append(("start", f"{tag} {sorted(first.items())}"))

    def handle_endtag(self, tag: str) -> None:
        self.heard.append(("end", tag))

    def handle_comment(self, data: str) -> None:
        self.heard.append(("comment", data))

    def handle_data(self, data: str) -> None:
        self.heard.append(("text", data))


def ours(text: str) -> list[tuple[str, str]]:
    found = []
    for tag in tags(text, 0, len(text)):
        said = text[tag.start : tag.end]
        if tag.kind == "start":
            said = f"{tag.name} {sorted(tag.attributes.items())}"
        elif tag.kind == "end":
            said = tag.name
        elif tag.kind == "comment":
            said = said[4:-3]
        found.append(("text" if tag.kind == "raw" else tag.kind, said))
    return found


# Well-formed pieces: on broken ones the two differ, and browsers decide (test_reader.py).
PIECES = (
    "word", " ", "\n", "<p>", "</p>", "<B Class='a>b'>", "</B >", '<a href="x&amp;y" id=q hidden>',
    "<br>", "<!-- a -- b -->", "<!---->", "<i\n title = 'it is'>",
    "<script>if (a<b) </p> x</script>",
    "<p id=1 id=2>", "<my-tag x>", "<style>p > b</style>", "1 < 2", "a > b",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_well_formed_pages_are_read_as_python_reads_them(text: str) -> None:
    def joined(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
        together: list[tuple[str, str]] = []
        for kind, said in found:
            if kind == "text" and together and together[-1][0] == "text":
                together[-1] = ("text", together[-1][1] + said)
            else:
                together.append((kind, said))
        return together

    assert joined(ours(text)) == joined(Heard(text).heard)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-->a", [("comment", ""), ("text", "a")]),
        ("<? php ?>a", [("text", "a")]),
        ("a<b", [("text", "a")]),
        ("a<", [("text", "a<")]),
        ("<title>a <b> c", [("start", "title []"), ("text", "a <b> c")]),
        ("<p a='x>b", [("start", "p [(\"='x\", ''), ('a', '')]"), ("text", "b")]),
    ],
)
def test_broken_tags(text: str, expected: list[tuple[str, str]]) -> None:
    found = ours(text)
    if found and found[0][0] == "comment":
        found[0] = ("comment", "")
    assert found == expected
