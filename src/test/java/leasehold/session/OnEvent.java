package leasehold.session;

import java.util.List;

/** A listener that does something at every event of one kind. */
class OnEvent implements SessionListener {

    private final Class<? extends SessionEvent> kind;
    private final Runnable act;

    OnEvent(Class<? extends SessionEvent> kind, Runnable act) {
        this.kind = kind;
        this.act = act;
    }

    @Override
    public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {}

    @Override
    public void onEvent(SessionEvent event) {
        if (kind.isInstance(event)) {
            act.run();
        }
    }
}
