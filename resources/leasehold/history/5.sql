-- Version 5: of a run that was imported it is told of which file, and when.

-- The name of the file, and the time; null of a run that was recorded into this file.
ALTER TABLE run ADD COLUMN source TEXT;
ALTER TABLE run ADD COLUMN imported INTEGER;
