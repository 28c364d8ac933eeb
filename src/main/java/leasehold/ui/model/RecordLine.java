package leasehold.ui.model;

import java.time.Duration;
import leasehold.history.HistoryStatus;
import leasehold.history.Waiting;

/**
 * What the status bar says of the record on disk.
 *
 * @param health how it is doing
 * @param text in some words
 * @param hint in full
 */
public record RecordLine(Health health, String text, String hint) {

    /** How a record is doing. */
    public enum Health {
        /** Everything is stored. */
        WELL,
        /** It is not written here, something is missing in it, or its disk does not answer. */
        WARN,
        /** It cannot be written now, or events are being missed. */
        FAIL
    }

    /** A disk may take so long to answer before it is worth a word. */
    private static final Duration BEARABLE = Duration.ofSeconds(3);

    static RecordLine of(HistoryStatus status, Waiting waiting, Texts texts) {
        String size = Formats.bytes(status.bytes());
        String file = texts.get("record.file", status.file());
        if (status.trouble().isPresent()) {
            String why = status.trouble().get() + "\n" + file;
            return new RecordLine(Health.FAIL, texts.get("record.trouble", status.missed()), why);
        }
        if (status.readOnly().isPresent()) {
            String why = status.readOnly().get() + "\n" + file;
            return new RecordLine(Health.WARN, texts.get("record.readOnly"), why);
        }
        if (waiting.missed() > 0 || waiting.still().compareTo(BEARABLE) >= 0) {
            return slow(waiting, file, texts);
        }
        if (status.missed() > 0) {
            String text = texts.get("record.missed", size, status.missed());
            return new RecordLine(Health.WARN, text, file);
        }
        return new RecordLine(Health.WELL, texts.get("record.size", size), file);
    }

    private static RecordLine slow(Waiting waiting, String file, Texts texts) {
        boolean missing = waiting.missed() > 0;
        String key = missing ? "record.missing" : "record.still";
        String still = Formats.duration(waiting.still());
        String why = texts.get(missing ? "record.missing.why" : "record.still.why");
        return new RecordLine(
                missing ? Health.FAIL : Health.WARN,
                texts.get(key, still, waiting.events(), waiting.missed()),
                why + "\n" + file);
    }

    /** Says it of a recording, to which nothing is written. */
    static RecordLine read(HistoryStatus status, Texts texts) {
        String file = texts.get("record.file", status.file());
        return status.trouble()
                .map(
                        why ->
                                new RecordLine(
                                        Health.FAIL, texts.get("record.gone"), why + "\n" + file))
                .orElseGet(
                        () ->
                                new RecordLine(
                                        Health.WELL,
                                        texts.get(
                                                "record.recording", Formats.bytes(status.bytes())),
                                        file));
    }

    static RecordLine none(String why, Texts texts) {
        return new RecordLine(Health.FAIL, texts.get("record.none"), why);
    }
}
