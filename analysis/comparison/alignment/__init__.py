"""Which sentences of two articles tell the same fact."""
