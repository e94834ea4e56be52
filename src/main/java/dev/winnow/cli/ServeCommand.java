package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.web.Workbench;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow serve}: opens the workbench in the browser. */
@Command(
        name = "serve",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Open the workbench in the browser, to write and test rules.",
            "Look at pages line by line, paint lines to get rules, see what the rules do to all pages, and save them.",
            "The server listens only on this machine and needs no network. Nothing is written before you save. Ctrl-C"
                    + " ends it."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  winnow serve pages/ --rules my-rules", "  winnow serve corpus.jsonl.zst", "  winnow serve"})
final class ServeCommand extends BaseCommand {

    private static final int MOST_PORTS = 65_535;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Pages, in any form that clean reads. You can drop more into the browser.")
    private final List<String> inputs = new ArrayList<>();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder of your own rules, used beside Winnow's rules. It is made when you save. Without it,"
                    + " rules can be tried but not saved.")
    private @Nullable String rules;

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            description = "Folder of your own fixtures. Default: the folder fixtures in the folder of --rules.")
    private @Nullable String fixtures;

    @Option(names = "--port", paramLabel = "N", description = "Port of the server. Default: any free port.")
    private int port;

    @Option(names = "--no-open", description = "Only print the URL; do not open a browser.")
    private boolean noOpen;

    @Mixin
    private final InputOptions reading = new InputOptions();

    @Mixin
    private final TreatmentOptions treatment = new TreatmentOptions();

    ServeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        check();
        Workbench.Settings settings = new Workbench.Settings(
                this::builder,
                path(rules),
                path(fixtures),
                () -> reading.open(inputs, console),
                reading.limits(),
                port,
                this::bug);
        try (Interruption interruption = Interruption.listen(console);
                Workbench workbench = Workbench.start(settings)) {
            URI address = workbench.address();
            console.out().write((address + "\n").getBytes(StandardCharsets.UTF_8));
            console.out().flush();
            console.say("the workbench is open at this URL; Ctrl-C ends it");
            if (!noOpen) {
                open(address);
            }
            while (!interruption.wanted()) {
                Thread.sleep(100);
            }
        } catch (BindException e) {
            throw UserError.usage("port " + port + " is taken; choose another one, or leave out --port");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    private void check() {
        if (port < 0 || port > MOST_PORTS) {
            throw UserError.usage("--port is a number from 0 to " + MOST_PORTS);
        }
        Path folder = path(rules);
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw UserError.usage(rules + " is not a folder; the workbench saves rules in a folder");
        }
        // Report wrong options before a browser opens.
        builder();
    }

    private WinnowBuilder builder() {
        return treatment.apply(Winnow.builder());
    }

    private static @Nullable Path path(@Nullable String name) {
        return name == null ? null : Standard.path(name);
    }

    private void bug(Throwable e) {
        trace(e);
        console.say("unexpected error: " + e);
    }

    /** Opens the URL in the default browser. If that fails, prints a message; the URL is already printed. */
    private void open(URI address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                : List.of(system.contains("mac") ? "open" : "xdg-open", address.toString());
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            console.say("no browser can be opened from here; open the URL yourself");
        }
    }
}
