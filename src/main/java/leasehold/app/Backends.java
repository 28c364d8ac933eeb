package leasehold.app;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import leasehold.backend.InvalidSettingException;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionBackendProvider;
import leasehold.session.Failure;
import leasehold.session.LeaseRequest;
import leasehold.session.RetryPolicy;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.session.SessionPolicy;
import leasehold.session.SessionUnavailableException;
import leasehold.ui.model.Connector;
import leasehold.ui.model.TargetModel;

/** The backends that are there, and how a target is made of one. */
final class Backends implements Connector {

    private static final String UNCLOSED = "the session was opened, but its close did not return";
    private static final String NO_SERVER = "simulated";
    private static final Duration LONGEST_TEST = Duration.ofSeconds(15);

    private final List<SessionBackendProvider> providers =
            SessionBackendProvider.installed().stream()
                    .sorted(Comparator.comparing(provider -> provider.id().equals(NO_SERVER)))
                    .toList();
    private final Targets targets;
    private final Executor fx;
    private final Consumer<? super TargetModel> add;

    /**
     * Finds the backends.
     *
     * @param add takes a target that was connected
     */
    Backends(Targets targets, Executor fx, Consumer<? super TargetModel> add) {
        this.targets = targets;
        this.fx = fx;
        this.add = add;
    }

    @Override
    public List<Kind> kinds() {
        return providers.stream()
                .map(provider -> new Kind(provider.id(), provider.title(), provider.settings()))
                .toList();
    }

    @Override
    public Optional<Refusal> connect(Wish wish) {
        return with(wish, backend -> add.accept(targets.of(wish.name(), wish.purpose(), backend)));
    }

    @Override
    public Optional<Refusal> test(Wish wish, Consumer<? super Optional<String>> done) {
        return with(
                wish,
                backend ->
                        Thread.ofVirtual()
                                .name("leasehold-test")
                                .start(
                                        () -> {
                                            Optional<String> failure = tryOut(backend);
                                            fx.execute(() -> done.accept(failure));
                                        }));
    }

    private Optional<Refusal> with(Wish wish, Consumer<? super SessionBackend> use) {
        SessionBackendProvider provider =
                providers.stream()
                        .filter(known -> known.id().equals(wish.kind().id()))
                        .findFirst()
                        .orElseThrow();
        try {
            use.accept(provider.create(wish.values()));
            return Optional.empty();
        } catch (InvalidSettingException e) {
            return Optional.of(new Refusal(e.setting(), String.valueOf(e.getMessage())));
        }
    }

    /** Opens a session and closes it; returns what was wrong with that. */
    private static Optional<String> tryOut(SessionBackend backend) {
        SessionPolicy policy =
                SessionPolicy.builder().retry(RetryPolicy.none()).openTimeout(LONGEST_TEST).build();
        try (ServerSessionController controller =
                        ServerSessionController.over(backend).name("test").policy(policy).build();
                SessionLease lease = controller.openSession(LeaseRequest.of("test"))) {
            lease.close();
            return controller.snapshot().strays().stream()
                    .findFirst()
                    .map(stray -> stray.failure().map(Failure::text).orElse(UNCLOSED));
        } catch (SessionUnavailableException e) {
            return Optional.of(e.failure().text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
