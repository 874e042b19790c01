"""Tables of articles: Parquet, CSV, JSON lines."""
