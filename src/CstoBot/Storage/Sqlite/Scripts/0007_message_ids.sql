-- The numbers of messages in private chats and basic groups, which share one sequence: those that are known belong to no message in doubt.
CREATE TABLE message_ids (
    bot_id     INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (bot_id, message_id)
) WITHOUT ROWID;

-- The highest of them when the call was begun, beside after_id, the highest of the chat.
ALTER TABLE outbox ADD COLUMN after_shared_id INTEGER;
