package leasehold.ui.model;

import java.util.Optional;
import java.util.function.Predicate;
import leasehold.history.Entry;
import leasehold.session.Act;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.SessionEvent;

/** Whether any name in an event is wanted: of who asked, from where, what failed, who acted. */
final class EventNames implements Predicate<EventRecord> {

    private final Predicate<String> wanted;
    private final Predicate<StackTraceElement> site;

    EventNames(Predicate<String> wanted) {
        this.wanted = new Remembered<>(wanted);
        site = new Remembered<>(frame -> wanted.test(Holder.brief(frame)));
    }

    @Override
    public boolean test(EventRecord row) {
        return row.entry() instanceof Entry.Happened(SessionEvent event)
                && (wanted.test(EventFacts.client(event))
                        || ofHolder(EventFacts.holder(event))
                        || wanted.test(EventFacts.purpose(event))
                        || ofFailure(EventFacts.failure(event))
                        || ofOperator(EventFacts.by(event))
                        || (event instanceof SessionEvent.Opened e && wanted.test(e.serverId())));
    }

    private boolean ofHolder(Optional<Holder> asked) {
        if (asked.isEmpty()) {
            return false;
        }
        Holder holder = asked.get();
        return wanted.test(holder.user())
                || wanted.test(holder.host())
                || wanted.test(holder.thread())
                || (holder.site().isPresent() && site.test(holder.site().get()));
    }

    private boolean ofFailure(Optional<Failure> failure) {
        return failure.isPresent() && wanted.test(failure.get().toString());
    }

    private boolean ofOperator(Optional<Act> by) {
        return by.isPresent() && wanted.test(by.get().toString());
    }
}
