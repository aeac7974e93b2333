-- Roles granted in chat; those of the settings are not here. Times are Unix milliseconds.
CREATE TABLE roles (
    user_id    INTEGER PRIMARY KEY,
    role       TEXT    NOT NULL CHECK (role IN ('Moderator', 'Admin')),
    granted_by INTEGER NOT NULL,
    granted_at INTEGER NOT NULL
);

-- Who changed what, or tried to. Never what anybody asked or was answered.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    action  TEXT    NOT NULL,
    target  TEXT    NOT NULL,
    detail  TEXT
);

CREATE INDEX audit_by_user ON audit (user_id, id);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
