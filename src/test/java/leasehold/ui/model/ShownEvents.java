package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;
import javafx.collections.ListChangeListener;
import leasehold.history.Place;
import leasehold.history.Told;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A record, the model of its events, and a hand that has them told and looks. */
abstract class ShownEvents {

    private static final Words WORDS = new Words(Facts.TEXTS, Facts.FORMATS);

    @TempDir Path folder;

    /** What the record told is taken when the test says so. */
    final List<Runnable> news = new ArrayList<>();

    final List<Runnable> questions = new ArrayList<>();

    final List<Throwable> failures = new ArrayList<>();
    final Absence absence = new Absence();
    Told told;
    EventsModel model;
    boolean held;
    boolean slow;
    int asked;

    @BeforeEach
    void look() throws IOException {
        told = new Told(folder.resolve("record.sqlite"), "demo");
        model = model();
        model.watch(true);
        settle();
    }

    @AfterEach
    void close() {
        model.close();
        told.close();
        assertThat(failures).isEmpty();
    }

    void assertGoneWasToldOnce() {
        assertThat(failures)
                .singleElement()
                .satisfies(
                        thrown ->
                                assertThat(thrown.getCause())
                                        .hasMessageStartingWith(
                                                folder.resolve("record.sqlite") + " is gone: "));
        failures.clear();
    }

    void move(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    void lookAt(int index) {
        model.shownBy(
                () -> false, () -> false, () -> Set.of(model.rows().get(index)), Runnable::run);
        for (int beat = 0; beat < 5; beat++) {
            model.settle();
        }
    }

    void alter(String sql) throws SQLException {
        alter(folder.resolve("record.sqlite"), sql);
    }

    static void alter(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    void vanish() throws IOException {
        for (String ending : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("record.sqlite" + ending));
        }
    }

    EventsModel model() {
        Executor background =
                question -> {
                    asked++;
                    if (slow) {
                        questions.add(question);
                    } else {
                        question.run();
                    }
                };
        Executor fx =
                task -> {
                    if (Thread.currentThread().getName().equals("leasehold-history")) {
                        synchronized (news) {
                            news.add(task);
                        }
                    } else {
                        try {
                            task.run();
                        } catch (RuntimeException e) {
                            failures.add(e);
                        }
                    }
                };
        return new EventsModel(
                Optional.of(
                        new EventReader(
                                CompletableFuture.completedFuture(told.store()),
                                "demo",
                                background,
                                fx,
                                absence,
                                failures::add)),
                WORDS);
    }

    void hold() {
        held = true;
        model.shownBy(() -> held, () -> !held, Set::of, Runnable::run);
    }

    void shows(String filter, long... numbers) {
        model.filter().set(filter);
        settle();
        assertThat(numbers())
                .as(filter)
                .containsExactlyElementsOf(LongStream.of(numbers).boxed().toList());
    }

    void beat(SessionEvent... events) {
        beat(List.of(events));
    }

    void beat(List<SessionEvent> events) {
        tell(events);
        settle();
    }

    void tell(List<SessionEvent> events) {
        told.tell(events);
    }

    /** Takes what the record told, and looks once more: it may have been told of too early. */
    void settle() {
        List<Runnable> tasks;
        synchronized (news) {
            tasks = List.copyOf(news);
            news.clear();
        }
        tasks.forEach(Runnable::run);
        model.look();
        model.settle();
    }

    void answer() {
        while (!questions.isEmpty()) {
            questions.removeFirst().run();
        }
    }

    boolean isRead(int index) {
        slow = true;
        boolean read = model.rows().get(index).known().isPresent();
        slow = false;
        return read;
    }

    List<Long> numbers() {
        return places().stream().map(Place::number).toList();
    }

    List<Place> places() {
        return model.rows().stream().map(EventRow::place).toList();
    }

    List<String> texts() {
        return model.rows().stream().map(row -> model.text(row.known().orElseThrow())).toList();
    }

    List<String> kinds() {
        return model.rows().stream().map(row -> row.known().orElseThrow().kind().text()).toList();
    }

    List<String> deltas() {
        return model.rows().stream()
                .map(row -> row.known().orElseThrow())
                .map(row -> model.sinceAbove(row).map(Formats::duration).orElse(Formats.MISSING))
                .toList();
    }

    static String told(ListChangeListener.Change<? extends EventRow> change) {
        change.next();
        return change.getFrom() + "-" + change.getTo() + " -" + change.getRemovedSize();
    }

    static SessionEvent resumed(long number) {
        return Happenings.resumed(number);
    }

    /** Of another session than all others. */
    static SessionEvent quiet(long number) {
        Stamp stamp = Happenings.stamp(number);
        return new SessionEvent.Resumed(new Stamp(number, stamp.at(), stamp.nanos(), 3));
    }
}
