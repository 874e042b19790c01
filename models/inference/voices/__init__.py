"""The second network: names, attributions and pairs of sentences about the same fact."""
