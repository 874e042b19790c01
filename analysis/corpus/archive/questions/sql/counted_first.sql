(SELECT article, sentence, rank FROM counted ORDER BY rank, article, sentence LIMIT $most)
UNION
(SELECT article, sentence, rank FROM counted ORDER BY rank DESC, article, sentence LIMIT $least)
ORDER BY rank, article, sentence
