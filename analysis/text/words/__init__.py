"""Words: a text without the marks that split them, English words, and what is no word."""
