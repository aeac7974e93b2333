-- Why somebody found an answer no good; null when nobody said.
ALTER TABLE feedback ADD COLUMN reason TEXT CHECK (reason IN ('wrong', 'outdated', 'incomplete', 'not what I asked'));

-- The earlier question that this one went on with, so that it can be asked again alone.
ALTER TABLE answers ADD COLUMN carried TEXT;
-- What was offered below: more on the question, and further questions as a JSON array.
ALTER TABLE answers ADD COLUMN has_more INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answers ADD COLUMN suggestions TEXT;
ALTER TABLE answers ADD COLUMN origin TEXT NOT NULL DEFAULT 'question' CHECK (origin IN ('question', 'suggestion', 'more'));
