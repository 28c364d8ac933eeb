package leasehold.session;

/** Something that was registered and can be taken back: a listener, a timer, a callback. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    /** A registration that never was. */
    Subscription NONE = () -> {};

    /** Takes it back. Idempotent, never blocks, never throws. */
    @Override
    void close();
}
