-- The record of a Leasehold store, version 1. Times are nanoseconds since 1970-01-01 UTC, durations
-- nanoseconds. Statements end with a semicolon at the end of a line.

-- Tells this store from any other.
CREATE TABLE store (
  id TEXT NOT NULL
);
INSERT INTO store VALUES (lower(hex(randomblob(16))));

-- One uninterrupted recording of one controller; a restart begins another. The end is null while it
-- goes on: ending is SHUT_DOWN, CLOSED or CUT, last the number of the last entry, held and sessions
-- how many leases were held and sessions open then. trimmed is the number up to which entries were
-- trimmed, save of what had not ended.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  controller TEXT NOT NULL,
  started INTEGER NOT NULL,
  ended INTEGER,
  ending TEXT,
  last INTEGER,
  held INTEGER,
  sessions INTEGER,
  trimmed INTEGER NOT NULL DEFAULT 0
);

-- What happened, in the order in which it was stored: events, gaps (kind monitor.gap) and seams
-- (monitor.seam). detail is an object of JSON; what is empty is left out of it.
CREATE TABLE entry (
  position INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  nanos INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  kind TEXT NOT NULL,
  lease INTEGER NOT NULL,
  client TEXT NOT NULL,
  took INTEGER,
  detail TEXT NOT NULL
);
CREATE UNIQUE INDEX entry_number ON entry (run, number);
CREATE INDEX entry_at ON entry (at);
CREATE INDEX entry_lease ON entry (lease, run) WHERE lease <> 0;
CREATE INDEX entry_session ON entry (epoch, run) WHERE lease = 0;

-- What a controller was like when its recording began, and after every gap. position is that of the
-- entry before it, leases an array of JSON.
CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  at INTEGER NOT NULL,
  nanos INTEGER NOT NULL,
  state TEXT NOT NULL,
  granted INTEGER NOT NULL,
  released INTEGER NOT NULL,
  unclaimed INTEGER NOT NULL,
  revoked INTEGER NOT NULL,
  expired INTEGER NOT NULL,
  abandoned INTEGER NOT NULL,
  lost INTEGER NOT NULL,
  held INTEGER NOT NULL,
  leases TEXT NOT NULL
);
CREATE INDEX snapshot_run ON snapshot (run, number);

-- Leases and sessions that have not ended, and the entries that say so, which are never trimmed;
-- position is 0 where only a snapshot says so. state is WAITING, HELD or DETACHED.
CREATE TABLE live_lease (
  run INTEGER NOT NULL,
  lease INTEGER NOT NULL,
  state TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (run, lease)
) WITHOUT ROWID;
CREATE INDEX live_lease_position ON live_lease (position);
CREATE TABLE live_session (
  run INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (run, epoch, position)
) WITHOUT ROWID;
CREATE INDEX live_session_position ON live_session (position);

-- For a person: every entry with its time as text (UTC) and its controller.
CREATE VIEW events AS
  SELECT e.position, e.run, r.controller, e.number,
    strftime('%Y-%m-%d %H:%M:%f', e.at / 1000000 / 1000.0, 'unixepoch') AS time,
    e.kind, e.epoch, e.lease, e.client, e.took / 1e6 AS took_ms, e.detail
  FROM entry e JOIN run r ON r.id = e.run
  ORDER BY e.position;

-- For a person: one row a lease that was granted.
CREATE VIEW leases AS
  SELECT g.run, g.lease, g.epoch, g.client,
    strftime('%Y-%m-%d %H:%M:%f', g.at / 1000000 / 1000.0, 'unixepoch') AS granted,
    g.took / 1e6 AS waited_ms,
    g.detail ->> '$.holder.user' || '@' || (g.detail ->> '$.holder.host') AS holder,
    g.detail ->> '$.holder.site[0]' || '.' || (g.detail ->> '$.holder.site[1]')
      || ':' || (g.detail ->> '$.holder.site[3]') AS acquired_at,
    e.kind AS ended_by,
    strftime('%Y-%m-%d %H:%M:%f', e.at / 1000000 / 1000.0, 'unixepoch') AS ended,
    e.took / 1e6 AS held_ms
  FROM entry g LEFT JOIN entry e ON e.run = g.run AND e.lease = g.lease AND e.lease <> 0
    AND e.kind IN ('lease.released', 'lease.unclaimed', 'lease.revoked', 'operator.revoked',
      'lease.expired', 'lease.reclaimed', 'lease.lost')
  WHERE g.kind = 'lease.granted'
  ORDER BY g.position;

-- For a person: one row a session that was opened, or tried to be.
CREATE VIEW sessions AS
  SELECT o.run, o.epoch, o.client AS opened_by,
    strftime('%Y-%m-%d %H:%M:%f', o.at / 1000000 / 1000.0, 'unixepoch') AS opening,
    s.took / 1e6 AS took_ms, s.detail ->> '$.serverId' AS server_id,
    strftime('%Y-%m-%d %H:%M:%f', c.at / 1000000 / 1000.0, 'unixepoch') AS closed,
    c.detail ->> '$.reason' AS reason, c.detail ->> '$.granted' AS leases,
    c.detail ->> '$.peak' AS peak
  FROM entry o
    LEFT JOIN entry s ON s.run = o.run AND s.epoch = o.epoch AND s.lease = 0
      AND s.kind = 'session.opened'
    LEFT JOIN entry c ON c.run = o.run AND c.epoch = o.epoch AND c.lease = 0
      AND c.kind = 'session.closed'
  WHERE o.kind = 'session.opening'
  ORDER BY o.position;

-- For a person: what is not in the record, and why: BEHIND, PACE, DISK or VANISHED.
CREATE VIEW gaps AS
  SELECT run, detail ->> '$.first' AS first, number AS last, detail ->> '$.count' AS count,
    detail ->> '$.why' AS why,
    strftime('%Y-%m-%d %H:%M:%f', at / 1000000 / 1000.0, 'unixepoch') AS time
  FROM entry WHERE kind = 'monitor.gap'
  ORDER BY position;

-- What became of every lease of a run, from its last snapshot on: granted is the sum of the others.
-- Runs that were trimmed past that snapshot are left out.
CREATE VIEW ledger AS
  SELECT s.run,
    s.granted + count(*) FILTER (WHERE e.kind = 'lease.granted') AS granted,
    s.released + count(*) FILTER (WHERE e.kind = 'lease.released') AS released,
    s.unclaimed + count(*) FILTER (WHERE e.kind = 'lease.unclaimed') AS unclaimed,
    s.revoked + count(*) FILTER (WHERE e.kind IN ('lease.revoked', 'operator.revoked')) AS revoked,
    s.expired + count(*) FILTER (WHERE e.kind = 'lease.expired') AS expired,
    s.abandoned + count(*) FILTER (WHERE e.kind = 'lease.reclaimed') AS abandoned,
    s.lost + count(*) FILTER (WHERE e.kind = 'lease.lost') AS lost,
    coalesce(r.held, (SELECT count(*) FROM live_lease l
      WHERE l.run = s.run AND l.state <> 'WAITING')) AS held
  FROM snapshot s JOIN run r ON r.id = s.run
    LEFT JOIN entry e ON e.run = s.run AND e.number > s.number
  WHERE s.id = (SELECT max(id) FROM snapshot x WHERE x.run = s.run) AND r.trimmed <= s.number
  GROUP BY s.id;
