-- Subjects that the documents say nothing of, as moderators have seen them. A question that is like one belongs to it. Times are Unix milliseconds.
CREATE TABLE gaps (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    -- What it is about: a JSON object of terms.
    terms      TEXT    NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'Open' CHECK (state IN ('Open', 'Requested', 'OutOfScope', 'Answered')),
    -- The answer to the question it was found by.
    answer_id  INTEGER NOT NULL,
    -- The last to change the state, and when; NULL for nobody yet. 0: the bot.
    marked_by  INTEGER,
    marked_at  INTEGER,
    -- What was asked, kept with a decision; with the earlier question that it went on with.
    question   TEXT,
    carried    TEXT,
    found_at   INTEGER NOT NULL
);
