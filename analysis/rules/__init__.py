"""House rules: what a newsroom wants said otherwise, found in articles."""
