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
        for (Predicate<LeaseRecord> word : words) {
            if (!word.test(lease)) {
                return false;
            }
        }
        return true;
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
        return lease -> anywhere(lower, lease);
    }

    /** Text by text, for this is asked of every row at every key that is typed. */
    private static boolean anywhere(String lower, LeaseRecord lease) {
        return in(lease.client(), lower)
                || in(lease.purpose(), lower)
                || in(lease.state().name(), lower)
                || in("L-" + lease.id(), lower)
                || in(LeaseRow.holder(lease), lower)
                || in(lease.holder().toString(), lower)
                || in(lease.holder().siteText(), lower);
    }

    private static boolean in(String text, String lower) {
        return text.toLowerCase(Locale.ROOT).contains(lower);
    }
}
