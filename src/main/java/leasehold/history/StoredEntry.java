package leasehold.history;

import java.util.Objects;

/**
 * An entry of the record on disk.
 *
 * @param position its place in the file: the order in which entries were stored, over all runs
 * @param run the run it belongs to
 * @param entry what stands there
 */
public record StoredEntry(long position, long run, Entry entry) {

    /** Checks that nothing is null. */
    public StoredEntry {
        Objects.requireNonNull(entry, "entry");
    }
}
