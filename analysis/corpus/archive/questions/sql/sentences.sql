-- The sentences with these numbers, from the files that hold them.
SELECT
    sentences.article, sentence, "start", "end", text, voice, speaker, loaded_probability, loaded, tone,
    tone_label,
    articles.outlet, articles.date, articles.title
FROM read_parquet($sentences) AS sentences
JOIN (
    SELECT unnest($numbers::BIGINT[]) AS article, unnest($places::BIGINT[]) AS sentence,
        generate_subscripts($numbers::BIGINT[], 1) AS nth
) AS wanted USING (article, sentence)
JOIN (SELECT article, outlet, date, title FROM read_parquet($articles)) AS articles USING (article)
ORDER BY nth
