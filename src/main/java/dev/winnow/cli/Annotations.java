package dev.winnow.cli;

import dev.winnow.rule.Diagnostic;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes findings as workflow commands of GitHub Actions. GitHub then shows them beside the lines of a change.
 *
 * @param workspace folder of the repository; empty when unknown
 */
record Annotations(String workspace) {

    /** Whether this process runs in GitHub Actions. */
    static boolean areWanted(Console console) {
        return console.variable("GITHUB_ACTIONS").equals("true");
    }

    static Annotations of(Console console) {
        return new Annotations(console.variable("GITHUB_WORKSPACE"));
    }

    /**
     * Returns the command for one error.
     *
     * @param column from 1; 0 when unknown
     */
    String error(String file, int line, int column, String title, String text) {
        return "::error file=" + property(inRepository(file)) + ",line=" + line
                + (column > 0 ? ",col=" + column : "")
                + ",title=" + property(title) + "::" + data(text) + "\n";
    }

    /** Returns one command for each problem of rule files. */
    String errors(List<Diagnostic> problems) {
        return problems.stream()
                .map(one -> error(
                        one.place().path(), one.place().line(), one.place().column(), one.code(), one.message()))
                .collect(Collectors.joining());
    }

    /**
     * Returns the command for one warning.
     *
     * @param file empty when the warning belongs to no file
     */
    String warning(String file, int line, String title, String text) {
        String place = file.isEmpty() ? "" : "file=" + property(inRepository(file)) + ",line=" + line + ",";
        return "::warning " + place + "title=" + property(title) + "::" + data(text) + "\n";
    }

    /** Returns the path relative to the repository, as GitHub expects it. */
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
