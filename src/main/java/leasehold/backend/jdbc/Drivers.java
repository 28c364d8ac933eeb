package leasehold.backend.jdbc;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;

/** The drivers on the path. */
final class Drivers {

    private Drivers() {}

    static Optional<Driver> taking(String url) {
        return DriverManager.drivers().filter(driver -> takes(driver, url)).findFirst();
    }

    /** Returns what a URL must be, as part of a sentence. */
    static String allowed() {
        String names =
                DriverManager.drivers()
                        .map(driver -> driver.getClass().getName())
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "a URL that a driver on the path takes: "
                + (names.isEmpty() ? "there is none" : names);
    }

    private static boolean takes(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException _) {
            return false; // it knows the kind of URL and cannot read this one
        }
    }
}
