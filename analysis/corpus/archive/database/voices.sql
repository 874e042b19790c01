INSERT INTO voices
SELECT article, voice, scored, loaded, negative, positive, tone_sum
FROM read_parquet($files)
WHERE scored > 0
ORDER BY article, voice
