"""A report as a parser reads it, and the characters that texts in it may hold."""

from collections.abc import Sequence
from html.parser import HTMLParser

from hypothesis import strategies as st

VOID = {"meta", "br"}

# All that a text may hold: no lone surrogates and no NUL, which reading refuses; the marks that
# HTML, white space and direction hang on more often than chance would bring them.
CHARACTERS = st.one_of(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    st.sampled_from("<>&\"'=/;#-\r\n\t \u00a0\u2028\u202e\ufeff\x0c\x1b“”’{}%"),
)


def without(attributes: dict[str, str | None], names: Sequence[str]) -> dict[str, str | None]:
    return {name: value for name, value in attributes.items() if name not in names}


class Parsed(HTMLParser):
    """Tags with their attributes, the text by element id, and whether all tags are closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self.all_text = ""
        self._open: list[tuple[str, str]] = []
        # A browser does this first (HTML Standard, "Preprocessing the input stream").
        self.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("id") or ""))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag

    def handle_data(self, data: str) -> None:
        self.all_text += data
        for identity in {identity for _, identity in self._open if identity}:
            self.text[identity] = self.text.get(identity, "") + data

    def all_of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]
