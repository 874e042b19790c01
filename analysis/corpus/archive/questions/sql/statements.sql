-- The pieces of statements that begin at these places, from the files that hold them.
SELECT
    statements.article, statement, sentence, "start", "end", text, form, speaker, verb, manner,
    articles.outlet, articles.date, articles.title
FROM read_parquet($statements) AS statements
JOIN (
    SELECT unnest($numbers::BIGINT[]) AS article, unnest($places::BIGINT[]) AS "start",
        generate_subscripts($numbers::BIGINT[], 1) AS nth
) AS wanted USING (article, "start")
JOIN (SELECT article, outlet, date, title FROM read_parquet($articles)) AS articles USING (article)
WHERE CASE $column WHEN 'speaker' THEN speaker ELSE verb END = $name
ORDER BY nth
