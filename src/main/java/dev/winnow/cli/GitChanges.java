package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks git which files of the work tree differ from a revision or are new, and extracts files of a revision. */
final class GitChanges {

    /** Environment variables that git sets for hooks. They must be removed: they may name another repository. */
    private static final List<String> OF_HOOKS = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX");

    private final String option;
    private final String revision;

    /** @param option name of the option with the revision, for messages */
    private GitChanges(String option, String revision) {
        this.option = option;
        this.revision = revision;
    }

    /**
     * Returns the absolute paths of all changed, new and deleted files below some folders.
     *
     * @param roots folders or files; they may be in different repositories
     * @throws UserError if there is no git, no repository, or no such revision
     */
    static Set<Path> since(String revision, List<Path> roots) {
        GitChanges git = new GitChanges("--changed", revision);
        Set<Path> changed = new HashSet<>();
        for (Path root : roots) {
            Path absolute = Standard.absolute(root);
            Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
            if (folder != null && Files.isDirectory(folder)) {
                git.in(folder).stream()
                        .filter(file -> file.startsWith(absolute))
                        .forEach(changed::add);
            }
        }
        return changed;
    }

    /**
     * Writes a file or folder, as it was at a revision, into a ZIP file.
     *
     * @param option name of the option with the revision, for messages
     * @param archive the ZIP file to write; names in it are relative to the folder
     * @return false if the path did not exist at the revision; then no file is written
     * @throws UserError if there is no git, no repository, or no such revision
     */
    static boolean archive(String option, String revision, Path path, Path archive) {
        GitChanges git = new GitChanges(option, revision);
        Path absolute = Standard.absolute(path);
        boolean isFolder = Files.isDirectory(absolute);
        Path folder = isFolder ? absolute : absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw UserError.usage(path + ": there is no such folder; check the path");
        }
        String what = isFolder ? "." : String.valueOf(absolute.getFileName());
        String commit = git.commit(folder);
        if (git.run(folder, "ls-tree", "-r", "--name-only", commit, "--", what)
                .out
                .isEmpty()) {
            return false;
        }
        Ran packed = git.run(folder, "archive", "--format=zip", "--output=" + archive, commit, "--", what);
        if (packed.exit != 0) {
            throw UserError.broken(option + ": git failed in " + folder + ": " + packed.err.strip());
        }
        return true;
    }

    private String commit(Path folder) {
        if (run(folder, "rev-parse", "--is-inside-work-tree").exit != 0) {
            throw UserError.usage(option + ": " + folder + " is in no git repository");
        }
        // --end-of-options: a revision may look like an option.
        Ran commit = run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (commit.exit != 0) {
            throw UserError.usage(option + "=" + revision + ": git knows no such revision in " + folder);
        }
        return commit.out.strip();
    }

    private List<Path> in(Path folder) {
        String commit = commit(folder);
        List<Path> files = new ArrayList<>();
        files(
                folder,
                run(
                        folder,
                        "diff",
                        "--name-only",
                        "-z",
                        "--no-ext-diff",
                        "--no-renames",
                        "--relative",
                        commit,
                        "--",
                        "."),
                files);
        files(folder, run(folder, "ls-files", "-z", "--others", "--exclude-standard", "--", "."), files);
        return files;
    }

    private void files(Path folder, Ran ran, List<Path> files) {
        if (ran.exit != 0) {
            throw UserError.broken(option + ": git failed in " + folder + ": " + ran.err.strip());
        }
        for (String name : ran.out.split("\0")) {
            if (!name.isEmpty()) {
                files.add(folder.resolve(name).normalize());
            }
        }
    }

    private record Ran(int exit, String out, String err) {}

    private Ran run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        OF_HOOKS.forEach(environment::remove);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
            return new Ran(process.waitFor(), out, err);
        } catch (IOException e) {
            throw UserError.usage(option + " needs git, which cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserError.broken("stopped while git was asked what changed");
        }
    }
}
