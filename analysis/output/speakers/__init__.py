"""Who speaks in an article: counts, names beside the text, voices switched on and off."""
