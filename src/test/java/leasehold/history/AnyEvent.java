package leasehold.history;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;

/**
 * Makes any event: of every kind there is, with odd texts, empty optionals and extreme numbers. An
 * event is put together from the components of its record, so that a new kind needs no change here.
 */
final class AnyEvent {

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "billing-sync",
                    "Müller & Söhne <\"'\\>",
                    "служба учёта",
                    "🔒 seat",
                    "a\nb\tc\r",
                    "nul\0inside",
                    "\u2028\uFFFF\u0001",
                    "'); DROP TABLE entry; --",
                    "{\"a\": [1, 2]}",
                    "x".repeat(3_000));
    private static final long[] NUMBERS = {
        0, 1, -1, 42, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, (1L << 53) + 1
    };
    private static final List<Instant> TIMES =
            List.of(
                    Instant.EPOCH,
                    Instant.parse("2025-06-03T14:03:07.412123456Z"),
                    Instant.parse("1969-12-31T23:59:59.999999999Z"),
                    Instant.MIN,
                    Instant.MAX);
    private static final List<Duration> SPANS =
            List.of(
                    Duration.ZERO,
                    Duration.ofNanos(-1),
                    Duration.ofMillis(400),
                    Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                    Duration.ofSeconds(Long.MIN_VALUE));

    private final Random random;

    AnyEvent(long seed) {
        random = new Random(seed);
    }

    /** Returns every kind of event that there is. */
    static List<Class<?>> kinds() {
        return leaves(SessionEvent.class).toList();
    }

    /** Returns an event of a kind. */
    SessionEvent of(Class<?> kind) {
        return (SessionEvent) value(kind);
    }

    /** Returns an event of any kind with a number and a wall time. */
    SessionEvent next(long number, Instant at) {
        Class<?> kind = pick(kinds());
        return (SessionEvent)
                make(kind, new Stamp(number, at, random.nextLong(), random.nextInt(1_000)));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(AnyEvent::leaves)
                : Stream.of(type);
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType of) {
            return value(of);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return pick(List.of(plain.getEnumConstants()));
        }
        return switch (plain.getSimpleName()) {
            case "String" -> text();
            case "long" -> number();
            case "int" -> random.nextBoolean() ? random.nextInt() : random.nextInt(10);
            case "boolean" -> random.nextBoolean();
            case "Instant" -> random.nextBoolean() ? pick(TIMES) : time();
            case "Duration" -> pick(SPANS);
            case "StackTraceElement" -> frame();
            case "Stamp" -> new Stamp(number(), time(), number(), number());
            default -> make(plain, null);
        };
    }

    private Object value(ParameterizedType of) {
        Type[] parts = of.getActualTypeArguments();
        if (of.getRawType() == Optional.class) {
            return random.nextBoolean() ? Optional.of(value(parts[0])) : Optional.empty();
        }
        if (of.getRawType() == List.class) {
            return new ArrayList<>(some().mapToObj(_ -> value(parts[0])).toList());
        }
        if (of.getRawType() == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            some().forEach(i -> map.put(text() + i, text()));
            return map;
        }
        throw new IllegalArgumentException("no value of " + of);
    }

    private Object make(Class<?> type, Stamp stamp) {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values =
                Stream.of(parts)
                        .map(
                                part ->
                                        stamp != null && part.getType() == Stamp.class
                                                ? stamp
                                                : value(part.getGenericType()))
                        .toArray();
        Class<?>[] types = Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made", e);
        }
    }

    private StackTraceElement frame() {
        return new StackTraceElement(
                textOrNull(), textOrNull(), textOrNull(), text(), text(), textOrNull(), pid());
    }

    private int pid() {
        return random.nextInt(10_000) - 2;
    }

    private Instant time() {
        return Times.instant(random.nextLong());
    }

    private String text() {
        return pick(TEXTS);
    }

    private String textOrNull() {
        return random.nextBoolean() ? text() : null;
    }

    private long number() {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextLong();
    }

    private IntStream some() {
        return IntStream.range(0, random.nextInt(4));
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
