"""Turn the strings of PDF pages into paragraphs: lines, columns, margins, notes, hyphens."""
