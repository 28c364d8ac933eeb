package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import leasehold.monitor.LingerAdvisor;
import leasehold.monitor.LingerAdvisor.Outcome;
import leasehold.monitor.SharingStudy;
import leasehold.ui.model.Details.Fact;

/**
 * How the sessions of a target were shared, by its record, and what another linger would have
 * meant. The record is asked only while somebody looks, one question at a time.
 */
public final class SharingModel {

    /** The lingers to choose from. */
    public static final List<Duration> LINGERS = LingerAdvisor.LINGERS;

    /** The least openings from which anything can be told. */
    private static final int LEAST = 2;

    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration USUAL = Duration.ofSeconds(5);

    private final TargetModel target;
    private final SharingFacts facts;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.TODAY);
    private final IntegerProperty linger = new SimpleIntegerProperty(LINGERS.indexOf(USUAL));
    private final ReadOnlyObjectWrapper<Shown> shown;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Subscription watch = Subscription.EMPTY;
    private Instant askedAt = Instant.MIN;
    private long askedEvents;
    private boolean again;

    /** How far one looks back. */
    public enum Span {
        /** From midnight on. */
        TODAY,
        /** The last seven days. */
        WEEK,
        /** All that is recorded. */
        ALL
    }

    /**
     * What is shown.
     *
     * @param why why there are no facts, as a sentence; empty if there are some
     * @param facts the figures
     * @param curve what would have happened under each of {@link SharingModel#LINGERS}
     * @param asOf of when it is, in words; empty if nothing is known yet
     */
    public record Shown(String why, List<Fact> facts, List<Outcome> curve, String asOf) {

        /** Copies. */
        public Shown {
            facts = List.copyOf(facts);
            curve = List.copyOf(curve);
        }
    }

    /** Creates the model of a target. */
    public SharingModel(TargetModel target) {
        this.target = target;
        facts = new SharingFacts(target.words().texts());
        shown = new ReadOnlyObjectWrapper<>(nothing(""));
        span.subscribe((_, _) -> refresh());
    }

    /** Returns how far one looks back. */
    public ObjectProperty<Span> span() {
        return span;
    }

    /** Returns what {@link Span#TODAY} is called: of a recording it is the day of its end. */
    public String today() {
        return target.words().day("sharing.today", "sharing.then");
    }

    /** Returns which of {@link #LINGERS} is assumed. */
    public IntegerProperty linger() {
        return linger;
    }

    /** Returns what is shown. */
    public ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Returns whether the record is being asked. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Says in a sentence what the linger that is assumed would have meant; empty if unknown. */
    public String advice() {
        List<Outcome> curve = shown.get().curve();
        return curve.isEmpty() ? "" : facts.advice(curve.get(linger.get()), curve.getFirst());
    }

    /** Says whether anybody looks: then what is shown is never older than it need be. */
    public void watch(boolean looked) {
        watch.unsubscribe();
        watch = Subscription.EMPTY;
        if (looked) {
            watch = target.second().subscribe(_ -> look());
        }
    }

    /** Asks the record now. */
    public void refresh() {
        if (busy.get()) {
            again = true;
        } else {
            target.record()
                    .ifPresentOrElse(this::ask, () -> shown.set(nothing(text("sharing.noRecord"))));
        }
    }

    private void look() {
        boolean news = events() != askedEvents || askedAt.equals(Instant.MIN);
        if (news && !busy.get() && !now().isBefore(askedAt.plus(BETWEEN))) {
            refresh();
        }
    }

    private void ask(RecordModel record) {
        busy.set(true);
        again = false;
        askedAt = now();
        askedEvents = events();
        Instant from = from();
        record.<SharingStudy.Found>ask(
                reader -> new SharingStudy(reader).of(target.name(), from),
                found -> take(told(found)),
                thrown -> take(nothing(text("sharing.failed", RecordModel.why(thrown)))));
    }

    private void take(Shown newer) {
        busy.set(false);
        shown.set(newer);
        if (again) {
            refresh();
        }
    }

    private Shown told(SharingStudy.Found found) {
        String asOf = text("sharing.asOf", target.words().formats().clock(askedAt));
        return found.sharing().opens() < LEAST
                ? new Shown(text("sharing.tooFew"), List.of(), List.of(), asOf)
                : new Shown("", facts.of(found), found.curve(), asOf);
    }

    private Instant from() {
        Formats formats = target.words().formats();
        return switch (span.get()) {
            case TODAY -> formats.instant(formats.today().atStartOfDay());
            case WEEK -> formats.now().minus(WEEK);
            case ALL -> Instant.MIN;
        };
    }

    private long events() {
        return target.status().counters().get().events();
    }

    private Instant now() {
        return target.words().formats().now();
    }

    private static Shown nothing(String why) {
        return new Shown(why, List.of(), List.of(), "");
    }

    private String text(String key, Object... values) {
        return target.words().texts().get(key, values);
    }
}
