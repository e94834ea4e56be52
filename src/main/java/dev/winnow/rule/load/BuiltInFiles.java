package dev.winnow.rule.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files that come with Winnow, as text, from where its rules are. */
public final class BuiltInFiles {

    private BuiltInFiles() {}

    /**
     * The text of one.
     *
     * @param name the path below the folder of rules, such as {@code sites/example.com.yaml}
     * @return null where there is no such file
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
