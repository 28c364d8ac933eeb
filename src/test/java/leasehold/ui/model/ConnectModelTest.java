package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import leasehold.backend.Setting;
import leasehold.monitor.Target;
import leasehold.ui.model.ConnectModel.Phase;
import leasehold.ui.model.Connector.Outcome;
import org.junit.jupiter.api.Test;

class ConnectModelTest {

    private final Backend backend = new Backend();
    private final ConnectModel model = new ConnectModel(backend, Facts.TEXTS);

    @Test
    void wantsANameAndAPurposeAndProposesNeither() {
        var whyNot = model.whyNot();
        assertThat(whyNot.get()).isEqualTo("Give the target a name.");
        model.name().set("orders");
        assertThat(whyNot.get()).isEqualTo("Choose Test or Production.");
        model.purpose().set(Optional.of(Target.Kind.PRODUCTION));
        assertThat(whyNot.get()).isEmpty();
    }

    @Test
    void wishHoldsWhatWasGivenAndNoDefaults() {
        model.name().set(" orders ");
        model.purpose().set(Optional.of(Target.Kind.PRODUCTION));
        model.readOnly().set(true);
        model.set("url", "db-01");
        model.set("user", "");
        model.set("patience", "5s");
        assertThat(model.connect()).isEmpty();
        Connector.Wish wish = backend.connected.getFirst();
        assertThat(wish.name()).isEqualTo("orders");
        assertThat(wish.purpose()).isEqualTo(Target.Kind.PRODUCTION);
        assertThat(wish.readOnly()).isTrue();
        assertThat(wish.values()).isEqualTo(Map.of("url", "db-01"));
    }

    @Test
    void testRunsAndThenSaysThatItWorks() {
        assertThat(model.test()).isEmpty();
        assertThat(model.result().get().phase()).isEqualTo(Phase.RUNNING);
        backend.done.accept(new Outcome(Optional.empty(), Duration.ofMillis(118)));
        assertThat(model.result().get())
                .isEqualTo(
                        new ConnectModel.Result(
                                Phase.WORKS,
                                "It works: a session was opened and closed in 118 ms."));
    }

    @Test
    void testThatFailsSaysWhy() {
        model.test();
        backend.done.accept(new Outcome(Optional.of("no such host"), Duration.ZERO));
        assertThat(model.result().get())
                .isEqualTo(new ConnectModel.Result(Phase.FAILED, "no such host"));
    }

    @Test
    void otherValuesCancelTheTestAndForgetWhatItShowed() {
        model.test();
        model.set("url", "db-02");
        assertThat(backend.cancelled).isEqualTo(1);
        assertThat(model.result().get().phase()).isEqualTo(Phase.NONE);
        model.test();
        backend.done.accept(new Outcome(Optional.empty(), Duration.ZERO));
        model.set("url", "db-03");
        assertThat(backend.cancelled).as("what has ended is not cancelled").isEqualTo(1);
        assertThat(model.result().get().phase()).isEqualTo(Phase.NONE);
    }

    @Test
    void settingThatIsWrongIsToldAndNothingRuns() {
        backend.refusal = Optional.of(new Connector.Refusal("url", "setting 'url' is missing"));
        assertThat(model.test()).isEqualTo(backend.refusal);
        assertThat(model.result().get().phase()).isEqualTo(Phase.NONE);
    }

    private static final class Backend implements Connector {

        private final List<Wish> connected = new ArrayList<>();
        private Optional<Refusal> refusal = Optional.empty();
        private Consumer<? super Outcome> done = _ -> {};
        private int cancelled;

        @Override
        public List<Kind> kinds() {
            return List.of(
                    new Kind(
                            "db",
                            "Database",
                            List.of(
                                    Setting.text("url", "", "where"),
                                    Setting.text("user", "", "who"),
                                    Setting.duration("patience", "5s", 0, 9, "how long"))));
        }

        @Override
        public Optional<Refusal> connect(Wish wish) {
            connected.add(wish);
            return refusal;
        }

        @Override
        public Trial test(Wish wish, Consumer<? super Outcome> told) {
            done = told;
            return new Trial(refusal, () -> cancelled++);
        }
    }
}
