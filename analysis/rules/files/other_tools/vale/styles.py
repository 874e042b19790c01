"""Vale styles and vocabularies of a folder, an archive or a file to rules."""

from __future__ import annotations

import os
from collections.abc import Iterator

from analysis.errors import CannotRead, NotText
from analysis.reading.decoding import decode
from analysis.rules.files.other_tools.imported import Imported, LeftOut, Taken, imported
from analysis.rules.files.other_tools.vale.checks import rules_of
from analysis.rules.files.other_tools.vale.definition import CannotTake, definition
from analysis.rules.files.other_tools.vale.package import StyleFile, style_files
from analysis.rules.files.other_tools.vale.vocabulary import ACCEPT, FILES, vocabulary_rules


def read_vale(path: str | os.PathLike[str], voices: tuple[str, ...] = ("outlet",)) -> Imported:
    """Return the rules of Vale styles: a folder with YAML files, however deep, a zip archive of
    one, or one file; and all that was left out, with the reason.

    Vale looks at every word, also at quotations. The rules look at ``voices``, unless given at the
    outlet's own words, as rules here do that say nothing else. Each check becomes a rule with the
    id ``style.check``; a substitution one a pair, ``style.check-1`` …. A ``%s`` of a message is
    filled in where the words are known before. Raises CannotRead for a source without any check.
    """
    name = os.fspath(path)
    files, left_out = style_files(path)
    taken: list[Taken] = []
    for file in files:
        for one in _of_file(file):
            if isinstance(one, Taken):
                taken.append(one)
            else:
                left_out.append(one)
    if not taken and not left_out:
        advice = "give the folder of a style, with a YAML file (.yml) for each check"
        raise CannotRead(name, "holds no check and no vocabulary of Vale", advice)
    return imported(taken, left_out, name, voices)


def _of_file(file: StyleFile) -> Iterator[Taken | LeftOut]:
    last = file.parts[-1].casefold()
    if last in FILES:
        yield from _of_vocabulary(file)
    elif last.endswith((".yml", ".yaml")):
        if not _is_workflow(file):
            yield from _of_check(file)
    elif last.endswith(".ini"):
        reason = "says which checks are on, which is not read: all that could be taken is taken"
        yield LeftOut(file.path, None, "", reason, whole=False)


def _is_workflow(file: StyleFile) -> bool:
    """Whether a YAML file is no check but sets up a tool, as in the folder of a repository."""
    return file.parts[-1].startswith(".") or any(one.startswith(".") for one in file.parts[1:-1])


def _of_check(file: StyleFile) -> Iterator[Taken | LeftOut]:
    style = file.parts[-2] if len(file.parts) > 1 else "vale"
    called = f"{style}.{file.parts[-1].rpartition('.')[0]}"
    try:
        check = definition(file.content)
        made = list(rules_of(check, called))
    except CannotTake as error:
        yield LeftOut(file.path, None, called, error.reason)
        return
    for one in made:
        if isinstance(one, CannotTake):
            yield LeftOut(file.path, None, called, one.reason, whole=False)
        else:
            yield Taken(one, file.path, None, one.rule)


def _of_vocabulary(file: StyleFile) -> Iterator[Taken | LeftOut]:
    name = file.parts[-2] if len(file.parts) > 1 else "words"
    kind = file.parts[-1].casefold()
    try:
        text = decode(file.content, file.path).text
    except NotText:
        yield LeftOut(file.path, None, "", "is no text")
        return
    for line, one in vocabulary_rules(text, kind, name):
        if isinstance(one, CannotTake):
            yield LeftOut(file.path, line, "", one.reason)
        else:
            yield Taken(one, file.path, line, one.rule)
    if kind == ACCEPT:
        reason = "other spellings of accepted words are not reported, as Vale.Terms does"
        yield LeftOut(file.path, None, "", reason, whole=False)
