package leasehold.ui.model;

import static leasehold.ui.model.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import leasehold.backend.simulated.SimulatedBackendProvider;
import leasehold.history.HandClock;
import leasehold.monitor.Batch;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.LeaseState;
import leasehold.monitor.SessionMonitor;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.Standing;
import leasehold.session.Act;
import leasehold.session.CloseReason;
import leasehold.session.ServerSessionController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a pause holds back, what it lets through, and what comes when it ends. */
class PauseModelTest {

    private final ServerSessionController controller =
            ServerSessionController.over(new SimulatedBackendProvider().create(Map.of())).build();
    private final Batch nothing = SessionMonitor.of(controller).drain(1);
    private final Set<Long> shown = Set.of(1L, 2L);
    private final HandClock clock = new HandClock(NOON);
    private final Words words = new Words(Facts.TEXTS, new Formats(clock));
    private final FailuresModel failures = new FailuresModel(_ -> {}, (_, _) -> {});
    private final PauseModel pause =
            new PauseModel(
                    words,
                    new Backlog(
                            new OwnActs(
                                    "m.ivanova",
                                    lease -> lease.client().equals("operator"),
                                    failures),
                            shown::contains));

    @AfterEach
    void tearDown() {
        controller.close();
    }

    @Test
    void withoutAPauseEverythingIsShown() {
        Batch batch = leases(List.of(held(7)), List.of());
        assertThat(pause.through(batch)).isSameAs(batch);
        assertThat(pause.missed()).isEmpty();
    }

    @Test
    void whatComesDuringThePauseComesWhenItEnds() {
        pause.on().set(true);
        LeaseRecord lease = held(7);
        assertThat(pause.through(leases(List.of(lease), List.of())).leases()).isEmpty();
        LeaseRecord newer = Facts.overdue(lease);
        assertThat(pause.through(leases(List.of(newer), List.of(ended(1)))).ended()).isEmpty();
        pause.on().set(false);
        Batch missed = pause.missed().orElseThrow();
        assertThat(missed.leases()).containsExactly(newer);
        assertThat(missed.ended()).extracting(LeaseRecord::id).containsExactly(1L);
        assertThat(pause.missed()).isEmpty();
    }

    @Test
    void leaseThatComesAndGoesDuringThePauseIsNotKept() {
        pause.on().set(true);
        pause.through(leases(List.of(held(7)), List.of()));
        pause.through(leases(List.of(), List.of(ended(7))));
        pause.on().set(false);
        Batch missed = pause.missed().orElseThrow();
        assertThat(missed.leases()).isEmpty();
        assertThat(missed.ended()).isEmpty();
    }

    @Test
    void ownActsShowAllTheSame() {
        pause.on().set(true);
        LeaseRecord taken = Facts.held(8, "operator", Duration.ofSeconds(1));
        LeaseRecord revoked = revoked(held(2), "m.ivanova");
        LeaseRecord byAnother = revoked(held(1), "another");
        Batch through = pause.through(leases(List.of(taken), List.of(revoked, byAnother)));
        assertThat(through.leases()).containsExactly(taken);
        assertThat(through.ended()).containsExactly(revoked);
    }

    @Test
    void sessionsOfOthersWaitAndThoseOfTheOperatorShow() {
        SessionRecord other =
                Facts.session(16, Optional.of(CloseReason.LAST_RELEASE), "billing-sync");
        SessionRecord own = closedBy("m.ivanova", other);
        pause.on().set(true);
        assertThat(pause.through(sessions(other)).sessions()).isEmpty();
        assertThat(pause.through(sessions(own)).sessions()).containsExactly(own);
        pause.on().set(false);
        assertThat(pause.missed().orElseThrow().sessions()).as("what is shown already").isEmpty();
    }

    @Test
    void causeThatIsMutedDuringThePauseSaysSoAndOneThatOccursAgainWaits() {
        failures.apply(List.of(cause(Standing.NEW)));
        pause.on().set(true);
        FailureGroup muted = cause(Standing.MUTED);
        assertThat(pause.through(failed(muted)).failures()).containsExactly(muted);
        failures.apply(List.of(muted));
        FailureGroup again = cause(Standing.MUTED);
        assertThat(pause.through(failed(again)).failures()).isEmpty();
        pause.on().set(false);
        assertThat(pause.missed().orElseThrow().failures()).containsExactly(again);
    }

    @Test
    void clockOfTheViewStandsStill() {
        Formats view = pause.stopped().formats();
        pause.on().set(true);
        clock.turn(Duration.ofSeconds(90));
        assertThat(view.since(NOON.minusSeconds(3))).isEqualTo("3.0 s");
        assertThat(words.formats().since(NOON.minusSeconds(3))).isEqualTo("1 m 33 s");
        pause.on().set(false);
        assertThat(view.since(NOON.minusSeconds(3))).isEqualTo("1 m 33 s");
    }

    @Test
    void bannerSaysSinceWhenAndWhatCame() {
        pause.tick(nothing.counters());
        assertThat(pause.text().get()).isEmpty();
        pause.on().set(true);
        clock.turn(Duration.ofSeconds(90));
        pause.tick(nothing.counters());
        assertThat(pause.text().get())
                .isEqualTo(
                        "Tables paused at 12:00:00. Since then no event: no lease granted, 0"
                                + " ended. Your own acts still show.");
        pause.on().set(false);
        pause.tick(nothing.counters());
        assertThat(pause.text().get()).isEmpty();
    }

    private static FailureGroup cause(Standing standing) {
        return Facts.failures(1, standing, new FailureGroup.Retry.None());
    }

    private Batch failed(FailureGroup group) {
        return batch(List.of(), List.of(), List.of(), List.of(group));
    }

    private Batch leases(List<LeaseRecord> alive, List<LeaseRecord> ended) {
        return batch(alive, ended, List.of(), List.of());
    }

    private Batch sessions(SessionRecord session) {
        return batch(List.of(), List.of(), List.of(session), List.of());
    }

    private Batch batch(
            List<LeaseRecord> alive,
            List<LeaseRecord> ended,
            List<SessionRecord> sessions,
            List<FailureGroup> groups) {
        return new Batch(
                alive,
                ended,
                sessions,
                List.of(),
                groups,
                nothing.card(),
                nothing.counters(),
                0,
                Duration.ZERO);
    }

    private static LeaseRecord held(long id) {
        return Facts.held(id, "billing-sync", Duration.ofSeconds(id));
    }

    private static LeaseRecord ended(long id) {
        return Facts.ended(held(id), LeaseState.RELEASED, NOON);
    }

    private static LeaseRecord revoked(LeaseRecord lease, String operator) {
        var finish =
                new LeaseRecord.Finish(
                        NOON, 1, Optional.of(new Act(operator, "stuck")), Optional.empty());
        return new LeaseRecord(
                lease.info(),
                LeaseState.REVOKED,
                lease.epoch(),
                lease.grantNanos(),
                lease.expiresAt(),
                false,
                Optional.of(finish),
                lease.renewals());
    }

    private static SessionRecord closedBy(String operator, SessionRecord session) {
        var ending =
                new SessionRecord.Ending(
                        Optional.of(NOON),
                        Optional.of(CloseReason.OPERATOR),
                        "",
                        Optional.of(new Act(operator, "done")),
                        1);
        return new SessionRecord(
                session.epoch(),
                session.state(),
                session.askedAt(),
                session.opening(),
                session.use(),
                Optional.of(ending),
                0,
                Optional.empty());
    }
}
