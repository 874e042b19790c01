"""Statements: quotations and attributions joined."""
