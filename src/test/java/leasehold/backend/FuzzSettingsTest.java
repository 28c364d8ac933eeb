package leasehold.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import leasehold.history.Inputs;
import org.junit.jupiter.api.Test;

/**
 * Any values for the settings of a backend are taken, or refused with a sentence that names the
 * setting, its value and what is allowed; a secret is never said.
 */
class FuzzSettingsTest {

    private static final int USUAL = 2_000;
    private static final String SECRET = "hunter2-hunter2";
    private static final List<String> VALUES =
            List.of(
                    "",
                    " ",
                    "0",
                    "1",
                    "-1",
                    "0.5",
                    "1e3",
                    "1e999",
                    "NaN",
                    "Infinity",
                    "0x1p3",
                    "1d",
                    "9223372036854775807",
                    "9223372036854775808",
                    "9".repeat(400),
                    "5s",
                    "250ms",
                    "5 s",
                    "1h",
                    "99999999999h",
                    "-5s",
                    "1.s",
                    "٣s",
                    "٣",
                    "true",
                    "TRUE",
                    "false",
                    "jdbc:h2:mem:a",
                    "jdbc:",
                    "jdbc:nothing:x",
                    "jdbc:h2:mem:a;INIT=RUNSCRIPT",
                    "x",
                    "'; --",
                    "%s%n%d",
                    "{0}",
                    "a\nb\r\tc",
                    "\0",
                    "\uD800",
                    "x".repeat(100_000));

    @Test
    void anySettingsAreTakenOrRefused() {
        List<SessionBackendProvider> providers = SessionBackendProvider.installed();
        AtomicLong refused = new AtomicLong();
        Inputs.seeds(USUAL)
                .forEach(
                        seed -> {
                            Random random = Inputs.random(seed);
                            SessionBackendProvider provider = pick(random, providers);
                            Map<String, String> values = values(random, provider.settings());
                            try {
                                provider.create(values);
                            } catch (InvalidSettingException e) {
                                refused.incrementAndGet();
                                says(e, provider, values, seed);
                            } catch (RuntimeException | Error e) {
                                throw new AssertionError(
                                        "seed %d: %s %s"
                                                .formatted(seed, provider.id(), values.keySet()),
                                        e);
                            }
                        });
        long tried = Inputs.seeds(USUAL).count();
        Inputs.tell("settings", tried, "%,d of them refused".formatted(refused.get()));
        assertThat(refused.get()).isBetween(tried / 10, tried * 19 / 20);
    }

    private static void says(
            InvalidSettingException e,
            SessionBackendProvider provider,
            Map<String, String> values,
            long seed) {
        assertThat(e.getMessage())
                .as("seed %d, %s", seed, provider.id())
                .contains("'" + e.setting() + "'")
                .containsPattern("allowed is .|is unknown; known are|is missing: .")
                .doesNotContain("\n", "\r", "\0", SECRET)
                .hasSizeLessThan(2_000);
        assertThat(
                        values.keySet().stream().anyMatch(name -> e.setting().contains(name))
                                || e.getMessage().contains("is missing"))
                .as("seed %d, %s", seed, e.getMessage())
                .isTrue();
    }

    private static Map<String, String> values(Random random, List<Setting> settings) {
        Map<String, String> values = new HashMap<>();
        for (Setting setting : settings) {
            if (setting.secret() && random.nextBoolean()) {
                values.put(setting.name(), SECRET);
            } else if (setting.required() && random.nextInt(4) > 0) {
                values.put(setting.name(), "jdbc:h2:mem:a");
            }
        }
        for (int i = random.nextInt(4); i > 0 && !settings.isEmpty(); i--) {
            values.put(pick(random, settings).name(), pick(random, VALUES));
        }
        if (random.nextInt(20) == 0) {
            values.put(pick(random, List.of("", "speed", "URL", " seed ")), pick(random, VALUES));
        }
        return values;
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
