SELECT article, text, outlet, date, title
FROM read_parquet($files) SEMI JOIN (SELECT unnest($articles::BIGINT[]) AS article) USING (article)
ORDER BY article
