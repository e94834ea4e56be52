package dev.winnow.rule.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the built-in files, such as rules and word lists, as text. */
public final class BuiltInFiles {

    private BuiltInFiles() {}

    /**
     * Returns the text of one file.
     *
     * @param name path relative to the rule folder, such as {@code sites/example.com.yaml}
     * @return null if there is no such file
     * @throws UncheckedIOException if the file cannot be read
     */
    public static @Nullable String text(String name) {
        String home = System.getProperty(RuleRoot.HOME_PROPERTY);
        try {
            if (home != null && Files.isDirectory(Path.of(home, "rules"))) {
                Path file = Path.of(home, "rules").resolve(name);
                return Files.exists(file) ? Files.readString(file) : null;
            }
            try (InputStream in = BuiltInFiles.class.getResourceAsStream("/rules/" + name)) {
                return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files of Winnow cannot be read; install it again", e);
        }
    }
}
