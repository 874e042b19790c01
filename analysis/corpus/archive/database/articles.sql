INSERT INTO known
SELECT
    given.article, given.part, given.outlet, given.author, given.section, given.topic, given.date,
    coalesce(strftime(given.date, '%Y-%m'), ''),
    hash(given.article) % 512,
    coalesce(duplicates.kept, true)
FROM (
    SELECT article, file_index AS part, outlet, author, section, topic, date
    FROM read_parquet($files)
) AS given
LEFT JOIN duplicates USING (article)
ORDER BY given.article
