-- One row per article of a large group and voice it has scored sentences in, with the measure.
CREATE TEMP TABLE of_groups AS
WITH
valued AS (
    SELECT article, block, value_of($grouping, outlet, author, section, topic, month) AS name
    FROM chosen($outlet, $author, $section, $topic, $first, $last, $once)
),
largest AS (
    SELECT name, count(*) AS size
    FROM valued
    GROUP BY name
    ORDER BY size DESC, name
    LIMIT $most
)
SELECT
    name, size, voice, article, block, scored,
    CASE $measure
        WHEN 'tone' THEN tone_sum
        WHEN 'loaded' THEN loaded
        WHEN 'negative' THEN negative
        ELSE positive
    END::DOUBLE AS amount
FROM valued JOIN largest USING (name) JOIN voices USING (article)
