-- One row per statement of the chosen articles: its pieces have the same number, and are said by the
-- same speaker with the same verb.
CREATE TEMP TABLE said AS
WITH pieces AS (
    SELECT
        article, statement,
        CASE $column WHEN 'speaker' THEN speaker ELSE verb END AS name,
        CASE $column WHEN 'speaker' THEN '' ELSE manner END AS manner
    FROM read_parquet($files)
)
SELECT
    article, statement,
    any_value(month) AS month, any_value(name) AS name, any_value(manner) AS manner
FROM pieces
JOIN chosen($outlet, $author, $section, $topic, $first, $last, $once) USING (article)
GROUP BY article, statement
