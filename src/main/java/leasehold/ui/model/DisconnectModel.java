package leasehold.ui.model;

/** A target that is to be disconnected: its session is closed, and it leaves the window. */
public final class DisconnectModel {

    private final TargetModel target;
    private final TargetsModel targets;

    /** Creates the question. */
    public DisconnectModel(TargetModel target, TargetsModel targets) {
        this.target = target;
        this.targets = targets;
    }

    /** Returns the target's name. */
    public String name() {
        return target.name();
    }

    /** Tells whether something comes of it that is to be asked first: a session closes. */
    public boolean closes() {
        return target.card().closable();
    }

    /** Says what will come of it. */
    public String effect() {
        return new CloseModel(target, true).holders()
                + target.words().texts().get("disconnect.effect");
    }

    /** Disconnects the target, and says so once its session is closed. */
    public void disconnect() {
        targets.disconnect(target);
    }
}
