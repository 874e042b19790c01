SELECT article, sentence, "start", voice
FROM read_parquet($files) SEMI JOIN (SELECT unnest($articles::BIGINT[]) AS article) USING (article)
ORDER BY article, sentence
