package dev.winnow.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The process as the commands see it: its streams, its environment, and which streams are a terminal. Text is UTF-8. Errors of
 * {@link #out()} are thrown, since a full disk must not pass in silence; those of {@link #err()} are not.
 */
final class Console {

    /** Set by the launcher: the numbers of the streams that are a terminal, for example {@code 12}. */
    static final String TERMINAL_PROPERTY = "winnow.terminal";

    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F]");

    private static final int DEFAULT_WIDTH = 100;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 200;

    private final InputStream in;
    private final OutputStream out;
    private final PrintWriter err;
    private final Map<String, String> environment;
    private final String terminals;

    Console(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment, String terminals) {
        this.in = in;
        this.out = out;
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        this.environment = environment;
        this.terminals = terminals;
    }

    /** The streams of this process, without what {@code System.out} adds: it hides errors and has a charset of its own. */
    static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                System.getProperty(TERMINAL_PROPERTY, terminalsWithoutLauncher()));
    }

    private static String terminalsWithoutLauncher() {
        // From 22 on there is a console even where nothing is a terminal.
        return Runtime.version().feature() < 22 && System.console() != null ? "01" : "";
    }

    InputStream in() {
        return in;
    }

    /** Unbuffered. */
    OutputStream out() {
        return out;
    }

    /** Messages, reports and progress. */
    PrintWriter err() {
        return err;
    }

    /** One line for a person: {@code winnow: message}. */
    void say(String message) {
        err.println("winnow: " + printable(message));
    }

    boolean inIsTerminal() {
        return terminals.indexOf('0') >= 0;
    }

    boolean outIsTerminal() {
        return terminals.indexOf('1') >= 0;
    }

    boolean errIsTerminal() {
        return terminals.indexOf('2') >= 0;
    }

    /** The value of an environment variable, {@code ""} when it is not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Whether a stream takes colours by itself: a terminal that can, and nobody objects (see no-color.org). */
    boolean wantsColour(boolean terminal) {
        return terminal && variable("NO_COLOR").isEmpty() && !variable("TERM").equals("dumb");
    }

    /** Columns to write in. */
    int width() {
        int width = number(variable("COLUMNS"));
        if (width == 0 && outIsTerminal()) {
            width = number(askTerminal());
        }
        return width == 0 ? DEFAULT_WIDTH : Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    /** Java cannot tell how wide a terminal is. */
    private static String askTerminal() {
        try {
            Process process = new ProcessBuilder("sh", "-c", "stty size </dev/tty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String size = reader.readLine();
                process.waitFor(1, TimeUnit.SECONDS);
                return size == null ? "" : size.substring(size.indexOf(' ') + 1);
            }
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static int number(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
    }

    /** Without control characters, which could move the cursor or colour what follows; line feeds stay. */
    static String printable(String text) {
        return CONTROLS.matcher(text).replaceAll("\uFFFD");
    }

    /** Printable, and on one line. */
    static String flat(String text) {
        return printable(text.replace('\n', ' ').replace('\t', ' '));
    }
}
