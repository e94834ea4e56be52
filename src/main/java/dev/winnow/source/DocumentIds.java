package dev.winnow.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Assigns ids to documents. A file named by the user gets its file name; a file from a folder or glob gets its path below that
 * folder. If two ids would be equal, both become the path below the common parent. Only the arguments decide, so the first
 * document has its id before the last file is found. Thread-safe.
 */
final class DocumentIds {

    private final Map<String, String> ofFiles;
    private final Map<String, String> prefixes;

    private DocumentIds(Map<String, String> ofFiles, Map<String, String> prefixes) {
        this.ofFiles = ofFiles;
        this.prefixes = prefixes;
    }

    static DocumentIds of(List<String> arguments) {
        return of(
                arguments,
                argument -> Files.isDirectory(Path.of(argument)),
                argument -> Glob.isGlob(argument) && !Files.exists(Path.of(argument)));
    }

    /** The same, independent of the file system. The caller says which arguments are folders and which are globs. */
    static DocumentIds of(List<String> arguments, Predicate<String> isFolder, Predicate<String> isGlob) {
        Map<String, Path> bases = new HashMap<>();
        Map<String, Map<String, Path>> filesByName = new HashMap<>();
        for (String argument : arguments) {
            try {
                Path path = Path.of(argument);
                if (isFolder.test(argument)) {
                    bases.put(argument, absolute(path));
                } else if (isGlob.test(argument)) {
                    bases.put(argument, absolute(Path.of(Glob.of(argument).base())));
                } else if (!argument.equals("-")) {
                    filesByName
                            .computeIfAbsent(String.valueOf(path.getFileName()), name -> new HashMap<>())
                            .put(argument, absolute(path));
                }
            } catch (IllegalArgumentException broken) {
                // The argument becomes a failure when it is read. InvalidPathException is a subclass of this exception.
            }
        }
        Map<String, String> ofFiles = new HashMap<>();
        filesByName.forEach((name, paths) -> ofFiles.putAll(distinct(paths, name)));
        return new DocumentIds(ofFiles, distinct(bases, ""));
    }

    String ofFile(String argument) {
        return ofFiles.getOrDefault(argument, argument);
    }

    /** @param relative path below the argument's folder */
    String below(String argument, String relative) {
        String prefix = prefixes.getOrDefault(argument, "");
        return prefix.isEmpty() ? relative : prefix + "/" + relative;
    }

    /** Returns the short name for each argument if all paths are the same; else each path below the common parent. */
    private static Map<String, String> distinct(Map<String, Path> paths, String shortName) {
        Map<String, String> names = new HashMap<>();
        Path parent = commonParent(new ArrayList<>(paths.values()));
        boolean alone = paths.values().stream().distinct().count() <= 1;
        paths.forEach((argument, path) ->
                names.put(argument, alone || parent == null ? shortName : FileWalk.slashed(parent.relativize(path))));
        return names;
    }

    private static @Nullable Path commonParent(List<Path> paths) {
        Path common = paths.isEmpty() ? null : paths.get(0);
        for (Path path : paths) {
            while (common != null && !path.startsWith(common)) {
                common = common.getParent();
            }
        }
        return common;
    }

    private static Path absolute(Path path) throws InvalidPathException {
        return path.toAbsolutePath().normalize();
    }
}
