SELECT article, first_start
FROM stated
ORDER BY date NULLS LAST, article, first_start
LIMIT $most
