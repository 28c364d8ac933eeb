package leasehold.cli;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** All commands, put together. */
final class Commands {

    private static final String NAME = "leasehold";
    private static final int WIDTH = 100;

    private final Texts texts = new Texts();
    private final CommandLine line;

    Commands(Streams streams, Interrupts interrupts) {
        CommandSpec root = CommandSpec.create().name(NAME);
        line = new CommandLine(root);
        root.usageMessage().description(texts.help("leasehold.description"));
        root.usageMessage().footer(texts.help("leasehold.footer"));
        Refusals refusals = new Refusals(streams, texts);
        List.of(
                        new OpenCommand(texts).spec(),
                        new SimulateCommand(streams, interrupts, texts).spec(),
                        new BackendsCommand(streams, texts).spec(),
                        new ReportCommand(streams, interrupts, texts).spec(),
                        new AdviseCommand(streams, interrupts, texts).spec(),
                        new ExportCommand(streams, interrupts, texts).spec(),
                        new ImportCommand(streams, interrupts, texts).spec())
                .forEach(spec -> root.addSubcommand(spec.name(), spec));
        describe(root);
        root.subcommands().values().forEach(command -> describe(command.getCommandSpec()));
        line.setExpandAtFiles(false)
                .setOut(streams.out())
                .setErr(streams.err())
                .setUsageHelpWidth(WIDTH)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler(refusals::wrong)
                .setExecutionExceptionHandler(refusals::unable)
                .setExecutionStrategy(this::execute);
    }

    /** Runs a command as the window copies it, with or without its first word. */
    int run(String... args) {
        boolean named = args.length > 0 && args[0].equals(NAME);
        return line.execute(
                named ? List.of(args).subList(1, args.length).toArray(String[]::new) : args);
    }

    /** Returns what reads one command, as if there were no others. */
    static CommandLine alone(CommandSpec command) {
        CommandSpec root = CommandSpec.create().name(NAME).addSubcommand(command.name(), command);
        return new CommandLine(root).setExpandAtFiles(false);
    }

    CommandLine line() {
        return line;
    }

    private int execute(CommandLine.ParseResult said) {
        if (!said.hasSubcommand() && CommandLine.executeHelpRequest(said) == null) {
            throw new ParameterException(
                    line,
                    texts.get(
                            "refused.nothing",
                            String.join(", ", new TreeSet<>(line.getSubcommands().keySet()))));
        }
        return said.hasSubcommand() ? new CommandLine.RunLast().execute(said) : Exit.DONE;
    }

    private void describe(CommandSpec spec) {
        spec.mixinStandardHelpOptions(true)
                .version(texts.get("version", version()))
                .exitCodeOnInvalidInput(Exit.WRONG)
                .exitCodeOnExecutionException(Exit.UNABLE);
        spec.usageMessage().sortOptions(false).abbreviateSynopsis(true);
    }

    private static String version() {
        return Optional.ofNullable(Commands.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("?");
    }
}
