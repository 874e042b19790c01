"""The prose of Markdown, with the place of every character in the file."""
