"""From bytes to characters: wide encodings, stray bytes, and text that was decoded wrongly."""
