package dev.winnow.cli;

import dev.winnow.render.Version;
import dev.winnow.run.OrderedWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Entry point of the command line {@code winnow}. */
@Command(
        name = "winnow",
        versionProvider = Main.OurVersion.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Turns scraped articles into clean text, with a reason for each removal.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow clean pages/ -o articles.jsonl",
            "  winnow clean 'pages/**/*.txt' --format text --keep title",
            "  winnow explain page.txt",
            "  winnow help clean",
            "",
            "Exit codes: 0 ok; 1 findings, or some documents failed; 2 wrong usage or configuration."
        })
public final class Main extends BaseCommand {

    /** Commands that need all other commands to be registered. */
    private static final Set<String> ASKS_FOR_ALL = Set.of("generate-completion", "help");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            order = BaseCommand.LAST + 2,
            description = "Print the version and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    private Main(Console console) {
        super(console);
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, Console.ofProcess(), EarlyRules.of(args)));
    }

    /**
     * Runs one command with the given streams, without a terminal and with an empty environment.
     *
     * @return the exit code: 0 ok, 1 findings or failed documents, 2 usage or configuration
     */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        return run(args, new Console(in, out, err, Map.of(), ""));
    }

    static int run(String[] args, Console console) {
        return run(args, console, EarlyRules.NONE);
    }

    private static int run(String[] args, Console console, EarlyRules early) {
        CommandLine commandLine = commandLine(args, console, early);
        Failures failures = new Failures(console);
        commandLine
                .setOut(new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), true))
                .setErr(console.err())
                .setColorScheme(Help.defaultColorScheme(
                        console.wantsColour(console.outIsTerminal()) ? Help.Ansi.ON : Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError e) {
            console.say("not enough memory; give more with WINNOW_JAVA_OPTS=-Xmx8g");
            return ExitCode.FINDINGS;
        } finally {
            console.err().flush();
        }
    }

    /** The commands, in the order of the help. */
    private static Map<String, Supplier<Object>> commands(Console console, EarlyRules early) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("clean", () -> new CleanCommand(console, early));
        commands.put("explain", () -> new ExplainCommand(console, early));
        commands.put("why", () -> new WhyCommand(console, early));
        commands.put("test", () -> new TestCommand(console));
        commands.put("lint", () -> new LintCommand(console));
        commands.put("try", () -> new TryCommand(console));
        commands.put("serve", () -> new ServeCommand(console));
        commands.put("learn", () -> new LearnCommand(console));
        commands.put("new-site", () -> new NewSiteCommand(console));
        commands.put("stats", () -> new StatsCommand(console));
        commands.put("import", () -> new ImportCommand(console));
        commands.put("restore", () -> new RestoreCommand(console));
        commands.put("audit", () -> new AuditCommand(console));
        commands.put("evaluate", () -> new EvaluateCommand(console, early));
        commands.put("generate-completion", GenerateCompletion::new);
        commands.put("help", HelpCommand::new);
        return commands;
    }

    /** Words and examples for the help of the commands that come with picocli. */
    private static void describe(CommandLine main) {
        describe(
                main.getSubcommands().get("generate-completion"),
                "  winnow generate-completion > winnow-completion.sh",
                "Print a script that completes commands, options and values with the Tab key, in bash and zsh.",
                "To use it in the current shell: source <(winnow generate-completion)");
        describe(
                main.getSubcommands().get("help"),
                "  winnow help clean",
                "Print the help of a command; without a command, the help of winnow.");
    }

    private static void describe(@Nullable CommandLine command, String example, String... description) {
        if (command != null) {
            command.getCommandSpec()
                    .usageMessage()
                    .header(new String[0])
                    .description(description)
                    .footerHeading("%nExamples:%n")
                    .footer(example);
        }
    }

    /** The names of all commands. */
    static List<String> commands() {
        return List.copyOf(commands(Console.ofProcess(), EarlyRules.NONE).keySet());
    }

    /** Builds only the command that is called, since reflection takes time. Help and misspelt names need all commands. */
    static CommandLine commandLine(String[] args, Console console, EarlyRules early) {
        Map<String, Supplier<Object>> commands = commands(console, early);
        CommandLine main = new CommandLine(new Main(console));
        String called = Arrays.stream(args)
                .filter(arg -> !arg.startsWith("-"))
                .findFirst()
                .orElse("");
        boolean alone = commands.containsKey(called) && !ASKS_FOR_ALL.contains(called);
        commands.forEach((name, command) -> {
            if (!alone || name.equals(called)) {
                main.addSubcommand(name, command.get());
            }
        });
        describe(main);
        HelpTexts texts = new HelpTexts();
        main.getCommandSpec().resourceBundle(texts);
        main.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().resourceBundle(texts));
        return main;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is needed");
    }

    static final class OurVersion implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"winnow " + Version.current()};
        }
    }

    /** Turns an exception into one message and an exit code. */
    private record Failures(Console console)
            implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

        @Override
        public int handleParseException(ParameterException e, String[] args) {
            CommandLine command = e.getCommandLine();
            String name = command.getCommandSpec().qualifiedName();
            console.say(UsageMessage.of(e));
            console.err().println("Try '" + name + " --help'.");
            return ExitCode.USAGE;
        }

        @Override
        public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
            if (command.getCommandSpec().userObject() instanceof BaseCommand called) {
                called.trace(e);
            }
            if (e instanceof UserError error) {
                console.say(error.text());
                return error.exitCode();
            }
            if (Standard.isClosedPipe(e)) {
                return ExitCode.OK;
            }
            console.say(
                    e instanceof IOException || e instanceof OrderedWork.StuckException
                            ? String.valueOf(e.getMessage())
                            : "this is a bug: " + e + "; run again with --debug for the details, and report it");
            return ExitCode.FINDINGS;
        }
    }
}
