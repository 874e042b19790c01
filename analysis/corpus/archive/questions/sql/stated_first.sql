SELECT article, place
FROM stated
ORDER BY date NULLS LAST, article, place
LIMIT $most
