package dev.winnow.cli;

import java.io.File;
import java.nio.file.Path;

/**
 * Workflow commands of GitHub Actions, which show what was found beside the lines of the change.
 *
 * @param workspace folder of the repository; empty when unknown
 */
record Annotations(String workspace) {

    /** Whether we run on GitHub. */
    static boolean areWanted(Console console) {
        return console.variable("GITHUB_ACTIONS").equals("true");
    }

    static Annotations of(Console console) {
        return new Annotations(console.variable("GITHUB_WORKSPACE"));
    }

    /**
     * One error.
     *
     * @param column 0 where none is known
     */
    String error(String file, int line, int column, String title, String text) {
        return "::error file=" + property(inRepository(file)) + ",line=" + line
                + (column > 0 ? ",col=" + column : "")
                + ",title=" + property(title) + "::" + data(text) + "\n";
    }

    /**
     * One warning.
     *
     * @param file empty where there is none
     */
    String warning(String file, int line, String title, String text) {
        String place = file.isEmpty() ? "" : "file=" + property(inRepository(file)) + ",line=" + line + ",";
        return "::warning " + place + "title=" + property(title) + "::" + data(text) + "\n";
    }

    /** GitHub knows files by their path in the repository. */
    private String inRepository(String file) {
        Path path = absolute(file);
        return !workspace.isEmpty() && path.startsWith(absolute(workspace))
                ? absolute(workspace).relativize(path).toString().replace(File.separatorChar, '/')
                : file;
    }

    private static Path absolute(String file) {
        return Standard.absolute(Path.of(file));
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
