package dev.winnow.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the command line keeps a library's jars, and the launcher that fetches them.
 *
 * @param key the library's
 * @param home the program's folder; null when it was started without the launcher
 */
record LibraryFolder(String key, @Nullable String home) {

    /** Set by the launcher: the program's folder. */
    static final String HOME = "winnow.home";

    /**
     * The folder, after the launcher has seen to it that it is there and belongs to this program. It waits for another one that
     * is fetching, tells on standard error when it fetches itself, and is quick when there is nothing to do.
     */
    Path fetched() throws LibraryException {
        if (home == null || !Files.exists(launcher(home))) {
            throw new LibraryException(
                    "this needs the " + key + " library, which the command './winnow' fetches by itself;"
                            + " a program needs its jars on the class path (README, \"Library\")");
        }
        try {
            int exit = new ProcessBuilder("sh", launcher(home).toString(), "--fetch-library", key)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw unfetched("the launcher ended with " + exit);
            }
        } catch (IOException broken) {
            throw unfetched(String.valueOf(broken.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unfetched("interrupted");
        }
        return Path.of(home, "target", "library", key);
    }

    private static Path launcher(String home) {
        return Path.of(home, "winnow");
    }

    private LibraryException unfetched(String reason) {
        return new LibraryException("this needs the " + key + " library, which could not be fetched (" + reason
                + "); with a network, run once: ./winnow fetch " + key);
    }
}
