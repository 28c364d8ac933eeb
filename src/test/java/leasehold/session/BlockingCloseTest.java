package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code close()}, the blocking twin of a release: rule 16. */
class BlockingCloseTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    @RegisterExtension final Lab lab = new Lab();

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    @DisplayName("rule 16: close waits until the session is disconnected")
    void waitsForTheDisconnect() throws Exception {
        Gate closing = closeIsHeld();
        Thread holder = closeOnAThread(lab.take("a"));
        assertThat(told).isEmpty();
        closing.open();
        assertThat(holder.join(LONGEST)).isTrue();
        assertThat(told).containsExactly("closed, interrupted false");
        assertThat(lab.backend.log()).endsWith("closed 1");
    }

    @Test
    @DisplayName("rule 16: a second close waits for the same disconnect")
    void secondCloseWaitsForTheSameDisconnect() throws Exception {
        Gate closing = closeIsHeld();
        SessionLease lease = lab.take("a");
        Thread first = closeOnAThread(lease);
        Thread second = closeOnAThread(lease);
        assertThat(told).isEmpty();
        closing.open();
        assertThat(first.join(LONGEST)).isTrue();
        assertThat(second.join(LONGEST)).isTrue();
        assertThat(lab.backend.log()).containsOnlyOnce("close 1");
    }

    @Test
    @DisplayName("rule 16: close waits up to closeTimeout and no longer")
    void waitsUpToTheTimeout() throws Exception {
        closeIsHeld();
        Thread holder = closeOnAThread(lab.take("a"));
        lab.advance(Duration.ofSeconds(10));
        assertThat(holder.join(LONGEST)).isTrue();
        assertThat(lab.controller().snapshot().strays()).hasSize(1);
    }

    @Test
    @DisplayName("rule 16: interrupted while it waits, close has released and restores the flag")
    void interruptedWhileWaiting() throws Exception {
        closeIsHeld();
        SessionLease lease = lab.take("a");
        Thread holder = closeOnAThread(lease);
        holder.interrupt();
        assertThat(holder.join(LONGEST)).isTrue();
        assertThat(told).containsExactly("closed, interrupted true");
        assertThat(lease.isActive()).isFalse();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        assertThat(lab.controller().snapshot().ledger().released()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 16: interrupted before, close releases, does not wait and keeps the flag")
    void interruptedBefore() throws Exception {
        closeIsHeld();
        SessionLease lease = lab.take("a");
        Thread holder =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    Thread.currentThread().interrupt();
                                    closeAndTell(lease);
                                });
        assertThat(holder.join(LONGEST)).isTrue();
        assertThat(told).containsExactly("closed, interrupted true");
        assertThat(lease.isActive()).isFalse();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
    }

    @Test
    @DisplayName("rule 16: close does not wait where others keep the session or it lingers")
    void doesNotWaitInVain() {
        lab.start(policy -> policy.linger(Duration.ofSeconds(5)));
        SessionLease kept = lab.take("a");
        SessionLease last = lab.take("b");
        kept.close();
        assertThat(kept.isActive()).isFalse();
        last.close();
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
    }

    @Test
    @DisplayName("rule 16: close after a forced end returns at once, even while the session closes")
    void closeAfterAForcedEnd() {
        closeIsHeld();
        SessionLease lease = lab.take("a");
        lab.controller().revokeAll(new Act("m", ""));
        lease.close();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
    }

    @Test
    @DisplayName("rule 16: try-with-resources on a virtual thread takes and gives back")
    void tryWithResourcesOnAVirtualThread() throws Exception {
        lab.controller();
        Thread holder =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try (SessionLease lease =
                                            lab.controller().openSession(LeaseRequest.of("a"))) {
                                        told.add(lease.unwrap(String.class));
                                    } catch (Exception e) {
                                        told.add(e.toString());
                                    }
                                });
        assertThat(holder.join(LONGEST)).isTrue();
        assertThat(told).containsExactly("live-1");
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "close 1", "closed 1");
    }

    private Gate closeIsHeld() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        return closing;
    }

    /** Starts a thread that closes the lease, and waits until it waits. */
    private Thread closeOnAThread(SessionLease lease) {
        Thread holder = Thread.ofVirtual().start(() -> closeAndTell(lease));
        await().atMost(LONGEST).until(() -> holder.getState() == Thread.State.WAITING);
        lab.settle();
        return holder;
    }

    private void closeAndTell(SessionLease lease) {
        lease.close();
        told.add("closed, interrupted " + Thread.currentThread().isInterrupted());
    }
}
