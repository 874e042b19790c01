"""Say which parts of a Word document hold text that is not part of the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.reading.documents.prose import is_sentence
from analysis.reading.documents.word.names import W
from analysis.reading.documents.word.paragraphs import Fields, pieces_of, tidied
from analysis.reading.documents.word.styles import Styles

_NOTES = {"footnotes": ("footnote", "footnote"), "endnotes": ("endnote", "endnote"),
          "comments": ("comment", "comment")}  # fmt: skip
"""The end of a relationship's type, the element of one note, and what people call it."""

_MARGINS = {"header": "header", "footer": "footer"}
_ELSEWHERE = {
    "aFChunk": "An inserted file", "subDocument": "A subdocument",
    "package": "An embedded file", "diagramData": "A diagram", "chart": "A chart",
}  # fmt: skip
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


def notices_of(document: Any, styles: Styles, boxes: int) -> tuple[str, ...]:
    """Return one sentence for each kind of text that is left out.

    ``boxes`` is the number of text boxes left out. Headers, footers and diagrams are named only
    if they hold sentences: page numbers and labels are no loss.
    """
    said = []
    if boxes:
        what = "A text box without sentences is" if boxes == 1 else ""
        what = what or f"{boxes} text boxes without sentences are"
        said.append(f"{what} left out, taken for captions or labels.")
    relations = list(document.part.rels.values())
    for ending, (element, name) in _NOTES.items():
        count = sum(
            any(character.isalpha() for character in _text(note, styles))
            for root in _roots(relations, ending)
            for note in root.iter(W + element)
            if note.get(W + "type", "normal") == "normal"
        )
        if count:
            what = f"One {name} is" if count == 1 else f"{count} {name}s are"
            said.append(f"{what} left out: read as text, notes would stand between the sentences.")
    for ending, name in _MARGINS.items():
        roots = list(_roots(relations, ending))
        if any(is_sentence(_text(one, styles)) for root in roots for one in root.iter(W + "p")):
            said.append(f"A sentence in the page {name} is left out.")
    said += _elsewhere(relations)
    return tuple(said)


def _elsewhere(relations: list[Any]) -> Iterator[str]:
    counted: dict[str, int] = {}
    for relation in relations:
        ending = relation.reltype.rsplit("/", 1)[-1]
        name = _ELSEWHERE.get(ending)
        if name is None:
            continue
        if ending in ("diagramData", "chart"):
            words = sum(len((one.text or "").split()) for one in _drawn(relation))
            if words < 12:
                continue
        counted[name] = counted.get(name, 0) + 1
    for name, count in counted.items():
        again = "" if count == 1 else f" ({count} of them)"
        yield f"{name} in the document is not read{again}: open it and paste its text."


def _drawn(relation: Any) -> Iterator[Any]:
    from docx.oxml import parse_xml

    try:
        yield from parse_xml(relation.target_part.blob).iter(_DRAWN_TEXT)
    except MemoryError:
        raise
    except Exception:  # a broken drawing has no text to miss
        return


def _roots(relations: list[Any], ending: str) -> Iterator[Any]:
    """Yield the XML of the parts of a kind."""
    from docx.oxml import parse_xml

    for relation in relations:
        if relation.reltype.endswith("/" + ending) and not relation.is_external:
            try:
                yield parse_xml(relation.target_part.blob)
            except MemoryError:
                raise
            except Exception:  # lxml and python-docx raise many kinds on broken parts
                continue


def _text(node: Any, styles: Styles) -> str:
    paragraphs = [node] if node.tag == W + "p" else node.iter(W + "p")
    return " ".join(tidied(pieces_of(one, styles, Fields()))[0] for one in paragraphs)
