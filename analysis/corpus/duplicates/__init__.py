"""Near-duplicates: wire copy and updates of one article."""
