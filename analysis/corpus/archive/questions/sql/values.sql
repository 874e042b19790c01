SELECT value_of($grouping, outlet, author, section, topic, month) AS value, count(*) AS articles
FROM chosen($outlet, $author, $section, $topic, $first, $last, $once)
GROUP BY value
ORDER BY articles DESC, value
