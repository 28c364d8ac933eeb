package leasehold.session;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import leasehold.backend.BackendSession;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;

/** A program that holds a lease when it ends, or counts the JVM's hooks. */
final class ExitProgram implements SessionBackend {

    private ExitProgram() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "holding" -> hold(true);
            case "holding without hook" -> hold(false);
            default -> countHooks();
        }
    }

    private static void hold(boolean hook) throws Exception {
        SessionLease lease = build(hook).openSession(LeaseRequest.of("program"));
        System.out.println(lease);
    }

    private static void countHooks() throws Exception {
        int before = hooks();
        ServerSessionController plain = build(false);
        System.out.println("without " + (hooks() - before));
        ServerSessionController hooked = build(true);
        System.out.println("with " + (hooks() - before));
        hooked.shutdown(Duration.ZERO).toCompletableFuture().get(20, TimeUnit.SECONDS);
        plain.close();
        System.out.println("after shutdown " + (hooks() - before));
    }

    private static ServerSessionController build(boolean hook) {
        ControllerBuilder builder = ServerSessionController.over(new ExitProgram()).name("exit");
        return hook ? builder.closeOnExit(Duration.ZERO).build() : builder.build();
    }

    private static int hooks() throws ReflectiveOperationException {
        Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
        hooks.setAccessible(true);
        return ((Map<?, ?>) hooks.get(null)).size();
    }

    @Override
    public BackendSession open(OpenAttempt attempt) {
        return new BackendSession() {
            @Override
            public String id() {
                return "x";
            }

            @Override
            public Map<String, String> attributes() {
                return Map.of();
            }

            @Override
            public void close() {
                System.out.println("closed");
            }
        };
    }
}
