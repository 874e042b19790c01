"""House rules beside the text: what they found, which are in use, and a place to load some."""
