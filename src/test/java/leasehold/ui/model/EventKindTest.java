package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.history.Entry;
import leasehold.history.EventKind;
import leasehold.history.Run;
import leasehold.session.SessionEvent;
import org.junit.jupiter.api.Test;

/** Every event of the contract has a kind, and every kind is that of an event. */
class EventKindTest {

    private static final Entry GAP = new Entry.Missed(101, 350, Instant.EPOCH);

    @Test
    void everyEventHasAKindAndEveryKindAnEvent() {
        List<SessionEvent> events = Happenings.ofEveryKind();
        Set<Class<?>> told = events.stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(told).containsExactlyInAnyOrderElementsOf(leaves(SessionEvent.class));
        Set<EventKind> kinds = EnumSet.of(EventKind.of(GAP), EventKind.of(seam(Run.Ending.CUT)));
        events.forEach(event -> kinds.add(EventKind.of(event)));
        assertThat(kinds).containsExactlyInAnyOrder(EventKind.values());
    }

    @Test
    void kindIsNamedAfterItsConstant() {
        for (EventKind kind : EventKind.values()) {
            String flat = kind.text().replace(".", "").toUpperCase(java.util.Locale.ROOT);
            assertThat(flat).isEqualTo(kind.name().replace("_", ""));
        }
    }

    @Test
    void revokedByADeadlineIsNoActOfAnOperator() {
        assertThat(Happenings.ofEveryKind())
                .extracting(EventKind::of)
                .containsOnlyOnce(EventKind.OPERATOR_REVOKED, EventKind.LEASE_REVOKED);
        assertThat(EventKind.of(Happenings.revoked(1, 1, "a")).text())
                .isEqualTo("operator.revoked");
    }

    @Test
    void everyEventSaysSomethingInALine() {
        EventText text = new EventText(Facts.TEXTS, Facts.FORMATS);
        Set<String> said = new HashSet<>();
        for (SessionEvent event : Happenings.ofEveryKind()) {
            String line = text.of(Happenings.entry(event));
            assertThat(line).as(event.toString()).isNotBlank().doesNotContain("{", "\n");
            said.add(line);
        }
        assertThat(said)
                .contains(
                        "OrderSync.run:88 · svc@app-01 · 4700",
                        "m.ivanova: \"update\"",
                        "Given back by its holder",
                        "Attempt 1 · Connection refused by db-01:5432 · next in 400 ms",
                        "Connection refused by db-01:5432 · after 3 attempts"
                                + " · no attempt before 12:00:00",
                        "5 attempts at most · gives up at 12:00:00",
                        "pid 4711 · at attempt 2",
                        "Last release · 311 leases in all, 47 at once",
                        "Stands for #17, no longer for #16");
        assertThat(text.of(GAP)).isEqualTo("250 events missed: 101 to 350");
        assertThat(text.of(new Entry.Missed(1, 40, Instant.EPOCH, Entry.Missed.Why.UNRECORDED)))
                .isEqualTo("40 events before the recording began: 1 to 40");
    }

    @Test
    void seamSaysHowTheRunBeforeEnded() {
        EventText text = new EventText(Facts.TEXTS, Facts.FORMATS);
        assertThat(text.of(seam(Run.Ending.CUT)))
                .isEqualTo(
                        "The program had ended without closing · last event 12:00:00.000"
                                + " · then held: 3 leases, 1 session open");
        assertThat(text.of(seam(Run.Ending.SHUT_DOWN)))
                .isEqualTo("The record goes on after a restart · closed at 12:00:00.000");
    }

    @Test
    void kindIsFoundByItsName() {
        assertThat(EventKind.named("lease.granted")).contains(EventKind.LEASE_GRANTED);
        assertThat(EventKind.named("lease.Granted")).isEmpty();
    }

    private static Entry seam(Run.Ending ending) {
        Run.End end = new Run.End(ending, Facts.NOON, 4_711, 3, 1);
        return new Entry.Seam(0, Facts.NOON, new Run(1, "demo", Instant.EPOCH, Optional.of(end)));
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(part -> leaves(part).stream())
                        .collect(Collectors.toSet())
                : Set.of(type);
    }
}
