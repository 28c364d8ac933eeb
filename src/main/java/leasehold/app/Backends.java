package leasehold.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import leasehold.backend.InvalidSettingException;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionBackendProvider;
import leasehold.ui.model.Connector;
import leasehold.ui.model.TargetModel;

/** The backends that are there, and how a target is made of one. */
final class Backends implements Connector {

    private static final String NO_SERVER = "simulated";
    private static final Runnable NOTHING = () -> {};

    private final List<SessionBackendProvider> providers;
    private final Targets targets;
    private final Executor fx;
    private final Consumer<? super TargetModel> add;

    /**
     * Finds the backends.
     *
     * @param add takes a target that was connected
     */
    Backends(Targets targets, Executor fx, Consumer<? super TargetModel> add) {
        this(found(), targets, fx, add);
    }

    Backends(
            List<SessionBackendProvider> providers,
            Targets targets,
            Executor fx,
            Consumer<? super TargetModel> add) {
        this.providers = providers;
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
        try {
            add.accept(targets.of(wish, create(wish)));
            return Optional.empty();
        } catch (InvalidSettingException e) {
            return Optional.of(refusal(e));
        }
    }

    @Override
    public Trial test(Wish wish, Consumer<? super Outcome> done) {
        try {
            return new Trial(Optional.empty(), TryOut.start(create(wish), fx, done)::cancel);
        } catch (InvalidSettingException e) {
            return new Trial(Optional.of(refusal(e)), NOTHING);
        }
    }

    private SessionBackend create(Wish wish) {
        return providers.stream()
                .filter(known -> known.id().equals(wish.kind().id()))
                .findFirst()
                .orElseThrow()
                .create(wish.values());
    }

    private static Refusal refusal(InvalidSettingException e) {
        return new Refusal(e.setting(), String.valueOf(e.getMessage()));
    }

    /** The one that needs no server comes last. */
    private static List<SessionBackendProvider> found() {
        return SessionBackendProvider.installed().stream()
                .sorted(Comparator.comparing(provider -> provider.id().equals(NO_SERVER)))
                .toList();
    }
}
