INSERT INTO duplicates
SELECT article, kept FROM read_parquet($files)
