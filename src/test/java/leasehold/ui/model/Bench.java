package leasehold.ui.model;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import leasehold.monitor.Target;
import leasehold.session.Lab;

/** The model of a target over a laboratory's controller, with no toolkit; beats when asked. */
final class Bench {

    final TargetModel model;
    private final Lab lab;
    private final Runnable catchUp;

    Bench(Lab lab) {
        this(lab, "demo");
    }

    Bench(Lab lab, String name) {
        this(lab, name, Optional.empty(), Runnable::run, () -> {});
    }

    /**
     * With a record, of which it need not be the one that is recorded.
     *
     * @param catchUp has the record know all that happened
     */
    Bench(Lab lab, RecordModel record, Executor fx, Runnable catchUp) {
        this(lab, lab.controller().name(), Optional.of(record), fx, catchUp);
    }

    private Bench(
            Lab lab, String name, Optional<RecordModel> record, Executor fx, Runnable catchUp) {
        this.lab = lab;
        this.catchUp = catchUp;
        Target target = new Target(name, Target.Kind.TEST, lab.controller(), "m.ivanova");
        Words words = new Words(Facts.TEXTS, Facts.FORMATS);
        model = new TargetModel(target, Duration.ZERO, Optional.empty(), record, words, fx);
        lab.settle();
        model.beat(Long.MAX_VALUE);
    }

    /** Lets everything come to rest, and shows it. */
    void beat() {
        lab.settle();
        catchUp.run();
        model.beat(Long.MAX_VALUE);
    }

    /** Selects all leases. */
    void selectAll() {
        model.leases().selected().setAll(model.leases().rows());
    }
}
