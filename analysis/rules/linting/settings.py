"""``.slant.toml``: what is set for the files of a folder and of the folders below it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import SlantError
from analysis.rules.rule import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS_FILE = ".slant.toml"

NEVER = "never"
FAIL_ON = (*SEVERITIES, NEVER)
"""From which severity of a house rule on a run fails."""

MAX_SETTINGS_BYTES = 1024 * 1024
"""A file of settings has some lines; what is larger is another file."""


class BadSettings(SlantError):
    """A file of settings cannot be used. ``name`` is the file, ``problem`` completes “FILE …” and
    says what to do."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}.")
        self.name = name


@dataclass(frozen=True)
class Override:
    """What is set otherwise for files that ``files`` name (globs, as in ``.gitignore``).

    ``ignore`` adds to the settings' own; None leaves a setting as it is.
    """

    files: tuple[str, ...]
    section: str | None = None
    model: bool | None = None
    min_severity: str | None = None
    fail_on: str | None = None
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """What linting is set to, of a file of settings or by default.

    ``folder`` is what globs are relative to: that of the file. ``rules`` are files or
    folders of rules, None if nothing is said of them; ``baseline`` is a file or None; both are full
    paths. ``exclude`` are globs of files that are left out when a folder or a glob is given.
    """

    folder: Path
    rules: tuple[Path, ...] | None = None
    fail_on: str = "error"
    min_severity: str = "note"
    baseline: Path | None = None
    section: str = ""
    model: bool = True
    ignore: frozenset[str] = frozenset()
    exclude: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = field(default=())

    def relative(self, path: str) -> str:
        """Return a file's path relative to ``folder``, with ``/``: what globs are compared with."""
        return relative_to(path, self.folder)

    def of(self, path: str) -> Settings:
        """Return the settings of one file: with the overrides that name it, the last first."""
        own = self
        for one in self.overrides:
            if matches(one.files, self.relative(path)):
                given = {
                    name: value
                    for name in ("section", "model", "min_severity", "fail_on")
                    if (value := getattr(one, name)) is not None
                }
                own = replace(own, **given, ignore=own.ignore | set(one.ignore))
        return own

    def excludes(self, path: str) -> bool:
        """Say whether a file that was found in a folder or by a glob is to be left out."""
        return matches(self.exclude, self.relative(path))


def relative_to(path: str, folder: Path) -> str:
    """Return ``path`` relative to ``folder``, with ``/`` and ``..`` where needed."""
    return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))).as_posix()


def matches(globs: tuple[str, ...], path: str) -> bool:
    """Say whether a path is named by one of ``globs``, read as lines of a ``.gitignore``."""
    if not globs:
        return False
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs).match_file(path)


def settings_file(path: str) -> Path | None:
    """Return the file of settings for the file ``path``: in its folder or in the nearest above it.

    The search ends at the top of a repository (a folder that holds ``.git``), so that what lies
    above somebody's repository does not change how it is linted.
    """
    folder = Path(os.path.realpath(path)).parent
    for one in (folder, *folder.parents):
        if (one / SETTINGS_FILE).is_file():
            return one / SETTINGS_FILE
        if (one / ".git").exists():
            return None
    return None


def default_settings(path: str) -> Settings:
    """Return the settings of a file for which nothing is set: relative to the top of its
    repository, or else to the folder that slant was started in."""
    folder = Path(os.path.realpath(path)).parent
    tops = (one for one in (folder, *folder.parents) if (one / ".git").exists())
    return Settings(next(tops, Path.cwd()))


def read_settings(path: str | Path, folder: Path | None = None) -> Settings:
    """Read a file of settings, whose globs are relative to ``folder``, by default its own.

    Raises BadSettings, which names what is unknown or of a wrong kind.
    """
    import tomllib

    name = str(path)
    try:
        with open(path, "rb") as file:
            content = file.read(MAX_SETTINGS_BYTES + 1)
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error}): check the file's name"
        raise BadSettings(name, problem) from None
    if len(content) > MAX_SETTINGS_BYTES:
        raise BadSettings(name, "is no file of settings (it has more than 1 MB): give another file")
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadSettings(name, "is not UTF-8: save it as that") from None
    except tomllib.TOMLDecodeError as error:
        said = " ".join(str(error).split())
        raise BadSettings(name, f"is not TOML ({said}): mend that line") from None
    own = Path(os.path.realpath(path)).parent
    return Settings(folder or own, **_read(table, _KEYS, name, own))


def _read(
    table: dict[str, Any], keys: dict[str, _Reader], name: str, folder: Path
) -> dict[str, Any]:
    """Return the values of a table under the names that ``Settings`` has for them."""
    unknown = sorted(set(table) - set(keys))
    if unknown:
        known = ", ".join(keys)
        raise BadSettings(name, f"has the unknown setting {unknown[0]!r}: take one of {known}")
    return {
        key.replace("-", "_"): keys[key](value, f"{key} in it", name, folder)
        for key, value in table.items()
    }


def _text(value: Any, key: str, name: str, _: Path) -> str:
    if not isinstance(value, str):
        raise BadSettings(name, f"{key} is no text: put it in quotation marks")
    return value


def _switch(value: Any, key: str, name: str, _: Path) -> bool:
    if not isinstance(value, bool):
        raise BadSettings(name, f"{key} is neither true nor false: write one of these")
    return value


def _texts(value: Any, key: str, name: str, _: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadSettings(name, f'{key} is no list of texts: write it as ["one", "two"]')
    return tuple(value)


def _globs(value: Any, key: str, name: str, folder: Path) -> tuple[str, ...]:
    globs = _texts(value, key, name, folder)
    try:
        matches(globs, "a")
    except ValueError:
        raise BadSettings(
            name, f"{key} has a pattern that cannot be read: write it as in a .gitignore"
        ) from None
    return globs


def _names(value: Any, key: str, name: str, folder: Path) -> frozenset[str]:
    return frozenset(_texts(value, key, name, folder))


def _path(value: Any, key: str, name: str, folder: Path) -> Path:
    text = _text(value, key, name, folder)
    if not text or "\0" in text:
        raise BadSettings(name, f"{key} is no file's name: give one, relative to this file")
    return folder / text


def _paths(value: Any, key: str, name: str, folder: Path) -> tuple[Path, ...]:
    return tuple(_path(one, key, name, folder) for one in _texts(value, key, name, folder))


def _one_of(choices: tuple[str, ...]) -> _Reader:
    def read(value: Any, key: str, name: str, _: Path) -> str:
        if value not in choices:
            raise BadSettings(name, f"{key} is {value!r}: take one of {', '.join(choices)}")
        return str(value)

    return read


def _overrides(value: Any, key: str, name: str, folder: Path) -> tuple[Override, ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise BadSettings(name, "overrides in it are no tables: begin each with [[overrides]]")
    found = []
    for one in value:
        if not one.get("files"):
            raise BadSettings(
                name, 'an override in it names no files: add files = ["opinion/**"] or the like'
            )
        found.append(Override(**_read(one, _OVERRIDE_KEYS, name, folder)))
    return tuple(found)


if TYPE_CHECKING:
    _Reader = Callable[[Any, str, str, Path], Any]

_KEYS: dict[str, _Reader] = {
    "rules": _paths,
    "fail-on": _one_of(FAIL_ON),
    "min-severity": _one_of(SEVERITIES),
    "baseline": _path,
    "section": _text,
    "model": _switch,
    "ignore": _names,
    "exclude": _globs,
    "overrides": _overrides,
}
_OVERRIDE_KEYS: dict[str, _Reader] = {
    "files": _globs,
    "section": _text,
    "model": _switch,
    "min-severity": _one_of(SEVERITIES),
    "fail-on": _one_of(FAIL_ON),
    "ignore": _texts,
}
