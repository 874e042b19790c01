SELECT
    month,
    coalesce(sum(places), 0)::BIGINT AS places,
    count(places) AS articles,
    count(*) AS of_all
FROM chosen($outlet, $author, $section, $topic, $first, $last, $once)
LEFT JOIN (
    SELECT unnest($articles::BIGINT[]) AS article, unnest($places::BIGINT[]) AS places
) AS found USING (article)
GROUP BY month
