SELECT model, model_version, count(*) AS articles, sum(sentences)::BIGINT AS sentences
FROM read_parquet($files)
GROUP BY model, model_version
ORDER BY articles DESC, model, model_version
