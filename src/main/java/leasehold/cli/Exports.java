package leasehold.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import leasehold.history.Export;
import leasehold.history.ExportOrder;
import leasehold.history.HistoryReader;
import leasehold.monitor.report.HtmlReport;
import picocli.CommandLine.ParseResult;

/** Files that are written from a record: all that the window exports, in the same way. */
final class Exports {

    private static final String ENDING = ".html";

    private Exports() {}

    /** Tells whether a report is one of HTML by the name of its file. */
    static boolean isHtml(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** Refuses at once what would be refused when the work is done. */
    static Path writable(String option, String name) {
        Path file = Options.path(option, name).toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "%s is '%s'; allowed is a file in a folder that exists"
                            .formatted(option, name));
        }
        return file;
    }

    /** Refuses to write over what a command reads or writes besides. */
    static void others(String option, Path file, ParseResult said, List<String> names) {
        for (String name : names) {
            Options.value(said, name)
                    .filter(other -> isSame(file, Options.path(name, other)))
                    .ifPresent(
                            other -> {
                                throw new IllegalArgumentException(
                                        "%s is '%s', and so is %s; allowed is another file"
                                                .formatted(option, other, name));
                            });
        }
    }

    private static boolean isSame(Path file, Path other) {
        try {
            return Files.isSameFile(file, other);
        } catch (IOException e) {
            return file.equals(other.toAbsolutePath().normalize());
        }
    }

    /** Writes a file, and tells how far it is. */
    static long write(
            HistoryReader reader, ExportOrder order, Path file, Streams streams, Texts texts)
            throws IOException, InterruptedException {
        Export export = new Export(reader, new HtmlReport(Clock.systemDefaultZone()));
        try (CountLine progress = new CountLine(streams, texts, export.size(order))) {
            return export.write(order, file, progress);
        }
    }
}
