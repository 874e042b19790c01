"""Read articles from Word documents: the package, styles, paragraphs, tables, what is left out."""
