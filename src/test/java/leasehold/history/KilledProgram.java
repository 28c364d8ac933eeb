package leasehold.history;

import java.nio.file.Path;
import java.util.Random;

/**
 * A program that records until it is killed. Now and then it says the number of an event that it
 * knows to be stored, and more often, with the time, that of one that it has told.
 */
final class KilledProgram {

    private static final long EVERY_MILLIS = 20;

    private KilledProgram() {}

    public static void main(String[] arguments) throws Exception {
        HistoryStore store = HistoryStore.open(Path.of(arguments[0]));
        store.readOnly().ifPresent(KilledProgram::end);
        Made made = new Made(store.recording("demo").listener());
        Random random = new Random(ProcessHandle.current().pid());
        long said = 0;
        while (true) {
            long lease = made.open("billing-sync");
            long other = made.grant("crm-bridge");
            made.resume(random.nextInt(400));
            made.release(lease);
            made.release(other);
            long now = System.currentTimeMillis();
            if (now - said >= EVERY_MILLIS) {
                System.out.println("told " + made.number() + " at " + now);
                said = now;
            }
            if (store.status().pending() > 20_000 || random.nextInt(50) == 0) {
                say(store, made.number());
            }
        }
    }

    private static void say(HistoryStore store, long told) throws InterruptedException {
        if (store.flush()) {
            System.out.println(told);
        } else {
            end("the disk cannot be written to");
        }
    }

    private static void end(String why) {
        System.out.println(why);
        System.exit(1);
    }
}
