"""The prose of HTML, with the place of every character in the file."""
