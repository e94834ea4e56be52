package dev.winnow.text;

import java.nio.file.Path;

/** Paths as messages name them. */
public final class ShownPath {

    private ShownPath() {}

    /** Relative to the current folder when below it, else absolute; with {@code /} on every system. */
    public static String of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path current = Path.of("").toAbsolutePath();
        Path shown =
                absolute.startsWith(current) && !absolute.equals(current) ? current.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
