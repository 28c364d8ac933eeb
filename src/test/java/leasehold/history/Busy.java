package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import leasehold.session.Act;
import leasehold.session.Lab;
import leasehold.session.LeaseInfo;
import leasehold.session.LeaseRequest;
import leasehold.session.RetryPolicy;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionInfo;
import leasehold.session.SessionLease;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;
import leasehold.session.StrayInfo;

/**
 * A controller in a laboratory to which anything happens: clients come, give up and go; openings,
 * closes and beats fail; the server drops sessions; operators revoke and drain. The same seed, the
 * same course.
 */
final class Busy {

    private static final Act ACT = new Act("marta", "tries it out");

    private final Lab lab = new Lab();
    private final Random random;
    private final ServerSessionController controller;
    private final List<CompletableFuture<Optional<SessionLease>>> asked = new ArrayList<>();

    /** What a controller said of itself. */
    record Look(SessionSnapshot snapshot, List<LeaseInfo> leases) {

        /** Checks that what a record says is what the controller said. */
        void assertIs(PastState found) {
            assertThat(found.number()).isEqualTo(snapshot.number());
            assertThat(found.missing()).isZero();
            assertThat(found.leases())
                    .as("leases after %s", snapshot.number())
                    .isEqualTo(
                            leases.stream()
                                    .sorted(Comparator.comparingLong(LeaseInfo::id))
                                    .toList());
            assertThat(found.ledger()).isEqualTo(snapshot.ledger());
            assertThat(found.strays())
                    .isEqualTo(
                            snapshot.strays().stream()
                                    .map(StrayInfo::epoch)
                                    .distinct()
                                    .sorted()
                                    .toList());
            assertThat(found.drain()).as("drain of %s", snapshot).isEqualTo(snapshot.drain());
            assertThat(found.sessions())
                    .as("sessions of %s", snapshot)
                    .isEqualTo(
                            snapshot.sessions().stream()
                                    .map(Look::session)
                                    .sorted(Comparator.comparingLong(PastState.Session::epoch))
                                    .toList());
            assertThat(found.state()).as("state of %s", snapshot).isEqualTo(snapshot.state());
            if (snapshot.state() != SessionState.CLOSED) {
                assertThat(found.since()).contains(snapshot.since());
            }
        }

        private static PastState.Session session(SessionInfo info) {
            return new PastState.Session(
                    info.epoch(),
                    info.phase(),
                    info.since(),
                    info.askedBy(),
                    info.openedAt(),
                    info.serverId());
        }
    }

    Busy(long seed) {
        random = new Random(seed);
        controller =
                lab.start(
                        policy ->
                                policy.linger(Duration.ofSeconds(random.nextInt(3)))
                                        .retry(
                                                random.nextBoolean()
                                                        ? RetryPolicy.none()
                                                        : RetryPolicy.defaults())
                                        .maxAge(Duration.ofMinutes(2))
                                        .overdueAfter(Duration.ofSeconds(20))
                                        .maxLeases(6)
                                        .maxWaiting(4)
                                        .reopen(random.nextBoolean()));
    }

    ServerSessionController controller() {
        return controller;
    }

    /** Does something, and returns what the controller is like then. */
    Look step() {
        act(random.nextInt(20));
        lab.advance(Duration.ofMillis(random.nextInt(2_000)));
        lab.settle();
        return new Look(controller.snapshot(), controller.leases());
    }

    /** Shuts the controller down, and checks what must hold then. */
    void end() throws Exception {
        lab.afterEach(null);
    }

    private void act(int what) {
        switch (what) {
            case 0, 1, 2, 3, 4, 5 -> ask();
            case 6, 7, 8, 9, 10 -> leave();
            case 11 -> lab.backend.onOpenFail(FailureCategory.UNREACHABLE);
            case 12 ->
                    lab.backend.onClose(
                            () -> {
                                throw new BackendException(FailureCategory.PROTOCOL, "no answer");
                            });
            case 13 -> lose();
            case 14 -> controller.closeSession(Duration.ofSeconds(random.nextInt(5)), ACT);
            case 15 -> controller.leases().stream().findAny().ifPresent(this::revoke);
            case 16 -> lab.advance(Duration.ofSeconds(30));
            case 17 ->
                    controller
                            .snapshot()
                            .strays()
                            .forEach(it -> controller.forget(it.epoch(), ACT));
            default -> lab.advance(Duration.ofSeconds(1));
        }
    }

    private void ask() {
        LeaseRequest request = LeaseRequest.of("client-" + random.nextInt(5));
        if (random.nextInt(4) == 0) {
            request = request.withTtl(Duration.ofSeconds(10));
        }
        asked.add(lab.ask(random.nextBoolean() ? request : request.withOnReattached(_ -> {})));
    }

    private void leave() {
        if (!asked.isEmpty()) {
            CompletableFuture<Optional<SessionLease>> one =
                    asked.remove(random.nextInt(asked.size()));
            if (one.isDone()) {
                one.join().ifPresent(this::release);
            } else {
                one.cancel(true);
            }
        }
    }

    private void release(SessionLease lease) {
        if (random.nextInt(5) == 0) {
            lease.renew();
        }
        lease.closeAsync();
    }

    private void revoke(LeaseInfo lease) {
        controller.revoke(List.of(lease.id()), ACT);
    }

    private void lose() {
        if (controller.snapshot().state() == SessionState.OPEN) {
            controller.snapshot().current().ifPresent(session -> lab.lose(session.epoch()));
        }
    }
}
