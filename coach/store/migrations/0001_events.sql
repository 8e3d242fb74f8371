-- The first layout. A released migration is never edited; the next change is a new file.
-- What each column means and how the hashes are made stands in coach/store/chain.py.

PRAGMA application_id = 1131373416; -- "Coch" read as a number: how a file is known to be ours

CREATE TABLE migrations (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  at TEXT NOT NULL
);

CREATE TABLE events (
  stream TEXT NOT NULL CHECK (typeof(stream) = 'text'),
  number INTEGER NOT NULL CHECK (typeof(number) = 'integer'),
  at TEXT NOT NULL CHECK (typeof(at) = 'text'),
  actor TEXT NOT NULL CHECK (typeof(actor) = 'text'),
  body_hash BLOB NOT NULL CHECK (typeof(body_hash) = 'blob' AND length(body_hash) = 32),
  hash BLOB NOT NULL CHECK (typeof(hash) = 'blob' AND length(hash) = 32),
  PRIMARY KEY (stream, number)
) WITHOUT ROWID;

-- Bodies stand apart because they alone may go; the hashes above stay for ever.
CREATE TABLE bodies (
  stream TEXT NOT NULL,
  number INTEGER NOT NULL,
  salt BLOB NOT NULL CHECK (typeof(salt) = 'blob' AND length(salt) = 16),
  body TEXT NOT NULL CHECK (typeof(body) = 'text'),
  PRIMARY KEY (stream, number),
  FOREIGN KEY (stream, number) REFERENCES events (stream, number)
) WITHOUT ROWID;

-- Which entries are erasures: each opens the bodies before it to deletion.
CREATE TABLE erasures (
  stream TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (stream, number),
  FOREIGN KEY (stream, number) REFERENCES events (stream, number)
) WITHOUT ROWID;

CREATE TRIGGER events_follow BEFORE INSERT ON events
WHEN NEW.number <> 1 + coalesce((SELECT max(number) FROM events WHERE stream = NEW.stream), 0)
BEGIN SELECT raise(ABORT, 'events are numbered without gaps'); END;

CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'events are never changed'); END;

CREATE TRIGGER events_remain BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'events are never deleted'); END;

CREATE TRIGGER bodies_once BEFORE INSERT ON bodies
WHEN EXISTS (SELECT 1 FROM bodies WHERE stream = NEW.stream AND number = NEW.number)
  OR EXISTS (SELECT 1 FROM erasures WHERE stream = NEW.stream AND number > NEW.number)
BEGIN SELECT raise(ABORT, 'a body is written once'); END;

CREATE TRIGGER bodies_stay BEFORE UPDATE ON bodies
BEGIN SELECT raise(ABORT, 'bodies are never changed'); END;

CREATE TRIGGER bodies_remain BEFORE DELETE ON bodies
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE stream = OLD.stream AND number > OLD.number)
  OR EXISTS (SELECT 1 FROM erasures WHERE stream = OLD.stream AND number = OLD.number)
BEGIN SELECT raise(ABORT, 'bodies go by erasure only'); END;

CREATE TRIGGER erasures_stay BEFORE UPDATE ON erasures
BEGIN SELECT raise(ABORT, 'erasures are never changed'); END;

CREATE TRIGGER erasures_remain BEFORE DELETE ON erasures
BEGIN SELECT raise(ABORT, 'erasures are never deleted'); END;
