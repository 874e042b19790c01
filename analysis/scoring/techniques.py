"""Propaganda techniques by key: name, plain-language definition and example.

The keys are those of the spans frame's ``technique``. ``techniques.csv`` was written for this
project; the techniques are the 14 of SemEval-2020 task 11 (Da San Martino and others 2020).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType

from analysis.errors import BadTable
from analysis.text.one_line import one_line

TABLE = Path(__file__).with_name("techniques.csv")


@dataclass(frozen=True)
class Technique:
    """A technique: its key in the spans frame, and its name, definition and example.

    Definition and example are empty for a key that the table does not have.
    """

    technique: str
    name: str
    definition: str = ""
    example: str = ""

    @property
    def inline(self) -> str:
        """The name as it stands inside a sentence: ``appeal to fear``."""
        return self.name[:1].lower() + self.name[1:]


def technique_of(key: str) -> Technique:
    """Return the technique called ``key``; one the table does not have is named by its key.

    Raises ``BadTable`` if the table cannot be read.
    """
    return techniques().get(key) or Technique(key, one_line(key.replace("_", " ")))


def techniques_of(keys: Iterable[str]) -> list[Technique]:
    """Return the techniques of ``keys``, each once in the order they come; empty keys are none."""
    return [technique_of(key) for key in dict.fromkeys(keys) if key]


@cache
def techniques() -> Mapping[str, Technique]:
    """Return the techniques of ``TABLE`` by key, in its order; read once. Raises ``BadTable``."""
    return read_techniques(TABLE)


def read_techniques(path: Path) -> Mapping[str, Technique]:
    """Return the techniques of a CSV file with the columns technique, name, definition, example.

    Raises ``BadTable`` if the file is missing, is not UTF-8, has other columns, an empty field,
    a key twice or no line at all.
    """
    columns = [field.name for field in fields(Technique)]
    found: dict[str, Technique] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if reader.fieldnames != columns:
                raise BadTable(path.name, f"should have the columns {', '.join(columns)}")
            for row in reader:
                line = f"has in line {reader.line_num}"
                if any(not (row[name] or "").strip() for name in columns):
                    raise BadTable(path.name, f"{line} an empty field")
                if None in row:
                    raise BadTable(path.name, f"{line} more than {len(columns)} fields")
                if row["technique"] in found:
                    raise BadTable(path.name, f"{line} {row['technique']} for a second time")
                found[row["technique"]] = Technique(**row)
    except OSError as error:
        raise BadTable(path.name, f"cannot be opened ({error.strerror})") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise BadTable(path.name, f"is not CSV in UTF-8 ({error})") from error
    if not found:
        raise BadTable(path.name, "holds no technique")
    return MappingProxyType(found)
