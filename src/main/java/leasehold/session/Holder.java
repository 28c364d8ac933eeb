package leasehold.session;

import java.util.List;
import java.util.Optional;

/**
 * Who really holds a lease.
 *
 * @param user the user the process runs as
 * @param host the machine's name
 * @param pid the process's id
 * @param thread the thread that asked; empty if it has no name
 * @param site the first frame of the caller's own code, from capture level SITE on
 * @param stack the whole stack, at capture level STACK; else empty
 */
public record Holder(
        String user,
        String host,
        long pid,
        String thread,
        Optional<StackTraceElement> site,
        List<StackTraceElement> stack) {

    /** Returns the name of this machine, as holders of this process have it. */
    public static String thisHost() {
        return ThisProcess.HOST;
    }

    /** Returns the site as a person reads it, {@code OrderSync.run:88}; empty if there is none. */
    public String siteText() {
        return site.map(Holder::brief).orElse("");
    }

    /** Returns a frame as a person reads it: simple class name, method and line. */
    public static String brief(StackTraceElement frame) {
        String type = frame.getClassName();
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return simple + '.' + frame.getMethodName() + ':' + frame.getLineNumber();
    }

    @Override
    public String toString() {
        return user + '@' + host + " · " + pid;
    }
}
