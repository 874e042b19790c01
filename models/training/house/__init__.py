"""What a house makes of its decisions beyond a fit: vectors of words, and a release of its own."""
