package leasehold.history;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import leasehold.session.Act;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes what of an entry is no column, as an object of JSON. What is empty is left out. A frame is
 * an array: class, method, file, line and, where known, module, its version, class loader. One
 * writes any number of objects, one after the other; for one thread.
 */
final class Detail {

    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator((String) null).build();

    private final StringWriter text = new StringWriter();
    private JsonGenerator json = generator();

    /** Returns the object that {@code content} writes. */
    String object(Consumer<? super Detail> content) {
        return written(() -> braced(content));
    }

    /** Returns an array of objects. */
    <T> String array(Collection<? extends T> all, Item<? super T> each) {
        return written(
                () -> {
                    json.writeStartArray();
                    all.forEach(one -> braced(in -> each.write(in, one)));
                    json.writeEndArray();
                });
    }

    /** Writes the content of one object of an array. */
    interface Item<T> {
        void write(Detail detail, T one);
    }

    private String written(Runnable content) {
        text.getBuffer().setLength(0);
        try {
            content.run();
            json.flush();
        } catch (RuntimeException e) {
            json = generator(); // this one stands within an object
            throw e;
        }
        return text.toString();
    }

    private JsonGenerator generator() {
        return JSON.createGenerator(ObjectWriteContext.empty(), text);
    }

    private void braced(Consumer<? super Detail> content) {
        json.writeStartObject();
        content.accept(this);
        json.writeEndObject();
    }

    Detail with(String name, long number) {
        json.writeNumberProperty(name, number);
        return this;
    }

    Detail with(String name, boolean flag) {
        json.writeBooleanProperty(name, flag);
        return this;
    }

    Detail with(String name, String text) {
        if (!text.isEmpty()) {
            json.writeStringProperty(name, Unicode.whole(text));
        }
        return this;
    }

    Detail with(String name, Enum<?> word) {
        json.writeStringProperty(name, word.name());
        return this;
    }

    Detail with(String name, Instant at) {
        json.writeStringProperty(name, at.toString());
        return this;
    }

    Detail withTime(String name, Optional<Instant> at) {
        at.ifPresent(known -> with(name, known));
        return this;
    }

    Detail withSpan(String name, Optional<Duration> span) {
        span.ifPresent(known -> json.writeStringProperty(name, known.toString()));
        return this;
    }

    Detail with(String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            json.writeObjectPropertyStart(name);
            texts.forEach(
                    (key, value) ->
                            json.writeStringProperty(Unicode.whole(key), Unicode.whole(value)));
            json.writeEndObject();
        }
        return this;
    }

    Detail with(String name, Act act) {
        json.writeObjectPropertyStart(name);
        with("operator", act.operator()).with("reason", act.reason());
        json.writeEndObject();
        return this;
    }

    Detail by(Optional<Act> act) {
        act.ifPresent(known -> with("by", known));
        return this;
    }

    Detail with(String name, Failure failure) {
        json.writeObjectPropertyStart(name);
        with("category", failure.category());
        with("type", failure.type());
        with("text", failure.text());
        failure.code().ifPresent(code -> json.writeStringProperty("code", Unicode.whole(code)));
        if (!failure.causes().isEmpty()) {
            json.writeArrayPropertyStart("causes");
            failure.causes().forEach(cause -> json.writeString(Unicode.whole(cause)));
            json.writeEndArray();
        }
        frames("frames", failure.frames());
        json.writeEndObject();
        return this;
    }

    Detail with(Holder holder) {
        json.writeObjectPropertyStart("holder");
        with("user", holder.user());
        with("host", holder.host());
        with("pid", holder.pid());
        with("thread", holder.thread());
        holder.site().ifPresent(this::site);
        frames("stack", holder.stack());
        json.writeEndObject();
        return this;
    }

    Detail with(LeaseEnd end) {
        by(end.by());
        end.cause().ifPresent(cause -> with("failure", cause));
        return this;
    }

    /**
     * Writes what is known of a lease; what is as usual is left out: in the state given, of the
     * session given, asked for and granted at the time given.
     */
    Detail with(LeaseInfo info, LeaseInfo.State usual, long epoch, Instant at) {
        if (info.state() != usual) {
            with("state", info.state());
        }
        if (info.epoch() != epoch) {
            with("epoch", info.epoch());
        }
        with("purpose", info.purpose());
        with("correlationId", info.correlationId());
        if (!info.requestedAt().equals(at)) {
            with("requestedAt", info.requestedAt());
        }
        granted(info.grantedAt(), usual, at);
        withTime("expiresAt", info.expiresAt());
        flag("opener", info.opener());
        flag("overdue", info.overdue());
        return with(info.holder());
    }

    private void granted(Optional<Instant> grantedAt, LeaseInfo.State usual, Instant at) {
        boolean expected =
                usual == LeaseInfo.State.WAITING
                        ? grantedAt.isEmpty()
                        : grantedAt.equals(Optional.of(at));
        if (!expected) {
            json.writeStringProperty("grantedAt", grantedAt.map(Instant::toString).orElse(""));
        }
    }

    private void flag(String name, boolean flag) {
        if (flag) {
            with(name, true);
        }
    }

    private void site(StackTraceElement frame) {
        json.writeName("site");
        frame(frame);
    }

    private void frames(String name, List<StackTraceElement> frames) {
        if (!frames.isEmpty()) {
            json.writeArrayPropertyStart(name);
            frames.forEach(this::frame);
            json.writeEndArray();
        }
    }

    private void frame(StackTraceElement frame) {
        json.writeStartArray();
        json.writeString(Unicode.whole(frame.getClassName()));
        json.writeString(Unicode.whole(frame.getMethodName()));
        json.writeString(Unicode.wholeOrNull(frame.getFileName()));
        json.writeNumber(frame.getLineNumber());
        origin(frame);
        json.writeEndArray();
    }

    private void origin(StackTraceElement frame) {
        String module = frame.getModuleName();
        String version = frame.getModuleVersion();
        String loader = frame.getClassLoaderName();
        if (module != null || version != null || loader != null) {
            json.writeString(Unicode.wholeOrNull(module));
            json.writeString(Unicode.wholeOrNull(version));
            json.writeString(Unicode.wholeOrNull(loader));
        }
    }
}
