"""What a page shows: its tree without hidden parts, and its blocks."""
