SELECT article, sentence, "start", voice
FROM read_parquet($files)
WHERE list_contains($articles::BIGINT[], article)
ORDER BY article, sentence
