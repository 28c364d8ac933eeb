package leasehold.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import leasehold.backend.SessionBackendProvider;
import leasehold.backend.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Tells which backends there are, and which settings they take. */
final class BackendsCommand implements Callable<Integer> {

    private static final String NAME = "backends";
    private static final String GAP = "  ";

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(NAME);
    private final Streams streams;
    private final Texts texts;

    BackendsCommand(Streams streams, Texts texts) {
        this.streams = streams;
        this.texts = texts;
        spec.usageMessage().description(texts.help("backends.description"));
        spec.addPositional(
                PositionalParamSpec.builder()
                        .index("0")
                        .arity("0..1")
                        .type(String.class)
                        .paramLabel("<id>")
                        .description(texts.help("backends.id"))
                        .build());
        spec.addOption(Options.flag(Options.JSON, texts.get("json")));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        ParseResult said = spec.commandLine().getParseResult();
        List<SessionBackendProvider> chosen = Refusals.refusing(spec, () -> chosen(said));
        boolean json = said.hasMatchedOption(Options.JSON);
        streams.out()
                .println(json ? Json.of(chosen.stream().map(this::facts).toList()) : text(chosen));
        return Exit.DONE;
    }

    private static List<SessionBackendProvider> chosen(ParseResult said) {
        Optional<String> id = Optional.ofNullable(said.<String>matchedPositionalValue(0, null));
        return id.map(name -> List.of(SessionBackendProvider.named(name)))
                .orElseGet(
                        () ->
                                SessionBackendProvider.installed().stream()
                                        .sorted(Comparator.comparing(SessionBackendProvider::id))
                                        .toList());
    }

    private String text(List<SessionBackendProvider> providers) {
        List<String> lines = new ArrayList<>();
        for (SessionBackendProvider provider : providers) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(provider.id() + GAP + provider.title());
            List<Setting> settings = provider.settings();
            int width = settings.stream().mapToInt(s -> s.name().length()).max().orElse(0);
            for (Setting setting : settings) {
                String rest = " ".repeat(width - setting.name().length());
                lines.add(GAP + setting.name() + rest + GAP + described(setting));
            }
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String described(Setting setting) {
        String label = SettingText.label(setting, texts);
        return "<%s> %s".formatted(label, SettingText.of(setting, texts));
    }

    private Map<String, Object> facts(SessionBackendProvider provider) {
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", provider.id());
        facts.put("title", provider.title());
        facts.put("settings", provider.settings().stream().map(BackendsCommand::facts).toList());
        return facts;
    }

    private static Map<String, Object> facts(Setting setting) {
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", setting.name());
        facts.put("type", setting.type().name().toLowerCase(Locale.ROOT));
        facts.put("help", setting.help());
        facts.put("default", setting.initial());
        facts.put("required", setting.required());
        switch (setting.type()) {
            case TEXT, SECRET, SWITCH -> {}
            case CHOICE -> facts.put("choices", setting.choices());
            case INTEGER, DECIMAL, DURATION -> {
                facts.put("min", SettingText.number(setting.min()));
                facts.put("max", SettingText.number(setting.max()));
            }
        }
        return facts;
    }
}
