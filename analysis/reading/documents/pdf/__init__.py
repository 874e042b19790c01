"""PDF documents: text operators, columns, margins and paragraphs to an article."""
