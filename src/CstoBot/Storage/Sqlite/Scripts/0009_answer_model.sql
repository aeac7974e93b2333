-- The language model and its prompt that took part in an answer; null where none did.
ALTER TABLE answers ADD COLUMN model TEXT;
