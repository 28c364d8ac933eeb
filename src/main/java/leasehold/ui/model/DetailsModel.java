package leasehold.ui.model;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.LeaseRecord;

/** What the side pane shows: the row that is selected on the tab in front. */
public final class DetailsModel {

    private final TargetModel target;
    private final Optional<EventReader> reader;
    private final LeaseDetails ofLease;
    private final SessionDetails ofSession;
    private final FailureDetails ofFailure;
    private final EventDetails ofEvent;
    private final ObjectProperty<Topic> topic = new SimpleObjectProperty<>(Topic.LEASES);
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.DETAILS);
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Optional<Details>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What a tab is about. */
    public enum Topic {
        /** The leases. */
        LEASES,
        /** The sessions. */
        SESSIONS,
        /** The events. */
        EVENTS,
        /** The failures. */
        FAILURES
    }

    /** A page of the side pane. */
    public enum Page {
        /** What is selected. */
        DETAILS,
        /** How sessions were shared. */
        SHARING,
        /** The scenario of the simulated clients. */
        SIMULATOR
    }

    /**
     * Creates the details of a target.
     *
     * @param reader reads what they tell of events; empty if these are not recorded
     */
    DetailsModel(TargetModel target, Optional<EventReader> reader) {
        this.reader = reader;
        this.target = target;
        LeaseStory story = new LeaseStory(target.words(), reader, target.events()::run);
        ofLease = new LeaseDetails(target.words(), story);
        ofSession = new SessionDetails(target.words(), target.events()::origin);
        ofFailure = new FailureDetails(target.words());
        Aftermath aftermath = new Aftermath(target.words(), reader);
        ofEvent =
                new EventDetails(
                        target.words(), ofFailure, aftermath, this::leads, target.events());
        topic.subscribe(this::refresh);
        target.sessions().selected().subscribe(this::refresh);
        target.failures().selected().subscribe(this::refresh);
        target.leases().selected().subscribe(this::refresh);
        target.events().selected().subscribe(this::refresh);
        target.events()
                .onArrived(
                        () -> {
                            story.follow();
                            refresh();
                        });
        story.onNews(this::refresh);
        aftermath.onNews(this::refresh);
    }

    /** Returns what the tab in front is about. */
    public ObjectProperty<Topic> topic() {
        return topic;
    }

    /** Returns whether the side pane is open. */
    public BooleanProperty open() {
        return open;
    }

    /** Returns which page of the side pane is in front. */
    public ObjectProperty<Page> page() {
        return page;
    }

    /** Returns what is shown; empty if nothing is selected. */
    public ReadOnlyObjectProperty<Optional<Details>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Returns how many rows are selected on the tab in front. */
    public int selected() {
        return switch (topic.get()) {
            case LEASES -> target.leases().selected().size();
            case SESSIONS -> target.sessions().selected().get().isPresent() ? 1 : 0;
            case EVENTS -> target.events().selected().size();
            case FAILURES -> target.failures().selected().get().isPresent() ? 1 : 0;
        };
    }

    /** Returns the lease that is shown, if one is. */
    public Optional<LeaseRecord> lease() {
        return topic.get() == Topic.LEASES && target.leases().selected().size() == 1
                ? Optional.of(target.leases().selected().getFirst().lease())
                : Optional.empty();
    }

    /** Returns the number of the session that is shown, if one of the present run is. */
    public Optional<Long> epoch() {
        return selectedSession().map(SessionRow::epoch);
    }

    /** Says what failed. */
    public String cause(FailureGroup group) {
        return ofFailure.cause(group);
    }

    /** Returns the way to the events of what is shown, if it has events. */
    public Optional<Link.ToEvents> events() {
        return switch (topic.get()) {
            case LEASES -> lease().map(lease -> Link.ToEvents.ofLease(Link.PRESENT, lease.id()));
            case SESSIONS ->
                    target.sessions()
                            .selected()
                            .get()
                            .filter(row -> !row.past() || target.recorded())
                            .map(row -> Link.ToEvents.ofSession(row.run(), row.epoch()));
            case EVENTS -> target.events().single().flatMap(EventRecord::siblings);
            case FAILURES -> Optional.empty();
        };
    }

    /** Goes where a link leads. */
    public void follow(Link link) {
        switch (link) {
            case Link.ToLease to -> {
                topic.set(Topic.LEASES);
                target.leases().reveal(to.id());
            }
            case Link.ToSession to -> {
                topic.set(Topic.SESSIONS);
                target.sessions().reveal(to);
            }
            case Link.ToEvent to -> {
                topic.set(Topic.EVENTS);
                target.events().reveal(to.place());
            }
            case Link.ToEvents to -> {
                target.events().show(to);
                topic.set(Topic.EVENTS);
            }
        }
    }

    /** Says what the controller does by itself after a failure. */
    public String retry(FailureGroup group) {
        return ofFailure.retry(group);
    }

    /** No more is read. */
    void close() {
        reader.ifPresent(EventReader::close);
    }

    void refresh() {
        Optional<Details> details =
                switch (topic.get()) {
                    case LEASES -> lease().map(ofLease::of);
                    case SESSIONS -> target.sessions().selected().get().map(ofSession::of);
                    case EVENTS -> target.events().single().map(ofEvent::of);
                    case FAILURES ->
                            target.failures()
                                    .selected()
                                    .get()
                                    .map(row -> ofFailure.of(row.failures()));
                };
        if (!details.equals(shown.get())) {
            shown.set(details);
        }
    }

    /** Nothing can be done to those of former runs. */
    private Optional<SessionRow> selectedSession() {
        return topic.get() == Topic.SESSIONS
                ? target.sessions().selected().get().filter(row -> !row.past())
                : Optional.empty();
    }

    private boolean leads(Link link) {
        return switch (link) {
            case Link.ToLease to -> target.leases().row(to.id()).isPresent();
            case Link.ToSession to -> target.sessions().has(to);
            case Link.ToEvent to -> target.events().has(to.place());
            case Link.ToEvents _ -> true;
        };
    }
}
