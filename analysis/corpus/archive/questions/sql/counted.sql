-- The sentences of a group in one voice that a measure counts. rank: what is most of it comes first.
CREATE TEMP TABLE counted AS
WITH of_group AS (
    SELECT article
    FROM chosen($outlet, $author, $section, $topic, $first, $last, $once)
    WHERE value_of($grouping, outlet, author, section, topic, month) = $group
)
SELECT
    article, sentence,
    CASE $measure WHEN 'loaded' THEN -loaded_probability WHEN 'positive' THEN -tone ELSE tone END
        AS rank
FROM read_parquet($files) SEMI JOIN of_group USING (article)
WHERE voice = $voice
    AND part <> 'furniture'
    AND CASE $measure
        WHEN 'loaded' THEN loaded = 'loaded'
        WHEN 'tone' THEN NOT isnan(tone)
        ELSE tone_label = $measure
    END
