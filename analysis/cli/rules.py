"""``slant rules``: check files of house rules, bring in those of other tools, try drafts."""

from __future__ import annotations

import argparse
import os
import re
import shutil
from typing import TYPE_CHECKING

from analysis.cli.output import fail, say, to_file, to_standard_output
from analysis.errors import SlantError

if TYPE_CHECKING:
    from analysis.rules.files.other_tools.imported import Imported
    from analysis.rules.rule import RuleSet

HELP = "Check files of house rules, bring in rules of other tools, and try drafts on an archive."

_CHECK = "Check files of rules, and list all that is wrong with them."
_IMPORT = "Bring in the rules of Vale or Typerighter, as a CSV file of rules."
_TRY = "Try rules on an archive of articles: how often they report something, and where."

_VOICES = ("outlet", "reported", "quoted")
_FIELDS = ("text", "title", "section", "id")
_EXAMPLES = 5
_WIDE = 100
_NEUTRAL = (
    "The council met on Tuesday evening and decided to close the old pool in June this year. "
    "Nobody spoke against it, and the vote took less than ten minutes."
)
"""Plain sentences, of which no rule should find most words."""

_LIKE_AN_EXPRESSION = re.compile(r"\\[A-Za-z]|\.[*+]|\(\?|\w\*(?![\w*])")
"""Signs that have a meaning in regular expressions alone, as in ``\\bmob``, ``mob.*``, ``mob*``."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``slant rules`` takes: a command of its own."""
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", parser_class=type(parser), required=True
    )
    check = commands.add_parser("check", help=_CHECK, description=_CHECK, epilog=parser.epilog)
    check.add_argument(
        "files", metavar="FILE", nargs="+", help="a CSV file of rules, or a folder of such files"
    )
    check.set_defaults(run_rules=_check)

    bring = commands.add_parser("import", help=_IMPORT, description=_IMPORT, epilog=parser.epilog)
    bring.add_argument(
        "source",
        metavar="SOURCE",
        help="a folder or zip archive of Vale styles, one of their files, or a CSV or JSON file "
        "of Typerighter",
    )
    bring.add_argument(
        "-o", "--output", metavar="FILE", help="write the rules to FILE, a new one, in UTF-8"
    )
    bring.add_argument(
        "--replace", action="store_true", help="write to FILE also where there is one already"
    )
    bring.add_argument(
        "--voices",
        metavar="VOICE,…",
        type=_voices,
        default=("outlet",),
        help="whose words the rules are about: outlet (its own, unless given), reported, quoted, "
        "or several of these",
    )
    bring.add_argument(
        "--draft", action="store_true", help="make all of them drafts, to be tried first"
    )
    bring.add_argument(
        "--left-out",
        metavar="FILE",
        help="list what was left out in FILE, as CSV, and not on standard error",
    )
    bring.set_defaults(run_rules=_import)

    attempt = commands.add_parser("try", help=_TRY, description=_TRY, epilog=parser.epilog)
    attempt.add_argument(
        "file", metavar="FILE", help="a CSV file of rules, or a folder of such files"
    )
    attempt.add_argument(
        "--archive",
        metavar="ARCHIVE",
        required=True,
        help="the articles: a file .parquet, .csv or .jsonl, or a folder with a file for each",
    )
    attempt.add_argument(
        "--rule",
        metavar="ID",
        nargs="+",
        action="extend",
        help="try these rules, drafts or live; without it, all drafts",
    )
    attempt.add_argument("--all", action="store_true", help="try all rules, drafts and live ones")
    attempt.add_argument(
        "--column",
        metavar="NAME=COLUMN",
        type=_column,
        action="append",
        default=[],
        help="which column holds the text, the title, the section or the id, as in text=content; "
        "unless given, the column of that name",
    )
    attempt.add_argument(
        "--examples",
        metavar="N",
        type=_number,
        default=_EXAMPLES,
        help=f"examples of each rule, chosen by chance; {_EXAMPLES} unless given",
    )
    attempt.add_argument(
        "--seed", metavar="N", type=_number, default=1, help="choose other examples"
    )
    attempt.add_argument(
        "-o", "--output", metavar="FILE", help="write the figures to FILE, as CSV, too"
    )
    attempt.set_defaults(run_rules=_try)


def run(options: argparse.Namespace) -> int:
    """Run the command of ``slant rules``; returns 0, or 2 where something is wrong with the rules.
    Raises SlantError."""
    status: int = options.run_rules(options)
    return status


def _voices(given: str) -> tuple[str, ...]:
    voices = tuple(dict.fromkeys(one.strip().casefold() for one in given.split(",")))
    for one in voices:
        if one not in _VOICES:
            raise argparse.ArgumentTypeError(
                f"{one} is no voice: give one or more of {', '.join(_VOICES)}, with commas between"
            )
    return voices


def _column(given: str) -> tuple[str, str]:
    name, sign, column = given.partition("=")
    if not sign or name not in _FIELDS or not column:
        raise argparse.ArgumentTypeError(
            f"{given} names no column: write one of {', '.join(_FIELDS)}, = and the column, as in "
            "text=content"
        )
    return name, column


def _number(given: str) -> int:
    if not (given.isascii() and given.isdecimal() and len(given) <= 4):
        raise argparse.ArgumentTypeError(f"{given} is no number: give one from 0 to 9999")
    return int(given)


def _check(options: argparse.Namespace) -> int:
    from analysis.output.rules_tried import rules_summary
    from analysis.rules.errors import BadRules
    from analysis.rules.files.rule_files import read_rules

    status = 0
    lines = []
    for name in options.files:
        try:
            rules = read_rules(name)
        except BadRules as error:
            for problem in error.problems:
                status = fail(problem.message)
            continue
        except SlantError as error:
            status = fail(error.message)
            continue
        lines.append(f"{name}: {rules_summary(rules)}\n")
        for note in _worth_a_look(rules):
            say(f"{name}: {note}")
    to_standard_output("".join(lines))
    return status


def _worth_a_look(rules: RuleSet) -> list[str]:
    """Return sentences on rules that can be used and would still annoy."""
    from analysis.rules.matching.matcher import matcher

    asked = [rule for rule in rules.rules if rule.kind != "accept"]
    notes = []
    silent = [rule.rule for rule in asked if not rule.message]
    if silent:
        first = ", ".join(silent[:3]) + (" …" if len(silent) > 3 else "")
        said = "1 rule has" if len(silent) == 1 else f"{len(silent):,} rules have"
        notes.append(f"{said} no message, and editors would not see why: {first}.")
    notes += [
        f"{rule.rule} looks like a regular expression and is taken word for word: write regex as "
        "its kind."
        for rule in asked
        if rule.kind != "regex" and _LIKE_AN_EXPRESSION.search(rule.pattern)
    ]
    notes += [
        f"{rule.rule} looks for one phrase with | in it: write words as its kind if | stands "
        "between several."
        for rule in asked
        if rule.kind == "phrase" and "|" in rule.pattern
    ]
    found: dict[str, int] = {}
    for match in matcher(rules).matches(_NEUTRAL).found:
        length = sum(map(str.isalnum, _NEUTRAL[match.start : match.end]))
        found[match.rule.rule] = found.get(match.rule.rule, 0) + length
    letters = sum(map(str.isalnum, _NEUTRAL))
    for rule in asked:
        if not rule.most and found.get(rule.rule, 0) > letters / 2:
            notes.append(f"{rule.rule} finds most words of plain sentences: narrow its pattern.")
    return notes


def _import(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from analysis.output.phrasing.numerals import counted
    from analysis.rules.files.other_tools.reading import read_other
    from analysis.rules.files.rule_files import rules_to_csv
    from analysis.rules.rule import RuleSet

    output = options.output
    if output and not options.replace and os.path.exists(output):
        return fail(f"{output} exists: give a new file with -o, or add --replace to write it anew.")
    imported = read_other(options.source, options.voices)
    rules = imported.rules
    if options.draft:
        drafts = [
            one if one.kind == "accept" else replace(one, state="draft") for one in rules.rules
        ]
        rules = RuleSet(tuple(drafts), rules.name)
    if options.left_out:
        to_file(options.left_out, _left_out_csv(imported), [options.source])
    else:
        for one in imported.left_out:
            part = "left out" if one.whole else "in part"
            say(f"{part}: {one.where}: {one.reason}")
    if not rules.rules:
        return fail(f"{options.source}: no rule could be taken.")
    written = rules_to_csv(rules).encode()
    if output:
        to_file(output, written, [options.source])
    else:
        to_standard_output(written)
    whole = sum(one.whole for one in imported.left_out)
    quotations = (
        ""
        if "quoted" in options.voices
        else "; quotations are left alone (--voices outlet,reported,quoted looks there too)"
    )
    say(f"{counted(len(rules.rules), 'rule')} taken, {whole:,} left out{quotations}.")
    return 0


def _left_out_csv(imported: Imported) -> str:
    import csv
    import io

    from analysis.text.formulas import escape_formula

    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(["file", "line", "rule", "whole", "reason"])
    for one in imported.left_out:
        line = "" if one.line is None else one.line
        whole = "yes" if one.whole else "no"
        texts = [escape_formula(text) for text in (one.file, one.rule, one.reason)]
        writer.writerow([texts[0], line, texts[1], whole, texts[2]])
    return table.getvalue()


def _try(options: argparse.Namespace) -> int:
    from analysis.output.export import to_csv
    from analysis.output.rules_tried import readable_trial
    from analysis.rules.files.rule_files import read_rules
    from analysis.rules.trial.archive import Archive
    from analysis.rules.trial.trying import NEARLY_ALL, try_rules
    from analysis.rules.trial.workers import available_processes

    rules = read_rules(options.file)
    chosen = _chosen(rules, options)
    if isinstance(chosen, str):
        return fail(chosen)
    archive = Archive(options.archive, dict(options.column))
    trial = try_rules(
        rules,
        archive,
        chosen,
        examples=options.examples,
        seed=options.seed,
        processes=available_processes(),
    )
    if archive.skipped:
        names = ", ".join(archive.skipped_names) + (" …" if archive.skipped > 3 else "")
        say(f"{options.archive}: {archive.skipped:,} could not be read as articles: {names}")
    if options.output:
        to_file(options.output, to_csv(trial.rules), [options.file, options.archive])
    width = shutil.get_terminal_size((_WIDE, 0)).columns
    to_standard_output(readable_trial(trial, options.archive, width, NEARLY_ALL))
    return 0


def _chosen(rules: RuleSet, options: argparse.Namespace) -> list[str] | str:
    """Return the ids of the rules to try, or what to say where there are none."""
    from difflib import get_close_matches

    there = [rule.rule for rule in rules.rules if rule.kind != "accept"]
    if options.rule:
        for one in options.rule:
            if one not in there:
                near = get_close_matches(one, there, 1)
                meant = f": did you mean {near[0]}?" if near else ": check its id."
                return f"{options.file} has no rule {one} that finds anything{meant}"
        return list(options.rule)
    if options.all:
        return there
    drafts = [rule.rule for rule in rules.rules if rule.state == "draft" and rule.rule in there]
    if drafts:
        return drafts
    return f"{options.file} has no drafts: name the rules to try with --rule ID, or add --all."
