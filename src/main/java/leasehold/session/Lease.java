package leasehold.session;

import java.lang.ref.Reference;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The handle that a holder has. The controller keeps only its core; a handle that is collected
 * without release is an abandoned lease, and counts as in use while one of its methods runs (rule
 * 15).
 */
final class Lease implements SessionLease {

    private final Machine machine;
    private final LeaseCore core;

    Lease(Machine machine, LeaseRequest request, Trace trace, long nanos) {
        this.machine = machine;
        this.core = machine.holding.core(this, request, trace, nanos);
    }

    LeaseCore core() {
        return core;
    }

    @Override
    public long id() {
        return core.id;
    }

    @Override
    public String client() {
        return core.request.client();
    }

    @Override
    public Holder holder() {
        return core.holder();
    }

    @Override
    public long epoch() {
        return core.epoch();
    }

    @Override
    public Instant requestedAt() {
        return core.anchor.at(core.askedNanos);
    }

    @Override
    public Instant grantedAt() {
        return core.anchor.at(core.grantedNanos);
    }

    @Override
    public boolean opener() {
        return core.is(LeaseCore.OPENER);
    }

    @Override
    public Map<String, String> attributes() {
        return session().attributes;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        try {
            Objects.requireNonNull(type, "type");
            if (core.end() != null || core.is(LeaseCore.DETACHED)) {
                throw new IllegalStateException(this + ": its session cannot be used");
            }
            return session()
                    .backend
                    .unwrap(type)
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "%s: its session has no %s"
                                                    .formatted(this, type.getName())));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public boolean isActive() {
        return core.end() == null;
    }

    @Override
    public CompletionStage<LeaseEnd> ended() {
        try {
            return machine.holding.ended(core);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public CompletionStage<Instant> recalled() {
        try {
            return machine.holding.recalled(core);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public boolean renew() {
        try {
            return machine.holding.renew(core);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public CompletionStage<ReleaseOutcome> closeAsync() {
        try {
            return machine.holding.release(core);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public void close() {
        CompletionStage<ReleaseOutcome> outcome = closeAsync();
        if (outcome == Outcomes.KEPT) {
            return;
        }
        try {
            outcome.toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a release never fails", e);
        }
    }

    @Override
    public String toString() {
        LeaseEnd end = core.end();
        String state =
                end != null
                        ? end.kind().name().toLowerCase(java.util.Locale.ROOT)
                        : core.is(LeaseCore.DETACHED) ? "detached" : "held";
        return "lease %d of %s#%d, %s, %s"
                .formatted(core.id, machine.shell.name, epoch(), client(), state);
    }

    private LiveSession session() {
        @Nullable LiveSession session = core.session();
        if (session == null) {
            throw new IllegalStateException("lease " + core.id + " was never granted");
        }
        return session;
    }
}
