package leasehold.ui.card;

import leasehold.monitor.CardState;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.TargetModel;

/** Where the links and tiles of the card lead. */
final class Ways {

    private final TargetModel target;

    Ways(TargetModel target) {
        this.target = target;
    }

    void follow(String link) {
        switch (link) {
            case "session" -> sessions();
            case "failure" -> failures();
            case "waiting" -> waiting();
            case "longest" -> longest();
            default -> show(Topic.LEASES);
        }
    }

    void waiting() {
        target.leases().clearFilter();
        target.leases().filter().set("waiting");
        show(Topic.LEASES);
    }

    void overdue() {
        target.leases().clearFilter();
        target.leases().overdueOnly().set(true);
        show(Topic.LEASES);
    }

    void openedToday() {
        target.sessions().clearFilter();
        target.sessions().openedToday().set(true);
        show(Topic.SESSIONS);
    }

    void failedToOpen() {
        target.failures().ofOpening().set(true);
        show(Topic.FAILURES);
    }

    void unclosed() {
        show(Topic.SESSIONS);
        target.sessions().revealUnclosed();
    }

    private void sessions() {
        target.sessions().clearFilter();
        show(Topic.SESSIONS);
    }

    private void failures() {
        target.failures().clearFilter();
        show(Topic.FAILURES);
    }

    private void longest() {
        show(Topic.LEASES);
        if (target.card().facts().get().state() instanceof CardState.Open open) {
            open.longest().ifPresent(lease -> target.leases().reveal(lease.id()));
        }
    }

    private void show(Topic topic) {
        target.details().topic().set(topic);
    }
}
