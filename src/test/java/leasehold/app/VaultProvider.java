package leasehold.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionBackendProvider;
import leasehold.backend.Setting;
import leasehold.backend.Settings;

/** A backend with one right secret, which never ends opening with another one, {@code hang}. */
final class VaultProvider implements SessionBackendProvider {

    static final String RIGHT = "open sesame";
    static final String HANG = "hang";

    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final CountDownLatch hanging = new CountDownLatch(1);
    final CountDownLatch aborted = new CountDownLatch(1);

    @Override
    public String id() {
        return "vault";
    }

    @Override
    public String title() {
        return "Vault";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.secret("word", "What opens it.").mandatory());
    }

    @Override
    public SessionBackend create(Map<String, String> values) {
        return new Vault(Settings.of(settings(), values).text("word"));
    }

    private final class Vault implements SessionBackend {

        private final String word;

        Vault(String word) {
            this.word = word;
        }

        @Override
        public BackendSession open(OpenAttempt attempt) throws Exception {
            if (word.equals(HANG)) {
                hang();
            }
            if (!word.equals(RIGHT)) {
                throw new BackendException(
                        FailureCategory.CREDENTIALS, "'%s' does not open it".formatted(word));
            }
            opened.incrementAndGet();
            return new Open();
        }

        @Override
        public String mask(String text) {
            return text.replace(word, "***");
        }

        private void hang() throws InterruptedException {
            hanging.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                aborted.countDown();
                throw e;
            }
        }
    }

    private final class Open implements BackendSession {

        @Override
        public String id() {
            return "vault-1";
        }

        @Override
        public Map<String, String> attributes() {
            return Map.of();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
