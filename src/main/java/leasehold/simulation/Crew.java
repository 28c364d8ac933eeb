package leasehold.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import leasehold.session.SessionController;

/**
 * The clients there are. Safe for use by several threads: one lock, under which no client's code
 * runs.
 */
final class Crew {

    private final SessionController controller;
    private final Pace pace;
    private final ThreadFactory makesThreads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition threadEnded = lock.newCondition();
    private final Names names = new Names();

    /** By the place of the name, in the order of coming. */
    private final SequencedMap<Integer, Member> members = new LinkedHashMap<>();

    private int threads;

    private record Member(int place, Scenario scenario, SimulatedClient client) {}

    Crew(SessionController controller, Pace pace) {
        this(controller, pace, Thread.ofVirtual().inheritInheritableThreadLocals(false).factory());
    }

    Crew(SessionController controller, Pace pace, ThreadFactory makesThreads) {
        this.controller = controller;
        this.pace = pace;
        this.makesThreads = makesThreads;
    }

    void hire(Scenario scenario) {
        SplittableRandom random = new SplittableRandom(scenario.seed());
        Duration arrival = Duration.ZERO;
        List<Member> hired = new ArrayList<>();
        lock.lock();
        try {
            for (int i = 0; i < scenario.clients(); i++) {
                hired.add(member(scenario, random.split(), arrival));
                arrival = atMostLongest(arrival.plus(scenario.arrivals().draw(random)));
            }
        } finally {
            lock.unlock();
        }
        start(hired);
    }

    void dismiss(int most) {
        lock.lock();
        List<Member> leaving = new ArrayList<>();
        try {
            while (leaving.size() < most && !members.isEmpty()) {
                leaving.add(members.pollLastEntry().getValue());
            }
        } finally {
            lock.unlock();
        }
        leave(leaving);
    }

    void dismissAll(Scenario scenario) {
        List<Member> leaving;
        lock.lock();
        try {
            leaving =
                    members.values().stream()
                            .filter(member -> member.scenario() == scenario)
                            .toList();
            leaving.forEach(member -> members.remove(member.place()));
        } finally {
            lock.unlock();
        }
        leave(leaving);
    }

    int size() {
        lock.lock();
        try {
            return members.size();
        } finally {
            lock.unlock();
        }
    }

    boolean awaitEmpty(Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lock();
        try {
            while (threads > 0 && left > 0) {
                left = threadEnded.awaitNanos(left);
            }
            return threads == 0;
        } finally {
            lock.unlock();
        }
    }

    private Member member(Scenario scenario, SplittableRandom random, Duration arrival) {
        int place = names.take();
        SimulatedClient client =
                new SimulatedClient(controller, scenario, Names.of(place), arrival, random, pace);
        Member member = new Member(place, scenario, client);
        members.put(place, member);
        threads++;
        return member;
    }

    /** Starts them in their order; those that cannot start are gone. */
    private void start(List<Member> hired) {
        int started = 0;
        try {
            for (Member member : hired) {
                member.client().start(makesThreads, () -> gone(member));
                started++;
            }
        } finally {
            hired.subList(started, hired.size()).forEach(this::gone);
        }
    }

    private void gone(Member member) {
        lock.lock();
        try {
            members.remove(member.place(), member);
            names.free(member.place());
            threads--;
            threadEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Duration atMostLongest(Duration time) {
        return time.compareTo(Span.LONGEST) > 0 ? Span.LONGEST : time;
    }

    private static void leave(Collection<Member> members) {
        members.forEach(member -> member.client().leave());
    }
}
