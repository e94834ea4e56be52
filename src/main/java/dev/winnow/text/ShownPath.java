package dev.winnow.text;

import java.nio.file.Path;

/** Formats paths for messages. */
public final class ShownPath {

    private ShownPath() {}

    /** Returns a path relative to the current folder when it is below it, otherwise absolute; with {@code /} on every system. */
    public static String of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path current = Path.of("").toAbsolutePath();
        Path shown =
                absolute.startsWith(current) && !absolute.equals(current) ? current.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
