package leasehold.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Hides the users and hosts of a store behind names that tell nothing but who is the same: {@code
 * user-7f3a91c2}, {@code host-0b44de17}. They are keyed hashes; the key is the id of the store,
 * which is hidden as well, so that they are the same in all exports of one store and differ from
 * those of any other. For one thread.
 */
final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 4;

    /** A name of one letter would be found in every sentence. */
    private static final int SHORTEST = 2;

    private static final String NAMES =
            """
            SELECT DISTINCT detail ->> '$.holder.user', detail ->> '$.holder.host',
              detail ->> '$.by.operator' FROM entry
            UNION SELECT DISTINCT value ->> '$.holder.user', value ->> '$.holder.host', NULL
              FROM snapshot, json_each(leases)
            """;

    private final Mac mac;
    private final String store;
    private final Words words = new Words();
    private final HiddenDetail details;

    private Pseudonyms(String id) {
        mac = mac(id);
        store = hash("store", id, 2 * BYTES);
        details = new HiddenDetail(this::user, this::host, this::inText);
    }

    /** Learns all names that a record has. */
    static Pseudonyms of(HistoryReader reader) throws IOException {
        Pseudonyms names = new Pseudonyms(reader.store());
        try (Statement statement = reader.connection().createStatement();
                ResultSet rows = statement.executeQuery(NAMES)) {
            while (rows.next()) {
                names.learn(rows.getString(1), names::user);
                names.learn(rows.getString(2), names::host);
                names.learn(rows.getString(3), names::user);
            }
            return names;
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    /** Returns what tells the store from any other, and does not tell which it is. */
    String store() {
        return store;
    }

    /** Returns a text in which known names are hidden where they stand as words. */
    String inText(String text) {
        return words.replacedIn(text);
    }

    /** Returns a detail of an entry without names. */
    String inDetail(String object) {
        return details.of(object);
    }

    private String user(String name) {
        return pseudonym("user", name);
    }

    private String host(String name) {
        return pseudonym("host", name);
    }

    private void learn(@Nullable String name, UnaryOperator<String> as) {
        if (name == null || name.length() < SHORTEST || name.isBlank()) {
            return;
        }
        words.put(name, as.apply(name));
        int dot = name.indexOf('.');
        String first = dot < SHORTEST ? "" : name.substring(0, dot);
        if (first.chars().anyMatch(Character::isLetter)) {
            words.put(first, as.apply(name));
        }
    }

    private String pseudonym(String what, String name) {
        return name.isEmpty() ? "" : what + "-" + hash(what, name.toLowerCase(Locale.ROOT), BYTES);
    }

    private String hash(String what, String name, int bytes) {
        byte[] hash = mac.doFinal((what + '\0' + name).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, bytes);
    }

    private static Mac mac(String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every platform has " + ALGORITHM, e);
        }
    }
}
