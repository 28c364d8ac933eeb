package leasehold.session;

import java.time.Duration;
import java.util.Objects;

/**
 * The rules by which a controller keeps its session. Immutable; a value out of range is refused at
 * construction with the field, the value and the bounds. No time may be longer than 3,650 days.
 * Make one with {@link #builder()}.
 *
 * @param linger how long the session is kept with no lease; default 0, not at all (rule 17)
 * @param openTimeout how long one opening may take, back-off included, from 1 ms; default 30 s
 *     (rule 7)
 * @param closeTimeout how long a close may take, from 1 ms; default 10 s (rule 20)
 * @param abortTimeout how long a call that is no longer wanted may take to return, from 1 ms;
 *     default 5 s (rule 4)
 * @param shutdownDeadline how long {@code close()} of the controller waits for holders, from 0;
 *     default 10 s
 * @param retry how an opening is tried again; default {@link RetryPolicy#defaults} (rule 8)
 * @param failureHold how long a failure of CREDENTIALS, LOCKED_OUT or RIGHTS answers all callers; 0
 *     for not at all; default 30 s (rule 8)
 * @param keepAlive the time between two beats; default 0, none (rule 13)
 * @param lossAfter beats failing for so long are a loss; at least {@code keepAlive}; default 90 s
 *     (rule 13)
 * @param maxAge past it new callers get a new session; default 0, never (rule 14)
 * @param maxAgeJitter the maximum age is made longer or shorter by up to this part of itself, 0 to
 *     0.9; default 0.1 (rule 14)
 * @param maxLeases how many leases may be held or asked for at once, from 1; default as many as
 *     there are (rule 9)
 * @param maxWaiting how many callers beyond {@code maxLeases} may wait; default 0, to refuse them
 *     at once (rule 9)
 * @param overdueAfter a lease held longer is reported once; 0 for never; default 10 min (rule 15)
 * @param reopen whether a lost session is opened anew for holders that opted in; default not (rule
 *     12)
 * @param abandoned what is done with a lease whose holder was garbage-collected; default REPORT
 *     (rule 15)
 */
public record SessionPolicy(
        Duration linger,
        Duration openTimeout,
        Duration closeTimeout,
        Duration abortTimeout,
        Duration shutdownDeadline,
        RetryPolicy retry,
        Duration failureHold,
        Duration keepAlive,
        Duration lossAfter,
        Duration maxAge,
        double maxAgeJitter,
        int maxLeases,
        int maxWaiting,
        Duration overdueAfter,
        boolean reopen,
        Abandoned abandoned) {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** What is done with a lease whose holder was garbage-collected without releasing it. */
    public enum Abandoned {
        /** It is reported and stays held, for an unwrapped object may still be in use. */
        REPORT,
        /** It is reported and ends ABANDONED. */
        RECLAIM
    }

    /** Checks the bounds. */
    public SessionPolicy {
        Objects.requireNonNull(retry, "retry");
        Objects.requireNonNull(abandoned, "abandoned");
        within("linger", linger, Duration.ZERO);
        within("openTimeout", openTimeout, SHORTEST);
        within("closeTimeout", closeTimeout, SHORTEST);
        within("abortTimeout", abortTimeout, SHORTEST);
        within("shutdownDeadline", shutdownDeadline, Duration.ZERO);
        within("failureHold", failureHold, Duration.ZERO);
        within("keepAlive", keepAlive, Duration.ZERO);
        within("lossAfter", lossAfter, keepAlive);
        within("maxAge", maxAge, Duration.ZERO);
        within("overdueAfter", overdueAfter, Duration.ZERO);
        Bounds.check("maxAgeJitter", maxAgeJitter, 0.0, 0.9);
        Bounds.check("maxLeases", maxLeases, 1, Integer.MAX_VALUE);
        Bounds.check("maxWaiting", maxWaiting, 0, Integer.MAX_VALUE);
    }

    /** Returns the default policy. */
    public static SessionPolicy defaults() {
        return builder().build();
    }

    /** Returns a builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts from this policy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static void within(String field, Duration value, Duration least) {
        Objects.requireNonNull(value, field);
        Bounds.check(field, value, least, Bounds.LONGEST);
    }

    /** Makes a policy, field by field. Not safe for use by several threads. */
    public static final class Builder {

        private Duration linger = Duration.ZERO;
        private Duration openTimeout = Duration.ofSeconds(30);
        private Duration closeTimeout = Duration.ofSeconds(10);
        private Duration abortTimeout = Duration.ofSeconds(5);
        private Duration shutdownDeadline = Duration.ofSeconds(10);
        private RetryPolicy retry = RetryPolicy.defaults();
        private Duration failureHold = Duration.ofSeconds(30);
        private Duration keepAlive = Duration.ZERO;
        private Duration lossAfter = Duration.ofSeconds(90);
        private Duration maxAge = Duration.ZERO;
        private double maxAgeJitter = 0.1;
        private int maxLeases = Integer.MAX_VALUE;
        private int maxWaiting;
        private Duration overdueAfter = Duration.ofMinutes(10);
        private boolean reopen;
        private Abandoned abandoned = Abandoned.REPORT;

        private Builder() {}

        private Builder(SessionPolicy policy) {
            linger = policy.linger;
            openTimeout = policy.openTimeout;
            closeTimeout = policy.closeTimeout;
            abortTimeout = policy.abortTimeout;
            shutdownDeadline = policy.shutdownDeadline;
            retry = policy.retry;
            failureHold = policy.failureHold;
            keepAlive = policy.keepAlive;
            lossAfter = policy.lossAfter;
            maxAge = policy.maxAge;
            maxAgeJitter = policy.maxAgeJitter;
            maxLeases = policy.maxLeases;
            maxWaiting = policy.maxWaiting;
            overdueAfter = policy.overdueAfter;
            reopen = policy.reopen;
            abandoned = policy.abandoned;
        }

        /** Sets how long the session is kept with no lease. */
        public Builder linger(Duration linger) {
            this.linger = linger;
            return this;
        }

        /** Sets how long one opening may take. */
        public Builder openTimeout(Duration openTimeout) {
            this.openTimeout = openTimeout;
            return this;
        }

        /** Sets how long a close may take. */
        public Builder closeTimeout(Duration closeTimeout) {
            this.closeTimeout = closeTimeout;
            return this;
        }

        /** Sets how long a call that is no longer wanted may take to return. */
        public Builder abortTimeout(Duration abortTimeout) {
            this.abortTimeout = abortTimeout;
            return this;
        }

        /** Sets how long {@code close()} of the controller waits for holders. */
        public Builder shutdownDeadline(Duration shutdownDeadline) {
            this.shutdownDeadline = shutdownDeadline;
            return this;
        }

        /** Sets how an opening is tried again. */
        public Builder retry(RetryPolicy retry) {
            this.retry = retry;
            return this;
        }

        /** Sets how long a failure of CREDENTIALS, LOCKED_OUT or RIGHTS answers all callers. */
        public Builder failureHold(Duration failureHold) {
            this.failureHold = failureHold;
            return this;
        }

        /** Sets the time between two beats. */
        public Builder keepAlive(Duration keepAlive) {
            this.keepAlive = keepAlive;
            return this;
        }

        /** Sets for how long beats must fail to be a loss. */
        public Builder lossAfter(Duration lossAfter) {
            this.lossAfter = lossAfter;
            return this;
        }

        /** Sets the age past which new callers get a new session. */
        public Builder maxAge(Duration maxAge) {
            this.maxAge = maxAge;
            return this;
        }

        /** Sets by which part of itself the maximum age varies. */
        public Builder maxAgeJitter(double maxAgeJitter) {
            this.maxAgeJitter = maxAgeJitter;
            return this;
        }

        /** Sets how many leases may be held or asked for at once. */
        public Builder maxLeases(int maxLeases) {
            this.maxLeases = maxLeases;
            return this;
        }

        /** Sets how many callers beyond the quota may wait. */
        public Builder maxWaiting(int maxWaiting) {
            this.maxWaiting = maxWaiting;
            return this;
        }

        /** Sets how long a lease is held before it is reported. */
        public Builder overdueAfter(Duration overdueAfter) {
            this.overdueAfter = overdueAfter;
            return this;
        }

        /** Sets whether a lost session is opened anew for holders that opted in. */
        public Builder reopen(boolean reopen) {
            this.reopen = reopen;
            return this;
        }

        /** Sets what is done with a lease whose holder was garbage-collected. */
        public Builder abandoned(Abandoned abandoned) {
            this.abandoned = abandoned;
            return this;
        }

        /**
         * Returns the policy.
         *
         * @throws IllegalArgumentException if a value is out of range
         */
        public SessionPolicy build() {
            return new SessionPolicy(
                    linger,
                    openTimeout,
                    closeTimeout,
                    abortTimeout,
                    shutdownDeadline,
                    retry,
                    failureHold,
                    keepAlive,
                    lossAfter,
                    maxAge,
                    maxAgeJitter,
                    maxLeases,
                    maxWaiting,
                    overdueAfter,
                    reopen,
                    abandoned);
        }
    }
}
