"""Tables of articles: Parquet, CSV, JSON; a row an article."""
