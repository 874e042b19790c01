"""Read articles from PDF documents: text operators, columns, headers and footers, paragraphs."""
