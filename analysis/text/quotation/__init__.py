"""Quotations of a text, and whose voice each sentence is in."""
