"""Tables as they are stored: bytes, lines, elements of a list, ways of writing CSV."""
