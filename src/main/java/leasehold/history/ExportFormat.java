package leasehold.history;

/** In which form a record is written for other programs. */
public enum ExportFormat {
    /**
     * Values separated by commas (RFC 4180), with a head. Cells that a spreadsheet would run as a
     * formula are made harmless by an apostrophe.
     */
    CSV,
    /** One object of JSON a line. */
    JSON_LINES,
    /** A store of its own, which another Leasehold opens: described in {@code record.md}. */
    RECORDING
}
