package leasehold.ui.model;

import java.util.List;
import java.util.Optional;
import leasehold.history.PastState;
import leasehold.history.Place;
import org.jspecify.annotations.Nullable;

/**
 * What the controller was like just after one event, out of the record: asked once for each event
 * that is looked at, one after another. Of those that were passed by meanwhile only the last is.
 */
final class Aftermath {

    private final Texts texts;
    private final AftermathText text;
    private final Optional<EventReader> reader;
    private Runnable news = () -> {};
    private @Nullable Place followed;
    private Optional<Details.Section> known = Optional.empty();
    private boolean asking;

    /** Creates one of no event yet. */
    Aftermath(Words words, Optional<EventReader> reader) {
        texts = words.texts();
        text = new AftermathText(words);
        this.reader = reader;
    }

    /** Sets what is done when there is more to tell. */
    void onNews(Runnable action) {
        news = action;
    }

    /** Returns what is known of an event; empty until that was read. */
    Optional<Details.Section> of(EventRecord event) {
        if (!event.place().equals(followed)) {
            followed = event.place();
            known = Optional.empty();
            ask(event);
        }
        return known;
    }

    private void ask(EventRecord event) {
        if (!asking && reader.isPresent()) {
            asking = true;
            reader.get()
                    .<PastState>askNow(
                            pages -> pages.after(event.place()), state -> take(event, state));
        }
    }

    /** If another event is looked at by now, its turn comes when the news is passed on. */
    private void take(EventRecord event, Optional<PastState> state) {
        asking = false;
        if (event.place().equals(followed)) {
            List<String> lines =
                    state.map(found -> text.of(found, event.at()))
                            .orElse(List.of(texts.get("then.unread")));
            known = Optional.of(new Details.Prose(texts.get("then.title"), lines));
        } else {
            followed = null;
        }
        news.run();
    }
}
