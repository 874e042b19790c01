"""What one browser session has open and selected, and its address."""
