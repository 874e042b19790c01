"""The articles of ``tests/gold/speakers``: texts with their names and sources marked in them."""

import json
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "gold" / "speakers"


@dataclass(frozen=True)
class Mention:
    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class MarkedArticle:
    """A text; its names by name and kind, with their ranges; the mentions that a network finds;
    the sources with their speakers."""

    text: str
    names: dict[tuple[str, str], list[tuple[int, int]]]
    tagged: list[Mention]
    sources: list[tuple[int, int, str]]


def marked_articles() -> dict[str, MarkedArticle]:
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.txt"))}


def read(path: Path) -> MarkedArticle:
    known = json.loads(path.with_suffix(".json").read_text("utf-8"))
    names: dict[tuple[str, str], list[tuple[int, int]]] = {}
    tagged: list[Mention] = []
    sources: list[tuple[int, int, str]] = []
    opened: list[tuple[str, int]] = []
    titles: dict[int, int] = {}
    marked, text, at = path.read_text("utf-8"), "", 0
    while at < len(marked):
        letter = marked[at]
        if letter in "[{":
            opened.append((letter, len(text)))
        elif letter == "^":
            titles[opened[-1][1]] = len(text)
        elif letter == "|":
            mark, start = opened.pop()
            close = marked.index("]" if mark == "[" else "}", at)
            label, at = marked[at + 1 : close], close
            if mark == "{":
                sources.append((start, len(text), label))
            else:
                name, kind = known[label.rstrip("*")]
                names.setdefault((name, kind), []).append((titles.get(start, start), len(text)))
                if not label.endswith("*"):
                    tagged.append(Mention(start, len(text), kind))
        else:
            text += letter
        at += 1
    return MarkedArticle(text, names, tagged, sources)
