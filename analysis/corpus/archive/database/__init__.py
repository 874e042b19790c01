"""The files of an analysed archive, and the DuckDB database that answers from them."""
