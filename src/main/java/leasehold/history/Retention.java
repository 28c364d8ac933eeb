package leasehold.history;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How much of a record is kept. What is older, more or larger is trimmed, oldest first, by the
 * writer between its other work, so that writing does not wait for it. What says that a lease is
 * held or a session open is never trimmed, and neither is the newest entry.
 *
 * @param age how old entries get; empty for any age
 * @param entries how many of the newest entries are kept, from 1
 * @param bytes how large the tables get, about, from 1 MiB; the log beside them has up to 64 MiB
 */
public record Retention(Optional<Duration> age, long entries, long bytes) {

    private static final long LEAST_BYTES = 1L << 20;

    /** Checks the bounds. */
    public Retention {
        Objects.requireNonNull(age, "age");
        if (age.isPresent() && !age.get().isPositive()) {
            throw new IllegalArgumentException(
                    "age is %s; allowed is more than nothing".formatted(age.get()));
        }
        if (entries < 1) {
            throw new IllegalArgumentException(
                    "entries is %d; allowed is 1 and more".formatted(entries));
        }
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "bytes is %d; allowed is %d and more".formatted(bytes, LEAST_BYTES));
        }
    }

    /** Keeps everything. */
    public static Retention everything() {
        return new Retention(Optional.empty(), Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Returns the same with another age. */
    public Retention withAge(Duration most) {
        return new Retention(Optional.of(most), entries, bytes);
    }

    /** Returns the same with another number of entries. */
    public Retention withEntries(long most) {
        return new Retention(age, most, bytes);
    }

    /** Returns the same with another size. */
    public Retention withBytes(long most) {
        return new Retention(age, entries, most);
    }
}
