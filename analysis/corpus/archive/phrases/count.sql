-- How often the chosen articles have a phrase, by $pattern, or by $usual_pattern where a text has none
-- of the $rivals; $counted is the same, or for whole words the pattern with what stands beside it.
-- unsure: two places may need the same character beside them, which is counted by the text itself.
WITH
texts AS (
    SELECT article, text, len(list_filter($rivals::VARCHAR[], lambda one: contains(text, one))) > 0
        AS rare
    FROM read_parquet($files)
    SEMI JOIN chosen($outlet, $author, $section, $topic, $first, $last, $once) USING (article)
),
having_it AS (
    SELECT article, text, rare
    FROM texts
    WHERE CASE
        WHEN rare THEN regexp_matches(text, $pattern)
        ELSE regexp_matches(text, $usual_pattern)
    END
),
counts AS (
    SELECT
        article,
        CASE
            WHEN rare THEN len(regexp_extract_all(text, $counted))
            ELSE len(regexp_extract_all(text, $usual_counted))
        END AS places,
        CASE
            WHEN NOT $whole THEN false
            WHEN rare THEN regexp_matches(text, $twice)
            ELSE regexp_matches(text, $usual_twice)
        END AS unsure
    FROM having_it
)
SELECT article, places, unsure
FROM counts
WHERE places > 0
ORDER BY article
