-- How often within the hour after it: more than once only what was refused, so that nobody can fill the log by trying.
ALTER TABLE audit ADD COLUMN times INTEGER NOT NULL DEFAULT 1;

CREATE INDEX audit_refused ON audit (user_id, at) WHERE action = 'refused';

DROP TRIGGER audit_is_not_changed;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit WHEN NOT (OLD.action = 'refused' AND NEW.times = OLD.times + 1 AND (NEW.id, NEW.at, NEW.user_id, NEW.action, NEW.target, NEW.detail) IS (OLD.id, OLD.at, OLD.user_id, OLD.action, OLD.target, OLD.detail)) BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

-- What moderators decided last in some way.
CREATE INDEX cases_by_state ON cases (state, decided_at) WHERE decided_at IS NOT NULL;
