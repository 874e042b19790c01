-- What intervals are drawn from: single articles, or blocks of them where there are many.
WITH sizes AS (
    SELECT name, voice, count(*) > $exact AS many FROM of_groups GROUP BY name, voice
)
SELECT
    name, voice::VARCHAR AS voice,
    CASE WHEN many THEN block ELSE article END AS unit,
    sum(amount) AS amount,
    sum(scored)::DOUBLE AS scored
FROM of_groups JOIN sizes USING (name, voice)
GROUP BY name, of_groups.voice, unit
ORDER BY name, of_groups.voice, unit
