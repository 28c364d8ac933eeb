-- Version 4: snapshots also come at intervals, so that the state at any instant is found at once.

-- The current session, those retiring or closing beside it, and strays: an array of JSON.
ALTER TABLE snapshot ADD COLUMN sessions TEXT NOT NULL DEFAULT '[]';

-- The rest, an object of JSON: since when it was in that state, how long it drains, and how many
-- events are not in the record that might have changed what the snapshot says.
ALTER TABLE snapshot ADD COLUMN detail TEXT NOT NULL DEFAULT '{}';

-- What became of strays is found at once, and with it what fails again.
CREATE INDEX entry_stray ON entry (run, position)
  WHERE kind IN ('session.strayResolved', 'operator.strayForgotten');
