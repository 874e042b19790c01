"""Training of slant-voices: names, attributions, pairs of sentences about the same fact."""
