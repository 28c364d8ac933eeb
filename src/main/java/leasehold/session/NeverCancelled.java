package leasehold.session;

/** The token that is never cancelled; keeps no callback. */
enum NeverCancelled implements CancellationToken {
    TOKEN;

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public Subscription onCancel(Runnable callback) {
        return Subscription.NONE;
    }

    @Override
    public String toString() {
        return "never cancelled";
    }
}
