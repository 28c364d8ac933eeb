package leasehold.session;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels the requests that were given its token. Safe for use by several threads. */
public final class CancellationSource {

    private static final Logger LOG = LoggerFactory.getLogger(CancellationSource.class);

    private final Set<Registration> registrations = ConcurrentHashMap.newKeySet();
    private final CancellationToken token = new Token();
    private volatile boolean cancelled;

    /** Creates a source that is not cancelled. */
    public CancellationSource() {}

    /** Returns the token to hand out; always the same one. */
    public CancellationToken token() {
        return token;
    }

    /**
     * Cancels, and runs what was registered, on this thread, in no order. Idempotent. A callback
     * that throws keeps no other from running.
     */
    public void cancel() {
        cancelled = true;
        registrations.forEach(Registration::run);
    }

    /** Returns how many callbacks are registered, for whoever looks for what was left behind. */
    public int registered() {
        return registrations.size();
    }

    @Override
    public String toString() {
        return "cancellation source, " + (cancelled ? "cancelled" : "not cancelled");
    }

    private final class Token implements CancellationToken {

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public Subscription onCancel(Runnable callback) {
            Registration registration =
                    new Registration(Objects.requireNonNull(callback, "callback"));
            registrations.add(registration);
            // Read after adding: whoever cancels in between finds the registration, or we find the
            // flag.
            if (cancelled) {
                registration.run();
            }
            return registration;
        }

        @Override
        public String toString() {
            return "cancellation token, " + (cancelled ? "cancelled" : "not cancelled");
        }
    }

    private final class Registration implements Subscription {

        private final Runnable callback;
        private final AtomicBoolean done = new AtomicBoolean();

        Registration(Runnable callback) {
            this.callback = callback;
        }

        void run() {
            registrations.remove(this);
            if (done.compareAndSet(false, true)) {
                try {
                    callback.run();
                } catch (Throwable e) {
                    LOG.warn("a callback of a cancellation failed with {}", e.getClass().getName());
                }
            }
        }

        @Override
        public void close() {
            done.set(true);
            registrations.remove(this);
        }
    }
}
