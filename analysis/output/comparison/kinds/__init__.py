"""The kinds of findings of a comparison, and how each is made of its frame."""
