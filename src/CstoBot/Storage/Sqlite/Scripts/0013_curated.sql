-- Answers that moderators approved or wrote and kept for those who ask the same. Times are Unix milliseconds. An id is never used again.
CREATE TABLE curated (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    -- NULL: imported. The case may be gone by now.
    case_id    INTEGER,
    question   TEXT    NOT NULL,
    carried    TEXT,
    language   TEXT    NOT NULL,
    content_id INTEGER NOT NULL REFERENCES answer_contents (id),
    -- What it cites: a JSON array of the documents' names with the hashes of the passages.
    cited      TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('Active', 'Suspended', 'Retired')),
    by_id      INTEGER NOT NULL,
    by_name    TEXT    NOT NULL,
    kept_at    INTEGER NOT NULL,
    -- When it was suspended or retired, and by whom; NULL while active, and where nobody did it.
    ended_at   INTEGER,
    ended_by   INTEGER
);

CREATE INDEX curated_by_state ON curated (state, id);
CREATE INDEX curated_by_case ON curated (case_id);
CREATE INDEX curated_by_content ON curated (content_id);

-- Rises with every change, so that whoever keeps them in memory sees when to read them anew.
CREATE TABLE curated_version (version INTEGER NOT NULL);
INSERT INTO curated_version VALUES (0);
