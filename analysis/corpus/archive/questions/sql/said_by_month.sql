WITH largest AS (
    SELECT name FROM said WHERE name <> '' GROUP BY name ORDER BY count(*) DESC, name LIMIT $most
)
SELECT month, name, count(*) AS statements, count(DISTINCT article) AS articles
FROM said JOIN largest USING (name)
GROUP BY month, name
