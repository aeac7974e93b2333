-- Messages of answers that are being written in groups: one is here from its first words until the answer is stored.
CREATE TABLE live_messages (
    bot_id     INTEGER NOT NULL,
    chat_id    INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    topic      INTEGER NOT NULL,
    PRIMARY KEY (bot_id, chat_id, message_id)
) WITHOUT ROWID;
