"""Whose words: the switch of voices, the speakers of an article, and the names in it."""
