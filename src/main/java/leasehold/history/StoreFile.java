package leasehold.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** What a file is before it is opened, and how a new one is made. Looking leaves it untouched. */
final class StoreFile {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int PAGE_SIZE = 16;
    private static final int PAGE_COUNT = 28;
    private static final int USER_VERSION = 60;
    private static final int APPLICATION_ID = 68;

    /** Up to this size a file is read as a whole to see that it is sound: in about a second. */
    private static final long SMALL = 256L << 20;

    private final Path file;
    private final Schema schema;

    StoreFile(Path file, Schema schema) {
        this.file = file;
        this.schema = schema;
    }

    /**
     * Returns where a link leads, for what stands beside a record stands beside the file itself,
     * and who writes to it is one, by whatever name; the same if it is no link, or one to nothing.
     */
    static Path followed(Path file) throws IOException {
        return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
    }

    /** Tells whether there is nothing yet: no file, or an empty one. */
    boolean isNew() throws IOException {
        return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    }

    /** Returns what tells the file from one that takes its place; empty if it is not there. */
    Optional<Object> place() throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? file : key);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Sees that the file is a sound store that this program can read.
     *
     * @throws HistoryRefusedException if it is not
     */
    void check() throws IOException {
        checkHeader();
        checkPages();
    }

    /** Sees that the file begins as a store does; costs nothing. */
    void checkHeader() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw refused("is no file, so it cannot hold a record. Name a file.");
        }
        ByteBuffer header = header();
        if (header.remaining() < HEADER || !startsWithMagic(header)) {
            throw refused(
                    "is no record of Leasehold: it is no SQLite file at all. It was left as it is;"
                            + " name another file, or move this one away.");
        }
        if (header.getInt(APPLICATION_ID) != Schema.APPLICATION_ID) {
            throw refused(
                    "is no record of Leasehold: it is a database of another program. It was left as"
                            + " it is; name another file.");
        }
        if (header.getInt(USER_VERSION) > schema.version()) {
            throw refused(
                    "was written by a newer version of this program (its tables have version %d,"
                                    .formatted(header.getInt(USER_VERSION))
                            + " this program knows %d). It was left as it is; open it with that version."
                                    .formatted(schema.version()));
        }
        if (isTruncated(header)) {
            throw damaged("its end is missing");
        }
    }

    /**
     * Makes a new store: whole when it appears under its name. A log that another file left there
     * would be taken for its own.
     */
    void make() throws IOException, SQLException {
        OwnerOnly.createDirectoryOf(file);
        try (Draft draft = Draft.of(file)) {
            try (Connection connection = Connections.making(draft.path())) {
                schema.migrate(connection);
            }
            Files.deleteIfExists(beside("-wal"));
            Files.deleteIfExists(beside("-shm"));
            draft.become(file);
        }
    }

    private ByteBuffer header() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {}
        }
        return header.flip();
    }

    private static boolean startsWithMagic(ByteBuffer header) {
        return header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    /** What is missing from the file may still stand in the log beside it. */
    private boolean isTruncated(ByteBuffer header) throws IOException {
        int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE));
        long pages = Integer.toUnsignedLong(header.getInt(PAGE_COUNT));
        return !hasLog() && pages * (size == 1 ? 1 << 16 : size) > Files.size(file);
    }

    private boolean hasLog() throws IOException {
        Path log = beside("-wal");
        return Files.exists(log) && Files.size(log) > 0;
    }

    /**
     * Tells whether what the file holds stands in its log as well, as it does while a program
     * writes to it, and after one that ended without closing it.
     *
     * @throws HistoryRefusedException if the log could only be read by making a file beside it
     */
    boolean isLogged() throws IOException {
        boolean indexed = Files.exists(beside("-shm"));
        if (hasLog() && !indexed) {
            throw refused(
                    "was not closed, and %s, the index of its log, is missing. It was left as it is;"
                                    .formatted(beside("-shm").getFileName())
                            + " copy that along, or fold the log in by `sqlite3 FILE VACUUM`.");
        }
        return indexed && Files.exists(beside("-wal"));
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private void checkPages() throws IOException {
        try (Connection connection =
                        hasLog() ? Connections.reading(file) : Connections.untouched(file);
                Statement statement = connection.createStatement()) {
            checkTables(connection);
            if (Files.size(file) <= SMALL) {
                checkAll(statement);
            } else {
                checkEnds(statement);
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == org.sqlite.SQLiteErrorCode.SQLITE_CANTOPEN.code) {
                throw new IOException(file + " cannot be opened: " + e.getMessage(), e);
            }
            if (!Troubles.isOfFile(e)) {
                throw new IOException(file + " cannot be read. " + Troubles.say(e), e);
            }
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    /** What is asked for by name must be a table of ours, and no statement of somebody else. */
    private void checkTables(Connection connection) throws IOException, SQLException {
        int version = Schema.version(connection);
        if (version < 1 || version > schema.version()) {
            throw damaged("its tables have version " + version);
        }
        Map<String, String> there = Schema.tables(connection);
        for (Map.Entry<String, String> table : schema.tables(version).entrySet()) {
            if (!table.getValue().equals(there.get(table.getKey()))) {
                throw damaged(
                        "its table %s is not that of version %d"
                                .formatted(table.getKey(), version));
            }
        }
        for (String trigger : Schema.triggers(connection)) {
            throw damaged("it has a trigger '%s', and a record has none".formatted(trigger));
        }
    }

    private void checkAll(Statement statement) throws IOException, SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            String said = result.getString(1);
            if (!said.equals("ok")) {
                throw damaged(said);
            }
        }
    }

    /** To read all of a large file would take too long: what is used first must be sound. */
    private static void checkEnds(Statement statement) throws SQLException {
        for (String order : new String[] {"position", "position DESC", "at", "at DESC"}) {
            String ends =
                    "SELECT sum(length(detail)) FROM (SELECT detail FROM entry ORDER BY %s"
                            + " LIMIT 1000)";
            statement.executeQuery(ends.formatted(order)).close();
        }
        statement.executeQuery("SELECT count(*) FROM run").close();
    }

    private HistoryRefusedException damaged(String how) {
        return refused(
                "is a damaged record (%s). It was left as it is; name another file, and see what"
                                .formatted(Unicode.line(how))
                        + " `sqlite3 FILE .recover` can save of this one.");
    }

    private HistoryRefusedException refused(String what) {
        return new HistoryRefusedException(file, what);
    }
}
