-- Version 3: what is missing of a run, and what failed, are found at once.

CREATE INDEX entry_gap ON entry (run, number) WHERE kind = 'monitor.gap';

-- Every kind whose entries may carry a failure.
CREATE INDEX entry_failure ON entry (run, position) WHERE kind IN (
  'lease.refused', 'lease.lost', 'lease.lateRelease', 'session.attemptFailed',
  'session.openFailed', 'session.closeFailed', 'session.lost', 'session.beatFailed',
  'session.strayListed');
