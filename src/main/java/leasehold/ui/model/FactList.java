package leasehold.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Moment;

/** Gathers what is known of something. Facts are named by the texts of the side pane. */
final class FactList {

    private final Words words;
    private final List<Fact> facts = new ArrayList<>();

    FactList(Words words) {
        this.words = words;
    }

    FactList add(String key, String value) {
        facts.add(new Fact(name(key), value));
        return this;
    }

    FactList add(String key, Instant at) {
        return add(key, Optional.of(at));
    }

    FactList add(String key, Optional<Instant> at) {
        return add(key, at, words.formats().time(at));
    }

    /** Adds a time that is said in words of its own. */
    FactList add(String key, Optional<Instant> at, String value) {
        facts.add(new Fact(name(key), value, at.map(words.formats()::exact).orElse("")));
        return this;
    }

    List<Fact> list() {
        return List.copyOf(facts);
    }

    static Moment moment(Formats formats, Instant at, String what) {
        return new Moment(formats.time(at), formats.exact(at), what);
    }

    private String name(String key) {
        return words.texts().get("details." + key);
    }
}
