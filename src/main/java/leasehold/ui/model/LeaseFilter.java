package leasehold.ui.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import leasehold.monitor.LeaseRecord;

/**
 * Which leases are shown: those in which every word is found. A word may be {@code client:bill*} or
 * {@code holder:anna*}; without a field it is looked for in all texts.
 */
final class LeaseFilter implements Predicate<LeaseRecord> {

    private final List<Predicate<LeaseRecord>> words;

    LeaseFilter(String text) {
        words =
                Arrays.stream(text.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .map(LeaseFilter::word)
                        .toList();
    }

    @Override
    public boolean test(LeaseRecord lease) {
        return words.stream().allMatch(word -> word.test(lease));
    }

    private static Predicate<LeaseRecord> word(String word) {
        int colon = word.indexOf(':');
        if (colon > 0) {
            Glob wanted = new Glob(word.substring(colon + 1));
            switch (word.substring(0, colon)) {
                case "client" -> {
                    return lease -> wanted.test(lease.client());
                }
                case "holder" -> {
                    return lease -> wanted.test(LeaseRow.holder(lease));
                }
                default -> {}
            }
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return lease -> texts(lease).toLowerCase(Locale.ROOT).contains(lower);
    }

    private static String texts(LeaseRecord lease) {
        return String.join(
                "\n",
                "L-" + lease.id(),
                lease.client(),
                lease.holder().toString(),
                LeaseRow.holder(lease),
                lease.holder().siteText(),
                lease.purpose(),
                lease.state().name());
    }
}
