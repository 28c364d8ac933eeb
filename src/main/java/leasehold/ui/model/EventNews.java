package leasehold.ui.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import leasehold.history.EntryList;
import leasehold.history.EntryPages;
import leasehold.history.Origin;
import leasehold.history.StoredEntry;

/**
 * Asks which events there are whenever there may be others, one question at a time. On the thread
 * of the beat.
 */
final class EventNews {

    private static final int NEWEST = 256;

    private final EventReader reader;
    private final BooleanSupplier watched;
    private final Consumer<News> told;
    private boolean asking;
    private boolean again;

    /**
     * What there is now.
     *
     * @param store tells the store from any other
     * @param origins from where those of its runs come that were imported
     * @param newest the last of it, if anybody looks
     */
    record News(String store, EntryList list, Map<Long, Origin> origins, List<StoredEntry> newest) {

        /** Nothing is known yet. */
        static final News NONE = new News("", EntryList.EMPTY, Map.of(), List.of());
    }

    /**
     * Begins to listen.
     *
     * @param watched tells whether anybody looks: only then the newest are read
     */
    EventNews(EventReader reader, BooleanSupplier watched, Consumer<News> told) {
        this.reader = reader;
        this.watched = watched;
        this.told = told;
        reader.onStored(this::look);
    }

    /** Asks now, or once more when the answer has come that is waited for. */
    void look() {
        again = asking;
        if (!asking) {
            asking = true;
            int newest = watched.getAsBoolean() ? NEWEST : 0;
            reader.<News>ask(pages -> news(pages, newest), this::take);
        }
    }

    private void take(Optional<News> news) {
        asking = false;
        news.ifPresent(told);
        if (again) {
            look();
        }
    }

    /** A list of the toolkit has no more rows than an int can count. */
    private static News news(EntryPages pages, int newest) throws IOException {
        EntryList all = pages.list();
        EntryList list = all.slice(Math.max(0, all.size() - Integer.MAX_VALUE), all.size());
        return new News(
                pages.store(),
                list,
                pages.origins(),
                pages.read(list, Math.max(0, list.size() - newest), list.size()));
    }
}
