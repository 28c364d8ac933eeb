package leasehold.cli;

import leasehold.session.Subscription;

/** How a person ends what a command does. */
@FunctionalInterface
interface Interrupts {

    /**
     * Has something run when the person interrupts, until the subscription is closed. What is done
     * until then is still done.
     */
    Subscription during(Runnable stop);
}
