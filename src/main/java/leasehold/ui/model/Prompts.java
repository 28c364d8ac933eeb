package leasehold.ui.model;

/** Asks the operator before an act. What is asked is bound to what was selected at the asking. */
public interface Prompts {

    /** Asks which leases are to be acquired. */
    void acquire(AcquireModel acquire);

    /** Asks before leases are revoked. */
    void revoke(RevokeModel revoke);

    /** Asks before the session is closed. */
    void close(CloseModel close);

    /** Asks what of the record of a target is exported. */
    void export(TargetModel target);

    /** Asks before a target is disconnected, if that closes a session. */
    void disconnect(DisconnectModel disconnect);

    /** Shows all keys. */
    void keys();

    /** Asks which recording is to be opened. */
    void open();

    /** Asks for another target. */
    void connect();
}
