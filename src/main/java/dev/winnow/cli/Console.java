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
 * Gives the commands the streams and the environment of the process, and tells which streams are a terminal. Text is UTF-8. Write
 * errors of {@link #out()} are thrown, so that a full disk is noticed; those of {@link #err()} are ignored.
 */
final class Console {

    /**
     * System property set by the launcher: the digits of the standard streams that are a terminal, for example {@code 12} for
     * output and errors.
     */
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

    /** The streams of this process. Not {@code System.out}: it hides write errors and has its own charset. */
    static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                System.getProperty(TERMINAL_PROPERTY, terminalsWithoutLauncher()));
    }

    private static String terminalsWithoutLauncher() {
        // From Java 22 on, System.console() exists even if no stream is a terminal.
        return Runtime.version().feature() < 22 && System.console() != null ? "01" : "";
    }

    InputStream in() {
        return in;
    }

    /** Unbuffered. */
    OutputStream out() {
        return out;
    }

    /** The stream for messages, reports and progress. */
    PrintWriter err() {
        return err;
    }

    /** Prints a message as {@code winnow: message} to standard error. */
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

    /** Returns the value of an environment variable; {@code ""} when it is not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Whether a stream has colours by default: it is a terminal with colours, and NO_COLOR is not set (no-color.org). */
    boolean wantsColour(boolean terminal) {
        return terminal && variable("NO_COLOR").isEmpty() && !variable("TERM").equals("dumb");
    }

    /** Returns the width of the output in columns, from 40 to 200; 100 when unknown. */
    int width() {
        int width = number(variable("COLUMNS"));
        if (width == 0 && outIsTerminal()) {
            width = number(askTerminal());
        }
        return width == 0 ? DEFAULT_WIDTH : Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    /** Returns the width of the terminal as {@code stty} prints it; Java has no method for it. Empty when unknown. */
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

    /** Replaces control characters, which could move the cursor or change colours, by U+FFFD. Tabs and line feeds stay. */
    static String printable(String text) {
        return CONTROLS.matcher(text).replaceAll("\uFFFD");
    }

    /** Makes a text printable on one line. */
    static String flat(String text) {
        return printable(text.replace('\n', ' ').replace('\t', ' '));
    }
}
