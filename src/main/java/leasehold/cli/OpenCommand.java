package leasehold.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import leasehold.backend.Setting;
import leasehold.history.HistoryPlace;
import leasehold.history.Retention;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Describes how the window is opened; a program that has one opens it by {@link Opening}. */
final class OpenCommand implements Callable<Integer> {

    private static final String NAME = "open";
    private static final String RECORD = "--record";
    private static final String DAYS = "--keep-days";
    private static final String ENTRIES = "--keep-entries";
    private static final String MEGABYTES = "--keep-megabytes";
    private static final long MEGABYTE = 1_000_000;
    private static final Setting OF_DAYS = count(DAYS, 1, 36_500);
    private static final Setting OF_ENTRIES = count(ENTRIES, 1, 1_000_000_000_000L);
    private static final Setting OF_MEGABYTES = count(MEGABYTES, 2, 1_000_000_000);

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(NAME);
    private final Texts texts;

    OpenCommand(Texts texts) {
        this.texts = texts;
        spec.usageMessage().description(texts.help("open.description"));
        spec.addPositional(
                PositionalParamSpec.builder()
                        .index("0..*")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel("<file>")
                        .description(texts.help("open.files"))
                        .build());
        String standard = HistoryPlace.standard().toString();
        spec.addOption(Options.one(RECORD, "file", texts.get("open.record", standard)));
        spec.addOption(Options.one(DAYS, "number", texts.get("open.days")));
        spec.addOption(Options.one(ENTRIES, "number", texts.get("open.entries")));
        spec.addOption(Options.one(MEGABYTES, "number", texts.get("open.megabytes")));
    }

    CommandSpec spec() {
        return spec;
    }

    /** Tells that this program has no window, for else it would not have come to this. */
    @Override
    public Integer call() {
        throw new IllegalStateException(texts.get("open.none"));
    }

    /**
     * Returns what is said.
     *
     * @throws IllegalArgumentException if it is not allowed
     */
    Opening opening(ParseResult said) {
        List<String> files = said.matchedPositionalValue(0, List.of());
        return new Opening(
                Options.value(said, RECORD).map(name -> Options.path(RECORD, name)),
                retention(said),
                files.stream().map(name -> Options.path("file", name)).toList());
    }

    private static Retention retention(ParseResult said) {
        Retention kept =
                Retention.everything()
                        .withEntries(number(said, OF_ENTRIES).orElse(Long.MAX_VALUE))
                        .withBytes(
                                number(said, OF_MEGABYTES).stream()
                                        .map(count -> count * MEGABYTE)
                                        .findFirst()
                                        .orElse(Long.MAX_VALUE));
        OptionalLong days = number(said, OF_DAYS);
        return days.isPresent() ? kept.withAge(Duration.ofDays(days.getAsLong())) : kept;
    }

    private static OptionalLong number(ParseResult said, Setting option) {
        Optional<String> given = Options.value(said, option.name());
        return given.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Options.checked(option.name(), option, given.get()).integer(option.name()));
    }

    private static Setting count(String option, long least, long most) {
        return Setting.integer(option, least, least, most, "");
    }
}
