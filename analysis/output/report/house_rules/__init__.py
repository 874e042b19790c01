"""House rules in the report: their marks in the text, and the section of what they found."""
