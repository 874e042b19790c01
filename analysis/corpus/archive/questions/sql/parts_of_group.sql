SELECT DISTINCT part
FROM chosen($outlet, $author, $section, $topic, $first, $last, $once)
WHERE value_of($grouping, outlet, author, section, topic, month) = $group
