SELECT article, text, outlet, date, title
FROM read_parquet($files)
WHERE list_contains($articles::BIGINT[], article)
ORDER BY article
