package leasehold.ui.model;

import java.util.List;
import leasehold.monitor.Fingerprint;
import leasehold.session.Holder;

/** Makes lines of a program's stack. What is not the program's own is folded. */
final class Frames {

    private static final String TOOLKIT = "javafx.";

    private Frames() {}

    /** Returns a section of a stack that is not empty; its first line is always to be seen. */
    static Details.Code section(String title, List<StackTraceElement> stack) {
        List<String> own =
                stack.stream()
                        .filter(frame -> isOwn(frame.getClassName()))
                        .map(Holder::brief)
                        .toList();
        List<String> all = stack.stream().map(Holder::brief).toList();
        return new Details.Code(title, own.isEmpty() ? List.of(all.getFirst()) : own, all);
    }

    /** What an operator acquires comes through the toolkit, which is nobody's own. */
    private static boolean isOwn(String type) {
        return Fingerprint.isOwn(type) && !type.startsWith(TOOLKIT);
    }
}
