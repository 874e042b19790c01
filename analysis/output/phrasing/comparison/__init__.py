"""The sentences that are said about a comparison."""
