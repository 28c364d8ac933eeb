package leasehold.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of the caller's stack is kept with a lease. Taken before the lock. */
record Trace(Optional<StackTraceElement> site, List<StackTraceElement> stack) {

    /** A caller of whose stack nothing is kept. */
    static final Trace NONE = new Trace(Optional.empty(), List.of());

    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final Set<String> RUNTIME = Set.of("java.", "javax.", "jdk.", "sun.");
    private static final String OURS = "leasehold.";
    private static final String CONTROLLER = "leasehold.session.";

    /**
     * Takes what the level asks for; {@code foreign} are the prefixes of packages that are not the
     * caller's own.
     */
    static Trace take(CaptureLevel level, List<String> foreign) {
        return switch (level) {
            case OFF -> NONE;
            case SITE -> new Trace(WALKER.walk(frames -> site(frames, foreign)), List.of());
            case STACK -> WALKER.walk(frames -> whole(frames.toList(), foreign));
        };
    }

    private static Trace whole(List<StackWalker.StackFrame> frames, List<String> foreign) {
        List<StackTraceElement> stack =
                frames.stream()
                        .filter(frame -> !frame.getClassName().startsWith(CONTROLLER))
                        .map(StackWalker.StackFrame::toStackTraceElement)
                        .toList();
        return new Trace(site(frames.stream(), foreign), stack);
    }

    /**
     * Returns the first frame of the caller's own code; of ours above the controller, if there is
     * no other.
     */
    private static Optional<StackTraceElement> site(
            Stream<StackWalker.StackFrame> frames, List<String> foreign) {
        StackWalker.StackFrame[] fallback = new StackWalker.StackFrame[1];
        return frames.filter(
                        frame ->
                                !isRuntime(frame.getClassName())
                                        && !startsWith(frame.getClassName(), foreign))
                .filter(frame -> isTheirs(frame, fallback))
                .findFirst()
                .or(() -> Optional.ofNullable(fallback[0]))
                .map(StackWalker.StackFrame::toStackTraceElement);
    }

    private static boolean isTheirs(
            StackWalker.StackFrame frame, StackWalker.StackFrame[] fallback) {
        String type = frame.getClassName();
        if (!type.startsWith(OURS)) {
            return true;
        }
        if (fallback[0] == null && !type.startsWith(CONTROLLER)) {
            fallback[0] = frame;
        }
        return false;
    }

    private static boolean isRuntime(String type) {
        return startsWith(type, RUNTIME);
    }

    private static boolean startsWith(String type, Iterable<String> prefixes) {
        for (String prefix : prefixes) {
            if (type.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
