"""Which of the blocks that a page shows are its article."""
