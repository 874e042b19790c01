"""Comparison of two or more analysed articles on one event."""
