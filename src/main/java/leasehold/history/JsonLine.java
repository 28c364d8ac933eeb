package leasehold.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import leasehold.session.Ledger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line as {@link JsonLines} and {@link JsonFrame} write it. What is left out is 0 or empty, as it
 * was then; what is no such value is refused.
 */
final class JsonLine {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int SHOWN = 40;

    private final ObjectNode line;

    private JsonLine(ObjectNode line) {
        this.line = line;
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is no object of JSON
     */
    static JsonLine of(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return new JsonLine(object);
            }
            throw new IllegalArgumentException(
                    "it is '%s'; allowed is an object of JSON".formatted(shown(text)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "it is '%s'; allowed is a whole object of JSON: %s"
                            .formatted(shown(text), Reading.why(e)),
                    e);
        }
    }

    RunRow run() {
        Optional<RunRow.Ended> end =
                line.has("ending")
                        ? Optional.of(
                                new RunRow.Ended(
                                        DetailReader.word(
                                                "ending", text("ending"), Run.Ending.class),
                                        time("ended"),
                                        number("last")))
                        : Optional.empty();
        return new RunRow(
                number("run"),
                text("controller"),
                time("time"),
                number("trimmed"),
                end,
                number("held"),
                number("sessions"));
    }

    SnapshotRow snapshot() {
        Ledger ledger =
                new Ledger(
                        number("granted"),
                        number("released"),
                        number("unclaimed"),
                        number("revoked"),
                        number("expired"),
                        number("abandoned"),
                        number("lost"),
                        number("held"));
        Snapshots.Plain plain =
                new Snapshots.Plain(
                        number("number"), time("time"), number("nanos"), text("state"), ledger);
        return new SnapshotRow(number("run"), 0, filled(plain));
    }

    Entry entry() {
        String kind = text("kind");
        Row row =
                new Row(
                        number("number"),
                        time("time"),
                        number("nanos"),
                        number("session"),
                        EventKind.named(kind).orElseThrow(() -> wrong("kind", "a kind of event")),
                        number("lease"),
                        text("client"),
                        line.has("tookNanos")
                                ? OptionalLong.of(number("tookNanos"))
                                : OptionalLong.empty(),
                        line.path("detail").toString());
        return entry(row);
    }

    long number(String name) {
        JsonNode node = line.path(name);
        if (node.isMissingNode()) {
            return 0;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(name, "a whole number of 64 bits");
        }
        return node.longValue();
    }

    String text(String name) {
        JsonNode node = line.path(name);
        if (!node.isString() && !node.isMissingNode()) {
            throw wrong(name, "a text");
        }
        return node.asString("");
    }

    private Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name, "a time such as 2026-03-01T12:00:00Z");
        }
    }

    private PastState filled(Snapshots.Plain plain) {
        try {
            return plain.with(
                    line.path("leases").toString(),
                    line.path("sessions").toString(),
                    line.path("detail").toString());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the snapshot cannot be read: " + Reading.why(e), e);
        }
    }

    private static Entry entry(Row row) {
        try {
            return RowReader.entry(row);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("detail cannot be read: " + Reading.why(e), e);
        }
    }

    private IllegalArgumentException wrong(String name, String allowed) {
        String said = line.has(name) ? shown(line.path(name).toString()) : "missing";
        return new IllegalArgumentException(
                "%s is %s; allowed is %s".formatted(name, said, allowed));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
