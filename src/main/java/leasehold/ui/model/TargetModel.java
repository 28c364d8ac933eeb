package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import leasehold.monitor.Batch;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.OperatorActs;
import leasehold.monitor.Target;
import leasehold.session.Failure;
import leasehold.session.ShutdownReport;

/** Everything the window shows of one target, brought up to date at each beat. */
public final class TargetModel {

    private final Target target;
    private final Words words;
    private final Executor fx;
    private final Duration overdueAfter;
    private final Optional<SimulatorModel> simulator;
    private final LeasesModel leases = new LeasesModel(OperatorActs.CLIENT);
    private final SessionsModel sessions = new SessionsModel();
    private final FailuresModel failures;
    private final StatusModel status = new StatusModel();
    private final CardModel card;
    private final DetailsModel details;
    private final Notices notices;
    private final Budget budget = new Budget();
    private final ReadOnlyLongWrapper second = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper mine = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private boolean hinted;

    /**
     * Creates the model of a target.
     *
     * @param overdueAfter how long a lease is held before it is overdue; zero for never
     * @param simulator the simulated clients, if it is a test target that has them
     * @param fx runs what comes of an act on the thread of the beat
     */
    public TargetModel(
            Target target,
            Duration overdueAfter,
            Optional<SimulatorModel> simulator,
            Words words,
            Executor fx) {
        this.target = target;
        this.overdueAfter = overdueAfter;
        this.simulator = simulator;
        this.words = words;
        this.fx = fx;
        failures = new FailuresModel(target.monitor()::seen);
        CardSentence sentence = new CardSentence(words.texts(), words.formats());
        card = new CardModel(sentence, sessions, words.formats().now());
        details = new DetailsModel(this, target.monitor().log());
        notices = new Notices(words.formats());
    }

    /** Returns its name. */
    public String name() {
        return target.name();
    }

    /** Returns what it is for. */
    public Target.Kind kind() {
        return target.kind();
    }

    /** Returns what is shown. */
    public Target target() {
        return target;
    }

    /** Returns how everything reads. */
    public Words words() {
        return words;
    }

    /** Returns the simulated clients, if the target has them. */
    public Optional<SimulatorModel> simulator() {
        return simulator;
    }

    /** Returns how long a lease is held before it is overdue; zero for never. */
    public Duration overdueAfter() {
        return overdueAfter;
    }

    /** Returns the leases. */
    public LeasesModel leases() {
        return leases;
    }

    /** Returns the sessions. */
    public SessionsModel sessions() {
        return sessions;
    }

    /** Returns the failures. */
    public FailuresModel failures() {
        return failures;
    }

    /** Returns the session card. */
    public CardModel card() {
        return card;
    }

    /** Returns the counts. */
    public StatusModel status() {
        return status;
    }

    /** Returns what is selected, in full. */
    public DetailsModel details() {
        return details;
    }

    /** Returns the title of the window: state, leases, name. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** Returns what came of acts. */
    public Notices notices() {
        return notices;
    }

    /** Returns the time in seconds, by which durations in the tables tick. */
    public ReadOnlyLongProperty second() {
        return second.getReadOnlyProperty();
    }

    /** Returns how many leases were taken here and have not ended. */
    public ReadOnlyIntegerProperty mine() {
        return mine.getReadOnlyProperty();
    }

    /** Acquires a lease as the operator. */
    public CompletionStage<Optional<Long>> acquire() {
        return target.acts()
                .acquire()
                .whenCompleteAsync(
                        (id, _) -> {
                            if (id == null || id.isEmpty()) {
                                say("notice.refused");
                            }
                        },
                        fx);
    }

    /** Releases the selected leases that were taken here, else the newest that was. */
    public void release() {
        OperatorActs acts = target.acts();
        List<Long> own =
                leases.selectedLiving().stream()
                        .map(LeaseRecord::id)
                        .filter(acts.mine()::contains)
                        .toList();
        if (own.isEmpty()) {
            acts.releaseNewest();
        } else {
            own.forEach(acts::release);
        }
    }

    /** Ends the time in which a failure answers all callers. */
    public void tryNow() {
        target.acts().retryNow();
    }

    /** Has the close of a stray tried again. */
    public void retryClose(long epoch) {
        target.acts().retryClose(epoch, "");
    }

    /** Takes a stray off the list. */
    public void forget(long epoch) {
        target.acts().forget(epoch, "");
    }

    /** Has the simulated clients leave, and shuts the controller down. */
    public CompletionStage<ShutdownReport> shutdown(Duration deadline) {
        simulator.ifPresent(SimulatorModel::releaseAll);
        return target.shutdown(deadline);
    }

    /** Says what came of something. */
    public void say(String key, Object... values) {
        notices.say(words.texts().get(key, values));
    }

    /** Takes what the window itself failed with: a row among the failures, and a notice. */
    public void failed(Throwable thrown) {
        target.monitor().failed(Failure.of(thrown, UnaryOperator.identity()));
        say("notice.fault", thrown.getClass().getSimpleName());
    }

    /** Has something done on the thread of the beat. */
    void later(Runnable task) {
        fx.execute(task);
    }

    /**
     * Shows what has changed.
     *
     * @param deadline by when to be done, on {@link System#nanoTime}
     * @return whether more waits
     */
    public boolean beat(long deadline) {
        Instant now = words.formats().now();
        Batch batch = target.monitor().drain(budget.leases());
        boolean more = batch.more() > 0;
        apply(batch, now);
        tick(now);
        budget.learn(deadline - System.nanoTime(), more);
        return more;
    }

    /** Tells whether something changes as time passes. */
    public boolean ticking() {
        return leases.ticking()
                || card.ticking()
                || status.ticking()
                || notices.ticking()
                || simulator.filter(SimulatorModel::ticking).isPresent();
    }

    private void apply(Batch batch, Instant now) {
        leases.apply(batch.leases(), batch.ended(), now);
        sessions.apply(batch.sessions(), batch.oldestSession());
        failures.apply(batch.failures());
        status.apply(batch.counters());
        card.apply(batch.card());
        hint(batch);
    }

    private void tick(Instant now) {
        second.set(now.getEpochSecond());
        mine.set(target.acts().mine().size());
        status.tick(now);
        card.tick(now, (int) status.counters().get().ledger().held());
        title.set(titled());
        notices.tick(now);
        simulator.ifPresent(SimulatorModel::refresh);
        details.refresh();
    }

    private String titled() {
        String state =
                card.text().get().first().stream()
                        .filter(part -> part.kind() == Texts.Part.Kind.STRONG)
                        .map(Texts.Part::text)
                        .findFirst()
                        .orElse("");
        long held = status.counters().get().ledger().held();
        return words.texts()
                .get(held == 0 ? "window.title" : "window.title.held", state, target.name(), held);
    }

    private void hint(Batch batch) {
        boolean opened =
                batch.leases().stream()
                        .anyMatch(l -> l.opener() && l.client().equals(OperatorActs.CLIENT));
        if (opened && !hinted) {
            hinted = true;
            say("notice.opener");
        }
    }
}
