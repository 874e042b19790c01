"""What all reports are made with: templates that escape, styles allowed by their hash, links."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from analysis.output.blocks import direction
from analysis.output.phrasing.numerals import counted, listed, percent

_HERE = Path(__file__).parent


@cache
def template(name: str, folder: Path = _HERE) -> Template:
    """Return the template with this name, of this folder unless another is given; it escapes every
    string it is given."""
    environment = Environment(
        loader=FileSystemLoader([folder, _HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "escape_verbatim": escape_verbatim,
        "percent": percent,
        "counted": counted,
        "listed": listed,
        "direction": direction,
    }
    return environment.get_template(name)


@cache
def styles(*names: str, folder: Path = _HERE) -> tuple[str, Markup]:
    """Return a content security policy, and the style sheets with these names, of this folder
    unless another is given, joined, which it allows by their hash."""
    style = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'", Markup(style)


def escape_verbatim(text: str) -> Markup:
    """Return ``text`` escaped so that an HTML parser returns it exactly.

    Parsers turn a carriage return into a line feed unless it is written as a character reference.
    """
    return Markup(str(escape(text)).replace("\r", "&#13;"))
