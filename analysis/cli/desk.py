"""``slant desk``: what is done to a newsroom's desk from the command line, by ``store/cli``."""

from __future__ import annotations

import argparse
from importlib import import_module
from types import ModuleType

HELP = "Look after a newsroom's desk: backups, articles, exports, editors."

COMMANDS = "store.cli.commands"
"""The module with the commands, by name: what analyses articles imports nothing of what keeps
them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``slant desk`` takes: commands of its own."""
    _commands().add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Run a command of ``slant desk``; return its exit status. Raises SlantError."""
    status: int = _commands().run(options)
    return status


def _commands() -> ModuleType:
    return import_module(COMMANDS)
