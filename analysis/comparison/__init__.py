"""Comparison of two analysed articles."""
