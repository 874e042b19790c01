(SELECT article, sentence AS place, rank FROM counted ORDER BY rank, article, place LIMIT $most)
UNION
(SELECT article, sentence AS place, rank FROM counted ORDER BY rank DESC, article, place LIMIT $least)
ORDER BY rank, article, place
