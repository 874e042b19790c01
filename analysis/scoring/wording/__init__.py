"""Plainer wordings for loaded words."""
