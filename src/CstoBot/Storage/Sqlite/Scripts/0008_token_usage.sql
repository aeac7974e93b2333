-- What the language model used, a row for each day (UTC, as 2026-01-31): tokens of prompts and of answers.
CREATE TABLE token_usage (
    day    TEXT PRIMARY KEY,
    input  INTEGER NOT NULL,
    output INTEGER NOT NULL
) WITHOUT ROWID;
