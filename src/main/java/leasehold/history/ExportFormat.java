package leasehold.history;

/** In which form a record is written for other programs, or for a person. */
public enum ExportFormat {
    /**
     * Values separated by commas (RFC 4180), with a head. Cells that a spreadsheet would run as a
     * formula are made harmless by an apostrophe.
     */
    CSV,
    /**
     * One object of JSON a line, with all that the record has of an entry. Without a range or a
     * selection there are lines for runs and snapshots as well, and {@link Import} takes them.
     */
    JSON_LINES,
    /** A report for a person, in one page of HTML that needs nothing else. */
    HTML,
    /** A store of its own, which another Leasehold opens: described in {@code record.md}. */
    RECORDING;

    /** Tells whether entries can be picked for it; else it has all of a range. */
    public boolean takesSelection() {
        return this == CSV || this == JSON_LINES;
    }
}
