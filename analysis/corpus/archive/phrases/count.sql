-- How often the chosen articles have a phrase. $counted is $pattern, or for whole words $pattern with
-- what stands beside it. unsure: two places may need the same character beside them, which is
-- counted by the text itself then.
WITH counts AS (
    SELECT
        article,
        len(regexp_extract_all(text, $counted)) AS places,
        CASE WHEN $whole THEN regexp_matches(text, $twice) ELSE false END AS unsure
    FROM read_parquet($files)
    SEMI JOIN chosen($outlet, $author, $section, $topic, $first, $last, $once) USING (article)
    WHERE regexp_matches(text, $pattern)
)
SELECT article, places, unsure
FROM counts
WHERE places > 0
ORDER BY article
