"""Who says what: names, statements and their speakers, and the voice of each sentence."""
