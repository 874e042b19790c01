SELECT
    name, voice::VARCHAR AS voice,
    count(*) AS articles,
    sum(scored)::BIGINT AS sentences,
    sum(amount) / sum(scored) AS value,
    quantile_cont(amount / scored, [0.05, 0.25, 0.5, 0.75, 0.95]) AS quantiles
FROM of_groups
GROUP BY name, size, voice
ORDER BY size DESC, name, of_groups.voice
