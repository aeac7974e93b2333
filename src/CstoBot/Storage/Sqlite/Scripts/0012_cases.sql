-- What moderators decide about. Times are Unix milliseconds. A case changes only where its revision is the expected one, so that the first decision wins.
CREATE TABLE cases (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    bot_id        INTEGER NOT NULL,
    -- 'held': the answer waits for a moderator; 'reported': it was sent, and somebody found it no good; 'gap': nothing could be answered.
    origin        TEXT    NOT NULL CHECK (origin IN ('held', 'reported', 'gap')),
    state         TEXT    NOT NULL CHECK (state IN ('pending', 'approved', 'edited', 'rejected', 'expired')),
    revision      INTEGER NOT NULL,
    -- Where the answer goes; a gap has no asker: 0.
    chat_id       INTEGER NOT NULL,
    topic         INTEGER NOT NULL,
    user_id       INTEGER NOT NULL,
    message_id    INTEGER NOT NULL,
    is_group      INTEGER NOT NULL,
    -- The row of answers that the case is about: the acknowledgement of a held one, or the answer reported. NULL for a gap.
    answer_id     INTEGER,
    -- The number of the gap that is being answered; NULL for other cases.
    gap           INTEGER,
    language      TEXT    NOT NULL,
    question      TEXT    NOT NULL,
    -- What the same person had asked before, oldest first; a JSON array.
    earlier       TEXT    NOT NULL,
    -- What somebody wrote who reported the answer.
    remark        TEXT,
    -- Why it is here; a JSON array of names.
    reasons       TEXT    NOT NULL,
    confidence    REAL,
    composer      TEXT,
    corpus_version TEXT,
    -- Rows of case_drafts: what was composed; what goes out unreviewed when nobody decides; what a moderator wrote instead; what was decided to be said.
    draft_id      INTEGER,
    fallback_id   INTEGER,
    proposal_id   INTEGER,
    final_id      INTEGER,
    proposed_by   INTEGER,
    opened_at     INTEGER NOT NULL,
    due_at        INTEGER,
    claimed_by    INTEGER,
    claimed_name  TEXT,
    claimed_until INTEGER,
    -- NULL while pending; 0: the bot, when time was up.
    decided_by    INTEGER,
    decided_name  TEXT,
    decided_at    INTEGER,
    reject_reason TEXT
);

CREATE INDEX cases_pending ON cases (opened_at, id) WHERE state = 'pending';
CREATE INDEX cases_due ON cases (due_at) WHERE state = 'pending' AND due_at IS NOT NULL;
CREATE INDEX cases_by_answer ON cases (answer_id);
CREATE INDEX cases_by_user ON cases (user_id);
CREATE INDEX cases_by_claim ON cases (claimed_by) WHERE state = 'pending';
CREATE INDEX cases_by_decision ON cases (decided_at);

-- The history: only ever added to, but for what a person wants forgotten.
CREATE TABLE case_events (
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    -- NULL: the bot.
    user_id INTEGER,
    name    TEXT,
    kind    TEXT    NOT NULL,
    detail  TEXT,
    PRIMARY KEY (case_id, number)
) WITHOUT ROWID;

-- Answers that are not anybody's yet. Their ids are of the same kind as those of answers, so that the same buttons open their citations.
CREATE TABLE case_drafts (
    id         INTEGER PRIMARY KEY,
    case_id    INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    content_id INTEGER NOT NULL REFERENCES answer_contents (id)
);

CREATE INDEX case_drafts_by_case ON case_drafts (case_id);
CREATE INDEX case_drafts_by_content ON case_drafts (content_id);

-- The message that shows a case in a chat of moderators: the latest one there.
CREATE TABLE case_cards (
    case_id    INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    chat_id    INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (case_id, chat_id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX case_cards_by_message ON case_cards (chat_id, message_id);

-- Answers sent earlier that a decision changes, until they have been.
CREATE TABLE corrections (
    case_id   INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    answer_id INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    PRIMARY KEY (case_id, answer_id)
) WITHOUT ROWID;

-- The case that an answer came of; NULL for what was answered at once.
ALTER TABLE answers ADD COLUMN case_id INTEGER;
CREATE INDEX answers_by_case ON answers (case_id) WHERE case_id IS NOT NULL;

-- NULL: the mode of the settings.
ALTER TABLE chat_settings ADD COLUMN moderation TEXT CHECK (moderation IN ('Off', 'Risky', 'All'));

-- What the bot does by the clock, and when it did it last: the digest, reminders.
CREATE TABLE clock (
    name TEXT    PRIMARY KEY,
    at   INTEGER NOT NULL
) WITHOUT ROWID;
