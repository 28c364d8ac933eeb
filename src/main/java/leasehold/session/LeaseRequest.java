package leasehold.session;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Who asks for a lease, and what for. Immutable.
 *
 * @param client the name the client gives itself; {@code unnamed} if blank
 * @param purpose what for, in the client's words; may be empty
 * @param correlationId what ties it to a request elsewhere; may be empty
 * @param ttl the lease expires after this time unless renewed, at most 3,650 days; zero for never
 *     (rule 11)
 * @param onReattached told, on a virtual thread of its own, when a lost session was opened anew
 *     under the lease; any but {@link #NOT_REATTACHED} opts in to being detached instead of lost
 *     (rule 12). What it refers to is kept, so that one which refers to the lease keeps that from
 *     being found abandoned (rule 15)
 */
public record LeaseRequest(
        String client,
        String purpose,
        String correlationId,
        Duration ttl,
        Consumer<? super SessionLease> onReattached) {

    /** The default of {@code onReattached}: the lease ends LOST with its session. */
    public static final Consumer<SessionLease> NOT_REATTACHED = _ -> {};

    private static final String UNNAMED = "unnamed";
    private static final LeaseRequest OF_UNNAMED = of(UNNAMED);

    /**
     * Checks that nothing is null.
     *
     * @throws IllegalArgumentException if the time to live is negative or longer than 3,650 days
     */
    public LeaseRequest {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(ttl, "ttl");
        Objects.requireNonNull(onReattached, "onReattached");
        client = client.isBlank() ? UNNAMED : client;
        Bounds.check("ttl", ttl, Duration.ZERO, Bounds.LONGEST);
    }

    /** Returns a request of the given client. */
    public static LeaseRequest of(String client) {
        return new LeaseRequest(client, "", "", Duration.ZERO, NOT_REATTACHED);
    }

    /** Returns the request of a client without a name. */
    public static LeaseRequest unnamed() {
        return OF_UNNAMED;
    }

    /** Returns the same request with a purpose. */
    public LeaseRequest withPurpose(String purpose) {
        return new LeaseRequest(client, purpose, correlationId, ttl, onReattached);
    }

    /** Returns the same request with a correlation id. */
    public LeaseRequest withCorrelationId(String correlationId) {
        return new LeaseRequest(client, purpose, correlationId, ttl, onReattached);
    }

    /** Returns the same request with a time to live. */
    public LeaseRequest withTtl(Duration ttl) {
        return new LeaseRequest(client, purpose, correlationId, ttl, onReattached);
    }

    /** Returns the same request, opted in to reattachment. */
    public LeaseRequest withOnReattached(Consumer<? super SessionLease> onReattached) {
        return new LeaseRequest(client, purpose, correlationId, ttl, onReattached);
    }

    /** Tells whether the lease is detached, not lost, when its session is. */
    public boolean reattaches() {
        return onReattached != NOT_REATTACHED;
    }
}
