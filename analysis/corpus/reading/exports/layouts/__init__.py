"""The layouts in which press databases export articles: lines in, articles out."""
