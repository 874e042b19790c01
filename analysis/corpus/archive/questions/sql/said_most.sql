SELECT name, count(*) AS statements, mode(manner) AS manner
FROM said
WHERE name <> ''
GROUP BY name
ORDER BY statements DESC, name
LIMIT $most
