package dev.winnow.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The version of Winnow, which the build writes into the jar. */
public final class Version {

    private static final String CURRENT = read();

    private Version() {}

    /** Returns the version, for example {@code 0.1.0}. */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("/dev/winnow/version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException("the jar's version cannot be read", broken);
        }
    }
}
