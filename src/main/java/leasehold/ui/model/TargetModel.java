package leasehold.ui.model;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

    private static final Duration LEAVING = Duration.ofSeconds(2);

    private final Target target;
    private final Words words;
    private final PauseModel pause;
    private final Executor fx;
    private final Duration overdueAfter;
    private final Optional<SimulatorModel> simulator;
    private final Optional<RecordModel> record;
    private final LeasesModel leases = new LeasesModel(this::isMine);
    private final SessionsModel sessions;
    private final EventsModel events;
    private final FailuresModel failures;
    private final StatusModel status = new StatusModel();
    private final CardModel card;
    private final DetailsModel details;
    private final Notices notices;
    private final Formats live;
    private final Budget budget = new Budget();
    private final ReadOnlyLongWrapper second = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper mine = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Standing> standing;
    private final Permits permits;
    private final TargetActs acts;
    private final OpenerHint hint = new OpenerHint();

    /**
     * Creates the model of a target.
     *
     * @param overdueAfter how long a lease is held before it is overdue; zero for never
     * @param simulator the simulated clients, if it is a test target that has them
     * @param record its record on disk, if there is one
     * @param fx runs what comes of an act on the thread of the beat
     */
    public TargetModel(
            Target target,
            Duration overdueAfter,
            Optional<SimulatorModel> simulator,
            Optional<RecordModel> record,
            Words words,
            Executor fx) {
        this.target = target;
        this.overdueAfter = overdueAfter;
        this.simulator = simulator;
        this.record = record;
        this.fx = fx;
        sessions = new SessionsModel(words.formats());
        events = new EventsModel(reader(), words);
        failures = new FailuresModel(target.monitor()::seen, target.monitor()::mute);
        OwnActs own = new OwnActs(target.acts().operator(), this::isMine, failures);
        pause = new PauseModel(words, new Backlog(own, id -> leases.row(id).isPresent()));
        this.words = pause.stopped();
        CardSentence sentence = new CardSentence(words.texts(), words.formats());
        card = new CardModel(sentence, sessions, words.formats().now(), recording());
        details = new DetailsModel(this, reader());
        details.topic().subscribe(topic -> events.watch(topic == DetailsModel.Topic.EVENTS));
        notices = new Notices(words.formats());
        standing = new ReadOnlyObjectWrapper<>(Standing.of(this));
        permits = new Permits(this);
        acts = new TargetActs(this);
        leases.selected().subscribe(permits::refresh);
        permits.refresh();
        live = words.formats();
        pause.on().subscribe((_, isOn) -> paused(isOn));
        record.ifPresent(this::recall);
    }

    /** Has what the record knows of former runs shown. */
    private void recall(RecordModel former) {
        sessions.recall(
                after -> former.past(target.name(), after, sessions::addPast, this::unread));
        failures.formerly(words.texts().get("failures.former.reading"));
        former.pastFailures(
                target.name(),
                past -> {
                    target.monitor().remember(past);
                    failures.formerly(
                            past.since()
                                    .map(at -> words.at("failures.former.since", at))
                                    .orElse(""));
                },
                thrown -> {
                    failures.formerly(words.texts().get("failures.former.unread"));
                    unread(thrown);
                });
        Instant midnight = live.instant(live.today().atStartOfDay());
        former.pastOpenings(target.name(), midnight, target.monitor()::remember, this::unread);
    }

    /** Each has one of its own, so that a long question of one keeps no other waiting. */
    private Optional<EventReader> reader() {
        return record.map(of -> of.events(target.name(), this::unread));
    }

    /** Returns its name. */
    public String name() {
        return target.name();
    }

    /** Returns its name, and of a recording that of its file. */
    public String label() {
        return recording()
                .map(read -> words.texts().get("recording.label", name(), read.name()))
                .orElse(name());
    }

    /** Returns the recording that is shown, if one is. */
    public Optional<RecordingModel> recording() {
        return record.flatMap(RecordModel::recording);
    }

    /** Returns what it is for. */
    public Target.Kind kind() {
        return target.kind();
    }

    /** Tells whether it is only watched. */
    public boolean readOnly() {
        return target.readOnly();
    }

    /** Returns what is shown. */
    public Target target() {
        return target;
    }

    /** Returns the pause of the tables. */
    public PauseModel pause() {
        return pause;
    }

    /** Returns how everything reads; its clock stands still during a pause. */
    public Words words() {
        return words;
    }

    /** Returns the simulated clients, if the target has them. */
    public Optional<SimulatorModel> simulator() {
        return simulator;
    }

    /** Returns the record on disk, if there is one. */
    public Optional<RecordModel> record() {
        return record;
    }

    /** Sets what is done when there is something to show, once until the next beat. */
    public void onNews(Runnable wake) {
        target.monitor().onDirty(wake);
        events.onWaiting(wake);
    }

    /** Tells whether what happens here stands in the record of former runs, too. */
    boolean recorded() {
        return record.filter(of -> of.whyNot().isEmpty() || of.recording().isPresent()).isPresent();
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

    /** Returns the events. */
    public EventsModel events() {
        return events;
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

    /** Returns how it stands, in short. */
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** Returns what may be done to it. */
    public Permits permits() {
        return permits;
    }

    /** Returns what the operator does to it. */
    public TargetActs acts() {
        return acts;
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

    /** Has the simulated clients leave, and shuts the controller down. */
    public CompletionStage<ShutdownReport> shutdown(Duration deadline) {
        simulator.ifPresent(SimulatorModel::releaseAll);
        return target.shutdown(deadline);
    }

    /**
     * Shuts the controller down, and stops watching it.
     *
     * @return completes on the thread of the beat: whether the session was closed
     */
    CompletionStage<Boolean> disconnect() {
        return shutdown(LEAVING)
                .thenApplyAsync(
                        report -> {
                            target.close();
                            events.close();
                            details.close();
                            record.ifPresent(RecordModel::close);
                            return report.strays().isEmpty();
                        },
                        fx);
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

    /** Takes why the record could not be read: what a disk does is no fault of ours. */
    private void unread(Throwable thrown) {
        if (thrown.getCause() instanceof IOException cause) {
            target.monitor().failed(Failure.of(cause, UnaryOperator.identity()));
            notices.say(RecordModel.why(thrown));
        } else {
            failed(thrown);
        }
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
        if (recording().filter(RecordingModel::reading).isPresent()) {
            tick(live.now());
            return true;
        }
        Batch batch = target.monitor().drain(budget.leases());
        boolean more = batch.more() > 0;
        apply(pause.through(batch));
        tick(live.now());
        budget.learn(deadline - System.nanoTime(), more);
        return more || waits();
    }

    /** Tells whether something changes as time passes. */
    public boolean ticking() {
        return notices.ticking()
                || record.filter(RecordModel::ticking).isPresent()
                || recording().isEmpty() && timePasses();
    }

    private boolean timePasses() {
        return leases.ticking()
                || card.ticking()
                || status.ticking()
                || failures.ticking(live.now())
                || simulator.filter(SimulatorModel::ticking).isPresent();
    }

    /** Rows wait for a hand that will be gone in a moment. */
    private boolean waits() {
        return leases.live().waits()
                || sessions.live().waits()
                || events.waits()
                || failures.live().waits();
    }

    private void paused(boolean isOn) {
        events.pause(isOn);
        if (!isOn) {
            pause.missed().ifPresent(this::apply);
        }
        tick(live.now());
    }

    private void apply(Batch batch) {
        leases.apply(batch.leases(), batch.ended(), words.formats().now());
        sessions.apply(batch.sessions(), batch.goneSessions());
        failures.apply(batch.failures());
        status.apply(batch.counters(), batch.lag());
        card.apply(batch.card());
        if (hint.isDue(batch)) {
            say("notice.opener");
        }
    }

    private void tick(Instant now) {
        second.set(words.formats().now().getEpochSecond());
        pause.tick(status.counters().get());
        mine.set(target.acts().mine().size());
        status.tick(now);
        record.ifPresent(former -> former.tick(now));
        recording().ifPresent(RecordingModel::tick);
        long held = status.counters().get().ledger().held();
        card.tick(now, (int) held);
        title.set(titled(held));
        standing.set(Standing.of(this));
        permits.refresh();
        notices.tick();
        simulator.ifPresent(SimulatorModel::refresh);
        events.settle();
        details.refresh();
    }

    private boolean isMine(LeaseRecord lease) {
        return lease.client().equals(OperatorActs.CLIENT) || target.acts().took(lease.id());
    }

    private String titled(long held) {
        String key = held == 0 ? "window.title" : "window.title.held";
        return words.texts().get(key, card.text().get().state(), label(), held);
    }
}
