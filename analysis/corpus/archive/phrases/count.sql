-- How often the chosen articles have a phrase. unsure: two places of it may share a border, which
-- is counted by its text then.
SELECT
    article,
    len(regexp_extract_all(text, $pattern)) AS places,
    CASE WHEN $whole THEN regexp_matches(text, $twice) ELSE false END AS unsure
FROM read_parquet($files)
SEMI JOIN chosen($outlet, $author, $section, $topic, $first, $last, $once) USING (article)
WHERE regexp_matches(text, $pattern)
ORDER BY article
