"""Paragraphs and sentences of a text, as offsets."""
