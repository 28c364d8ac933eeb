package leasehold.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import leasehold.session.SessionController;

/**
 * The clients there are, each on a thread of its own. Safe for use by several threads: one lock,
 * under which no client's code runs.
 */
final class Crew {

    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private final SessionController controller;
    private final ThreadFactory makesThreads;
    private final Consumer<? super Run> whenOver;
    private final Guard guard = new Guard();
    private final Condition threadEnded = guard.lock.newCondition();
    private final Names names = new Names();

    /** By the place of the name, in the order of coming. */
    private final SequencedMap<Integer, Member> members = new LinkedHashMap<>();

    private int threads;

    private record Member(int place, Run run, Thread thread) {}

    /**
     * Creates a crew of nobody.
     *
     * @param whenOver told when the last thread of a run has ended
     */
    Crew(SessionController controller, ThreadFactory makesThreads, Consumer<? super Run> whenOver) {
        this.controller = controller;
        this.makesThreads = makesThreads;
        this.whenOver = whenOver;
    }

    /** Has clients come, at once. */
    void add(Run run, int clients) {
        start(guard.get(() -> hire(run, clients, ANY_NUMBER)));
    }

    /** Has the clients of a load come, when it is their time. */
    void open(Run run) {
        Thread door =
                makesThreads.newThread(
                        () -> {
                            try {
                                new Door(run, () -> admit(run), () -> dismissAll(run)).run();
                            } finally {
                                ended(run);
                            }
                        });
        door.setName("simulated-arrivals");
        guard.run(
                () -> {
                    run.door = door;
                    run.threads++;
                    threads++;
                });
        door.start();
    }

    /** Has the newest clients leave. */
    void dismiss(int most) {
        guard.run(
                () -> {
                    for (int i = 0; i < most && !members.isEmpty(); i++) {
                        leave(members.lastEntry().getValue());
                    }
                });
    }

    /** Has the clients of a run leave, and no more come. */
    void dismissAll(Run run) {
        guard.run(
                () -> {
                    run.closed = true;
                    if (run.door != null) {
                        run.door.interrupt();
                    }
                    List<Member> leaving = new ArrayList<>(members.values());
                    leaving.removeIf(member -> member.run() != run);
                    leaving.forEach(this::leave);
                });
    }

    int size() {
        return guard.get(members::size);
    }

    /** Returns how many of a run found as many clients as may be, and went again. */
    long missed(Run run) {
        return guard.get(() -> run.missed);
    }

    /** Returns how many of a run have been let in so far. */
    int begun(Run run) {
        return guard.get(() -> run.begun);
    }

    boolean awaitEmpty(Duration most) throws InterruptedException {
        long left = most.toNanos();
        guard.lock.lock();
        try {
            while (threads > 0 && left > 0) {
                left = threadEnded.awaitNanos(left);
            }
            return threads == 0;
        } finally {
            guard.lock.unlock();
        }
    }

    private void admit(Run run) {
        start(guard.get(() -> hire(run, 1, run.mostClients())));
    }

    private List<Member> hire(Run run, int clients, int most) {
        List<Member> hired = new ArrayList<>();
        for (int i = 0; i < clients && !run.closed; i++) {
            if (run.clients < most) {
                hired.add(member(run));
            } else {
                run.ofNextClient(); // so that who comes later has the same seed as ever
                run.missed++;
            }
        }
        return hired;
    }

    private Member member(Run run) {
        int place = names.take();
        Client client = client(run, place);
        Thread thread =
                makesThreads.newThread(
                        () -> {
                            try {
                                client.run();
                            } finally {
                                gone(place, run);
                            }
                        });
        thread.setName(client.threadName());
        Member member = new Member(place, run, thread);
        members.put(place, member);
        run.begun++;
        run.clients++;
        run.threads++;
        threads++;
        return member;
    }

    private Client client(Run run, int place) {
        RandomGenerator random = run.ofNextClient();
        return switch (run.load()) {
            case Scenario scenario ->
                    new SimulatedClient(controller, run, scenario, Names.of(place), random);
            case Replay replay ->
                    new Visitor(controller, run, replay.script().visit(run.begun), random);
        };
    }

    /** Starts them in their order; those that cannot start are gone. */
    private void start(List<Member> hired) {
        int started = 0;
        try {
            for (Member member : hired) {
                member.thread().start();
                started++;
            }
        } finally {
            hired.subList(started, hired.size())
                    .forEach(member -> gone(member.place(), member.run()));
        }
    }

    private void leave(Member member) {
        members.remove(member.place());
        member.run().clients--;
        member.thread().interrupt();
    }

    private void gone(int place, Run run) {
        guard.run(
                () -> {
                    if (members.remove(place) != null) {
                        run.clients--;
                    }
                    names.free(place);
                });
        ended(run);
    }

    /** Who waits until nobody is left finds the run over. */
    private void ended(Run run) {
        int left = guard.get(() -> --run.threads);
        try {
            if (left == 0) {
                whenOver.accept(run);
            }
        } finally {
            guard.run(
                    () -> {
                        threads--;
                        threadEnded.signalAll();
                    });
        }
    }
}
