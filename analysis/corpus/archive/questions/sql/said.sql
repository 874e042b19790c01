-- One row per statement of the chosen articles: its pieces have the same number.
CREATE TEMP TABLE said AS
WITH pieces AS (
    SELECT
        article, statement,
        CASE $column WHEN 'speaker' THEN speaker ELSE verb END AS name,
        CASE $column WHEN 'speaker' THEN '' ELSE manner END AS manner
    FROM read_parquet($files)
)
SELECT article, statement, month, min(name) AS name, min(manner) AS manner
FROM pieces
JOIN chosen($outlet, $author, $section, $topic, $first, $last, $once) USING (article)
GROUP BY article, statement, month
