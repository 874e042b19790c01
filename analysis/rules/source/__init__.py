"""A file that is checked: its prose without the marks, and the way back to its lines."""
