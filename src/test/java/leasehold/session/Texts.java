package leasehold.session;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be read in what a controller emits, whatever its {@code toString} leaves out.
 */
public final class Texts {

    private Texts() {}

    /** Returns the text of an object, and of all its components. */
    public static String of(Object told) {
        StringBuilder text = new StringBuilder();
        add(told, text);
        return text.toString();
    }

    private static void add(Object told, StringBuilder text) {
        text.append(told).append('\n');
        switch (told) {
            case null -> {}
            case Iterable<?> all -> all.forEach(one -> add(one, text));
            case Map<?, ?> map -> {
                map.keySet().forEach(key -> add(key, text));
                map.values().forEach(value -> add(value, text));
            }
            case Optional<?> perhaps -> perhaps.ifPresent(one -> add(one, text));
            case Record all -> components(all, text);
            default -> {}
        }
    }

    private static void components(Record all, StringBuilder text) {
        for (RecordComponent component : all.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                add(component.getAccessor().invoke(all), text);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
