"""An analysed archive of invented articles, written as ``slant corpus`` does, without networks."""
