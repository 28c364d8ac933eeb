package leasehold.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A crowd of virtual threads, each of which acquires and releases once. */
final class CrowdProgram {

    private CrowdProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        int size = Integer.parseInt(arguments[0]);
        ServerSessionController controller =
                ServerSessionController.over(new ScriptedBackend()).name("crowd").build();
        CountDownLatch gone = new CountDownLatch(size);
        AtomicInteger granted = new AtomicInteger();
        for (int i = 0; i < size; i++) {
            Thread.startVirtualThread(
                    () -> {
                        try (SessionLease lease = controller.openSession(LeaseRequest.unnamed())) {
                            granted.addAndGet(lease.isActive() ? 1 : 0);
                        } catch (SessionUnavailableException | InterruptedException e) {
                            System.out.println(e);
                        } finally {
                            gone.countDown();
                        }
                    });
        }
        gone.await();
        System.out.println("granted " + granted);
        Ledger ledger = controller.snapshot().ledger();
        System.out.println("released " + ledger.released() + ", held " + ledger.held());
        controller.close();
        System.out.println(controller.snapshot().state());
    }
}
