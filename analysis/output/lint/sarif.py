"""Findings as SARIF 2.1.0 (OASIS standard, errata 01), which code hosts and viewers read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from analysis.output.lint.run import (
    BY_BASELINE,
    BY_COMMENT,
    CHECKS,
    Run,
    replaceable,
    shown_records,
    suppressed_records,
)
from analysis.text.characters import encodable
from analysis.version import VERSION

if TYPE_CHECKING:
    from analysis.rules.linting.linted import Linted

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""What relative addresses of files are relative to: the folder that slant was started in."""

FINGERPRINT = "slantFinding/v1"
"""The name of a finding's fingerprint, by which code hosts know it again after changes."""


_TAGS = {"rule": "house-rule", "loaded": "model", "doubting": "model", "ignore": "comment"}


_WHY = {BY_BASELINE: "It is in the baseline.", BY_COMMENT: "A comment in the file ignores it."}


def to_sarif(run: Run) -> str:
    """Return one run as a SARIF log.

    Lines and columns count from 1, columns are code points, ends are exclusive. What was not linted
    and what a notice says stands in the run's invocation. With ``run.suppressed`` the results hold
    what comments and the baseline took away too, marked as suppressed.
    """
    found = list(_found(run))
    checks = list(dict.fromkeys(record["check"] for record, _, _ in found))
    rules = {record["check"]: _rule(record) for record, _, _ in reversed(found)}
    content = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Slant",
                        "semanticVersion": VERSION,
                        "rules": [rules[check] for check in checks],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {
                    ROOT: {"description": {"text": "The folder that slant was started in."}}
                },
                "artifacts": [{"location": _artifact(linted.path)} for linted in run.files],
                "invocations": [_invocation(run)],
                "results": [
                    _result(record, linted, kind, checks.index(record["check"]))
                    for record, linted, kind in found
                ],
            }
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _found(run: Run) -> Iterator[tuple[dict[str, Any], Linted, str]]:
    for linted in run.files:
        for record in shown_records(linted):
            yield record, linted, ""
        if run.suppressed:
            for record, kind in suppressed_records(linted):
                yield record, linted, kind


def _rule(record: dict[str, Any]) -> dict[str, Any]:
    message = CHECKS.get(record["check"]) or record["message"] or record["check"]
    reason = record["reason"] or message
    rule = {
        "id": record["check"],
        "shortDescription": {"text": _text(message)},
        "fullDescription": {"text": _text(reason)},
        "help": {"text": _text(reason)},
        "defaultConfiguration": {"level": record["severity"]},
        "properties": {"tags": [_TAGS[record["kind"]]]},
    }
    return rule | ({"helpUri": record["link"]} if _is_address(record["link"]) else {})


def _result(record: dict[str, Any], linted: Linted, kind: str, number: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": record["check"],
        "ruleIndex": number,
        "level": record["severity"],
        "message": {"text": _text(record["message"] or record["check"])},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(linted.path),
                    "region": _region(record) | {"snippet": {"text": encodable(record["text"])}},
                }
            }
        ],
    }
    if record["fingerprint"]:
        result["partialFingerprints"] = {FINGERPRINT: record["fingerprint"]}
    if replaceable(record, linted):
        result["fixes"] = [_fix(wording, record, linted) for wording in record["plainer"]]
    if kind:
        result["suppressions"] = [{"kind": kind, "justification": _WHY[kind]}]
    return result


def _fix(wording: str, record: dict[str, Any], linted: Linted) -> dict[str, Any]:
    replacement = {
        "deletedRegion": _region(record),
        "insertedContent": {"text": encodable(wording)},
    }
    return {
        "description": {"text": _text(f"Write “{wording}”.")},
        "artifactChanges": [
            {"artifactLocation": _artifact(linted.path), "replacements": [replacement]}
        ],
    }


def _region(record: dict[str, Any]) -> dict[str, int]:
    return {
        "startLine": record["line"],
        "startColumn": record["column"],
        "endLine": record["end_line"],
        "endColumn": record["end_column"],
    }


def _invocation(run: Run) -> dict[str, Any]:
    notes = [_notification("error", one.message, one.path) for one in run.troubles]
    notes += [
        _notification("warning", notice, linted.path)
        for linted in run.files
        for notice in linted.notices
    ]
    return {
        "executionSuccessful": not run.troubles,
        "toolExecutionNotifications": notes,
    }


def _notification(level: str, message: str, path: str | None) -> dict[str, Any]:
    note: dict[str, Any] = {"level": level, "message": {"text": _text(message)}}
    if path is not None:
        note["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(path)}}]
    return note


def _artifact(path: str) -> dict[str, str]:
    """Return a file's address: relative to the folder slant was started in, or whole for a file
    that lies elsewhere."""
    relative = (
        os.path.normpath(os.path.relpath(path)) if os.path.isabs(path) else os.path.normpath(path)
    )
    if relative.split(os.sep)[0] == os.pardir:
        return {"uri": "file://" + _address(os.path.abspath(path))}
    return {"uri": _address(relative), "uriBaseId": ROOT}


def _address(path: str) -> str:
    """Return a path with everything percent-encoded that has a meaning in an address."""
    return quote(os.fsencode(PurePath(path).as_posix()), safe="/")


def _is_address(link: str) -> bool:
    return link.startswith(("https://", "http://")) and quote(link, safe=_IN_ADDRESSES) == link


_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%"


def _text(message: str) -> str:
    """Return a message as SARIF writes plain text: braces are doubled, as single ones hold the
    place of an argument, and nothing becomes a link."""
    return encodable(message).replace("{", "{{").replace("}", "}}").replace("](", "] (")
