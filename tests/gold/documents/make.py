"""Make the gold files anew: ``python -m tests.gold.documents.make``.

The files are kept in the repository, so tests need none of the tools below. To make them:

    pip install python-docx pypdf reportlab fpdf2 pyphen
    apt-get install --no-install-recommends libreoffice-writer chromium fonts-liberation

The files differ a little with each release of these tools; the gold text does not, because it
comes from ``articles/``, which was written before any reader was.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from tests.gold.documents.articles import load
from tests.gold.documents.make_print import prints
from tests.gold.documents.make_web import pages
from tests.gold.documents.make_word import documents

FOLDER = Path(__file__).parent
FILES = FOLDER / "files"
MANIFEST = FOLDER / "manifest.csv"


def plain_texts() -> Iterator[tuple[str, str, bytes, str]]:
    """Plain text and Markdown, so that these ways in are measured too."""
    source = load("river-café")
    yield "plain.txt", "river-café", source.gold.encode("utf-16"), "UTF-16 text"
    source = load("bees-roof")
    text = f"# {source.title}\n\n" + "\n\n".join(block.text for block in source.blocks) + "\n"
    yield "plain.md", "bees-roof", text.encode(), "Markdown"


def main() -> None:
    """Write all files and the manifest."""
    FILES.mkdir(exist_ok=True)
    with MANIFEST.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["file", "article", "made_by", "hard"])
        for maker, made in (
            ("make_web.py", pages(load)),
            ("python-docx", documents(load)),
            ("make.py", plain_texts()),
        ):
            for name, slug, data, hard in made:
                (FILES / name).write_bytes(data)
                rows.writerow([name, slug, maker, hard])
        for name, slug, maker, data, hard in prints(load):
            (FILES / name).write_bytes(data)
            rows.writerow([name, slug, maker, hard])


if __name__ == "__main__":
    main()
