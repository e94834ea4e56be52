package dev.winnow.cli;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the command line {@code winnow}. */
@Command(
        name = "winnow",
        mixinStandardHelpOptions = true,
        version = "winnow 0.1.0",
        description = "Turns scraped articles into clean text, and says why.")
public final class Main implements Runnable {

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, System.in, System.out, System.err));
    }

    /**
     * Runs one command with the given streams.
     *
     * @return the exit code: 0 ok, 1 findings or failed documents, 2 usage or configuration
     */
    static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true))
                .execute(args);
    }

    @Override
    public void run() {}
}
