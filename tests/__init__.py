"""Tests. A package, because textstat installs a package of this name that would hide it."""
