-- What questions are answered from without reading files.

-- One row an article, without its text. part: the place of its partition among the finished ones.
-- block: a random block of articles, for the intervals of large groups.
CREATE TABLE known (
    article BIGINT, part INTEGER,
    outlet VARCHAR, author VARCHAR, section VARCHAR, topic VARCHAR,
    date TIMESTAMP, month VARCHAR, block SMALLINT, kept BOOLEAN
);

-- What is counted of each voice that an article has a scored sentence in.
CREATE TABLE voices (
    article BIGINT, voice ENUM ('outlet', 'quoted', 'reported', 'mixed'),
    scored BIGINT, loaded BIGINT, negative BIGINT, positive BIGINT, tone_sum DOUBLE
);

CREATE TABLE duplicates (article BIGINT, kept BOOLEAN);

-- The articles that a choice leaves (analysis.corpus.archive.frames.Chosen).
CREATE MACRO chosen(outlets, authors, sections, topics, first, last, once) AS TABLE
SELECT article, part, outlet, author, section, topic, date, month, block
FROM known
WHERE (len(outlets::VARCHAR[]) = 0 OR list_contains(outlets::VARCHAR[], outlet))
    AND (len(authors::VARCHAR[]) = 0 OR list_contains(authors::VARCHAR[], author))
    AND (len(sections::VARCHAR[]) = 0 OR list_contains(sections::VARCHAR[], section))
    AND (len(topics::VARCHAR[]) = 0 OR list_contains(topics::VARCHAR[], topic))
    AND (first = '' OR month >= first)
    AND (last = '' OR (month <= last AND month <> ''))
    AND (kept OR NOT once);

-- The value of a grouping that an article has; the name of the grouping is bound.
CREATE MACRO value_of(grouping, outlet, author, section, topic, month) AS
CASE grouping
    WHEN 'outlet' THEN outlet
    WHEN 'author' THEN author
    WHEN 'section' THEN section
    WHEN 'topic' THEN topic
    ELSE month
END;
