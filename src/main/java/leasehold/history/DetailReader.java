package leasehold.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import leasehold.backend.FailureCategory;
import leasehold.session.Act;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link Detail} wrote. */
final class DetailReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode node;

    private DetailReader(JsonNode node) {
        this.node = node;
    }

    static DetailReader of(String object) {
        return new DetailReader(JSON.readTree(object));
    }

    static List<DetailReader> array(String array) {
        return list(JSON.readTree(array), DetailReader::new);
    }

    boolean has(String name) {
        return node.has(name);
    }

    long number(String name) {
        return node.path(name).asLong(0);
    }

    int count(String name) {
        try {
            return Math.toIntExact(number(name));
        } catch (ArithmeticException e) {
            throw wrong(name, "a number of 32 bits", e);
        }
    }

    boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    String text(String name) {
        return node.path(name).asString("");
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return word(name, text(name), type);
    }

    /**
     * Returns what a word means.
     *
     * @throws IllegalArgumentException if it means nothing; the message is a sentence
     */
    static <E extends Enum<E>> E word(String name, String word, Class<E> type) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s is '%s'; allowed is one of %s"
                            .formatted(name, word, List.of(type.getEnumConstants())),
                    e);
        }
    }

    Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name, "a time", e);
        }
    }

    Optional<Instant> timeIf(String name) {
        return has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    Optional<Duration> spanIf(String name) {
        try {
            return has(name) ? Optional.of(Duration.parse(text(name))) : Optional.empty();
        } catch (DateTimeException e) {
            throw wrong(name, "a duration", e);
        }
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.path(name).forEachEntry((key, value) -> texts.put(key, value.asString("")));
        return Collections.unmodifiableMap(texts);
    }

    Act by() {
        return new Act(in("by").text("operator"), in("by").text("reason"));
    }

    Optional<Act> byIf() {
        return has("by") ? Optional.of(by()) : Optional.empty();
    }

    Failure failure() {
        DetailReader in = in("failure");
        return new Failure(
                in.word("category", FailureCategory.class),
                in.text("type"),
                in.text("text"),
                in.has("code") ? Optional.of(in.text("code")) : Optional.empty(),
                list(in.node.path("causes"), cause -> cause.asString("")),
                list(in.node.path("frames"), DetailReader::frame));
    }

    Holder holder() {
        DetailReader in = in("holder");
        return new Holder(
                in.text("user"),
                in.text("host"),
                in.number("pid"),
                in.text("thread"),
                in.has("site") ? Optional.of(frame(in.node.path("site"))) : Optional.empty(),
                list(in.node.path("stack"), DetailReader::frame));
    }

    LeaseEnd end(LeaseEnd.Kind kind) {
        return new LeaseEnd(
                kind, byIf(), has("failure") ? Optional.of(failure()) : Optional.empty());
    }

    LeaseInfo info(
            long id, String client, long wait, LeaseInfo.State usual, long epoch, Instant at) {
        return new LeaseInfo(
                id,
                has("epoch") ? number("epoch") : epoch,
                has("state") ? word("state", LeaseInfo.State.class) : usual,
                client,
                holder(),
                text("purpose"),
                text("correlationId"),
                timeIf("requestedAt").orElse(at),
                granted(usual, at),
                wait,
                flag("opener"),
                timeIf("expiresAt"),
                flag("overdue"));
    }

    private Optional<Instant> granted(LeaseInfo.State usual, Instant at) {
        if (has("grantedAt")) {
            return text("grantedAt").isEmpty() ? Optional.empty() : timeIf("grantedAt");
        }
        return usual == LeaseInfo.State.WAITING ? Optional.empty() : Optional.of(at);
    }

    private IllegalArgumentException wrong(String name, String allowed, Exception cause) {
        return new IllegalArgumentException(
                "%s is %s; allowed is %s".formatted(name, node.path(name), allowed), cause);
    }

    private DetailReader in(String name) {
        return new DetailReader(node.path(name));
    }

    private static <T> List<T> list(JsonNode array, Function<? super JsonNode, T> each) {
        List<T> all = new ArrayList<>(array.size());
        array.forEach(one -> all.add(each.apply(one)));
        return all;
    }

    private static StackTraceElement frame(JsonNode array) {
        return new StackTraceElement(
                textOrNull(array.path(6)),
                textOrNull(array.path(4)),
                textOrNull(array.path(5)),
                array.path(0).asString(""),
                array.path(1).asString(""),
                textOrNull(array.path(2)),
                array.path(3).asInt(0));
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
