"""The evaluation of slant-voices: names, attributions, pairs of sentences with the same fact."""
