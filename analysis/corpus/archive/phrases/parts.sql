SELECT DISTINCT part
FROM chosen($outlet, $author, $section, $topic, $first, $last, $once)
