-- Version 2: the openings of a controller are found at once, however long the record is.

CREATE INDEX entry_opening ON entry (run, position) WHERE kind = 'session.opening';
