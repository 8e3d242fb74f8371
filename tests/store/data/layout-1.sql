-- A database of layout 1, as version 0.1.0 wrote it; the people in it are made up.
PRAGMA application_id = 1131373416;
BEGIN TRANSACTION;
CREATE TABLE bodies (
  stream TEXT NOT NULL,
  number INTEGER NOT NULL,
  salt BLOB NOT NULL CHECK (typeof(salt) = 'blob' AND length(salt) = 16),
  body TEXT NOT NULL CHECK (typeof(body) = 'text'),
  PRIMARY KEY (stream, number),
  FOREIGN KEY (stream, number) REFERENCES events (stream, number)
) WITHOUT ROWID;
INSERT INTO "bodies" VALUES('interview/c-17',1,X'00000000000000000000000000000001','{"type":"note-edited","place":"q1","start":0,"removed":0,"inserted":"Names a date.","v":1}');
INSERT INTO "bodies" VALUES('interview/c-17',2,X'00000000000000000000000000000002','{"type":"rated","question":"q1","rating":4,"v":1}');
INSERT INTO "bodies" VALUES('interview/c-18',2,X'00000000000000000000000000000004','{"type":"erased","reason":"delete-by date","v":1}');
CREATE TABLE erasures (
  stream TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (stream, number),
  FOREIGN KEY (stream, number) REFERENCES events (stream, number)
) WITHOUT ROWID;
INSERT INTO "erasures" VALUES('interview/c-18',2);
CREATE TABLE events (
  stream TEXT NOT NULL CHECK (typeof(stream) = 'text'),
  number INTEGER NOT NULL CHECK (typeof(number) = 'integer'),
  at TEXT NOT NULL CHECK (typeof(at) = 'text'),
  actor TEXT NOT NULL CHECK (typeof(actor) = 'text'),
  body_hash BLOB NOT NULL CHECK (typeof(body_hash) = 'blob' AND length(body_hash) = 32),
  hash BLOB NOT NULL CHECK (typeof(hash) = 'blob' AND length(hash) = 32),
  PRIMARY KEY (stream, number)
) WITHOUT ROWID;
INSERT INTO "events" VALUES('interview/c-17',1,'2026-11-14T09:30:00.000000+00:00','panel-1',X'5356FA76C981F576A2B8AF6907C06D81BAEA0E6427777083A07994FBC89C656F',X'F893510E585F9C9D837B4EC1D97EBF5F7503727D6229D5FF66D7DE57ECEA3A88');
INSERT INTO "events" VALUES('interview/c-17',2,'2026-11-14T09:30:00.000000+00:00','panel-1',X'28DCA6E394BA803BFBE416814736C28E0559F24D87459FD12D1A54B2BEA61F7F',X'126FDA0D3A2B8AB1B25127ABB2B016CCA5F607DCC49FD76D9ECB2223718C5BBA');
INSERT INTO "events" VALUES('interview/c-18',1,'2026-11-14T09:30:00.000000+00:00','panel-1',X'3F2F53CE766974E859C4C474B2C021BDEAEF03BB08883AD0DF219265176216C7',X'35A5EDE9F9A4719E65C59520681BE966FCDF5B6BB6A087284816AAA33DAAC530');
INSERT INTO "events" VALUES('interview/c-18',2,'2026-11-14T10:30:00.000000+00:00','keeper',X'C281AF6B77E788A253354B405C6ED749AB406C01DBADFF17311A32899F4ECC20',X'CDAE7C99288206F7750A92C43A24CB9C3C02C3EE1015101C3A040070EAFCBCC0');
CREATE TABLE migrations (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  at TEXT NOT NULL
);
INSERT INTO "migrations" VALUES(1,'events','2026-11-14T09:30:00.000000+00:00');
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
COMMIT;
