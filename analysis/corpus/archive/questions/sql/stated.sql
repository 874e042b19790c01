-- The statements of one speaker, or with one verb of saying: their pieces have the same number.
CREATE TEMP TABLE stated AS
SELECT article, statement, min("start") AS place, min(date) AS date
FROM read_parquet($files)
JOIN chosen($outlet, $author, $section, $topic, $first, $last, $once) USING (article)
WHERE CASE $column WHEN 'speaker' THEN speaker ELSE verb END = $name
    AND ($month = '' OR month = $month)
GROUP BY article, statement
