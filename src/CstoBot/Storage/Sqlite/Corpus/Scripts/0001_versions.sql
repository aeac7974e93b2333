-- The latest versions of the corpus and the contents they name. Times are Unix milliseconds; hashes and keys are SHA-256.

-- What was made of documents, each content once however many versions hold it.
CREATE TABLE contents (
    id           INTEGER PRIMARY KEY,
    key          BLOB    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    content_hash TEXT    NOT NULL,
    -- Compressed by zlib.
    bytes        BLOB    NOT NULL
);

CREATE INDEX contents_by_name ON contents (name, content_hash);

CREATE TABLE versions (
    number         INTEGER PRIMARY KEY,
    id             TEXT    NOT NULL,
    created_at     INTEGER NOT NULL,
    cause          TEXT    NOT NULL,
    -- The admin; NULL where no person of the chat asked.
    requested_by   INTEGER,
    documents      INTEGER NOT NULL,
    added          INTEGER NOT NULL,
    changed        INTEGER NOT NULL,
    removed        INTEGER NOT NULL,
    failed         INTEGER NOT NULL,
    rolled_back_to INTEGER,
    is_held        INTEGER NOT NULL,
    folder         TEXT    NOT NULL
);

-- A file belongs to the versions from first_version to last_version; NULL for those that are still to come.
CREATE TABLE files (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL,
    origin        TEXT    NOT NULL,
    hash          BLOB    NOT NULL,
    recipe        BLOB    NOT NULL,
    read_at       INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    last_version  INTEGER
);

CREATE INDEX files_by_end ON files (last_version);

CREATE TABLE file_documents (
    file_id    INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    content_id INTEGER NOT NULL REFERENCES contents (id),
    length     INTEGER NOT NULL,
    PRIMARY KEY (file_id, place)
) WITHOUT ROWID;

CREATE INDEX file_documents_by_content ON file_documents (content_id);

-- What admins corrected: a JSON object.
CREATE TABLE corrections (
    document      TEXT    NOT NULL,
    metadata      TEXT    NOT NULL,
    first_version INTEGER NOT NULL,
    last_version  INTEGER
);

CREATE TABLE left_out (
    document      TEXT    NOT NULL,
    first_version INTEGER NOT NULL,
    last_version  INTEGER
);

-- Files that do not lie in the folder.
CREATE TABLE kept_files (
    hash   BLOB    PRIMARY KEY,
    bytes  BLOB    NOT NULL,
    put_at INTEGER NOT NULL
);

CREATE TABLE uploads (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT    NOT NULL,
    hash    BLOB    NOT NULL,
    user_id INTEGER NOT NULL,
    at      INTEGER NOT NULL
);

CREATE TABLE pages (
    url           TEXT    PRIMARY KEY,
    name          TEXT    NOT NULL,
    hash          BLOB    NOT NULL,
    etag          TEXT,
    last_modified INTEGER,
    fetched_at    INTEGER NOT NULL,
    checked_at    INTEGER NOT NULL
);
