"""Quotations, and the voice of each sentence: the outlet's own, quoted or mixed."""
