SELECT month, count(*) AS of_all FROM said GROUP BY month
