package leasehold.ui.model;

import java.time.Duration;
import java.util.Optional;
import leasehold.monitor.Target;
import leasehold.session.Lab;

/** The model of a target over a laboratory's controller, with no toolkit; beats when asked. */
final class Bench {

    final TargetModel model;
    private final Lab lab;

    Bench(Lab lab) {
        this(lab, "demo");
    }

    Bench(Lab lab, String name) {
        this.lab = lab;
        Target target = new Target(name, Target.Kind.TEST, lab.controller(), "m.ivanova");
        Words words = new Words(Facts.TEXTS, Facts.FORMATS);
        model =
                new TargetModel(
                        target,
                        Duration.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        words,
                        Runnable::run);
        beat();
    }

    /** Lets everything come to rest, and shows it. */
    void beat() {
        lab.settle();
        model.beat(Long.MAX_VALUE);
    }

    /** Selects all leases. */
    void selectAll() {
        model.leases().selected().setAll(model.leases().rows());
    }
}
